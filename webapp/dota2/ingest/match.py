"""Bring one match from bytes to pages: how is the same for every game, with what is Dota 2's.

OpenDota first; a match it does not know comes from Steam's sequence, where a league's list or an
account's history has told its place in it.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Final

from webapp.core.db import utc_now
from webapp.core.upstream_errors import NotFound
from webapp.dota2.domain.analysis import Analysis, analyse
from webapp.dota2.domain.parse import parse_match
from webapp.dota2.domain.records import Match
from webapp.dota2.domain.words import MATCH_STEPS, UPLOAD_STEPS
from webapp.dota2.store import leagues
from webapp.dota2.store.matches import SHELF, may_replace, save_match
from webapp.dota2.store.uploads import INBOX
from webapp.dota2.store.wordings import ask_for_words
from webapp.dota2.upstream import MatchReply, OpenDota, Steam
from webapp.jobs import Run
from webapp.matchroom import ingesting, reanalysing
from webapp.matchroom.files import Provenance, Raw
from webapp.matchroom.intake import Intake, Patience
from webapp.matchroom.reanalysing import Reanalysed


def _read(raw: Raw, match_id: int | None) -> Match:
    return parse_match(raw.body, expect_match_id=match_id)


def _may_replace(_shelf: object, match: Match, provenance: Provenance) -> bool:
    return may_replace(match.match_id, provenance, parsed=match.parsed)


def _kept(match_id: int) -> None:
    leagues.note_kept(match_id)
    ask_for_words(match_id)


INTAKE: Final[Intake[Match, Analysis, int]] = Intake(
    shelf=SHELF,
    read=_read,
    analyse=analyse,
    save=save_match,
    kept=_kept,
    may_replace=_may_replace,
    passed_over=lambda match: match.drifted,
    steps=MATCH_STEPS,
    patience=Patience(
        ask_again=timedelta(minutes=30),
        give_up_after=timedelta(days=1),
        gave_up=(
            "OpenDota did not have this match within a day. A match of a private lobby never "
            "reaches it; a file saved from OpenDota still opens one here."
        ),
    ),
)


def ingest_match(run: Run, opendota: OpenDota, steam: Steam) -> None:
    """Bring one match from OpenDota, else from Steam, to a page."""
    match_id = int(run.args["match_id"])
    ingesting.ingest_match(run, INTAKE, match_id, partial(fetch_match, opendota, steam))


def ingest_upload(run: Run) -> None:
    """Bring a match from a reader's file to a page; never in place of an upstream's body."""
    ingesting.ingest_upload(run, INTAKE, INBOX, lambda _: "json", UPLOAD_STEPS)


def save_generated(body: bytes) -> int:
    """Keep a generated sample match; gives its id. Commits."""
    return reanalysing.keep_now(INTAKE, Raw(body, "json", utc_now(), "generated"))


def reanalyse_all() -> Reanalysed:
    """Work out again every match of an older analysis version, one transaction each."""
    return reanalysing.reanalyse_all(INTAKE)


def reanalyse(match_id: int) -> None:
    """Work a kept match out again from its raw body. Commits; raises MatchUnreadable."""
    reanalysing.reanalyse(INTAKE, match_id)


def fetch_match(opendota: OpenDota, steam: Steam, match_id: int) -> Raw:
    """Bring a match's body by whichever way has it; raises the upstreams' errors."""
    try:
        reply = opendota.fetch_match(match_id)
    except NotFound as unknown:
        sequence = leagues.sequence_of(match_id)
        if sequence is None or not steam.keyed:
            raise NotFound(
                f"{unknown.sentence} Check the number; private lobbies never reach it."
            ) from None
        reply = steam.fetch_by_sequence(sequence, match_id)
    return as_raw(reply)


def as_raw(reply: MatchReply) -> Raw:
    """Hold a reply as a body to be kept."""
    return Raw(reply.body, "json", reply.fetched_at, "upstream")
