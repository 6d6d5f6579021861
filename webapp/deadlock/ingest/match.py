"""Bring one match from bytes to pages: how is the same for every game, with what is Deadlock's."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Final

from webapp.core.db import utc_now
from webapp.deadlock.domain.analysis import Analysis, analyse
from webapp.deadlock.domain.columns import pack_damage, pack_paths
from webapp.deadlock.domain.records import Match
from webapp.deadlock.domain.words import MATCH_STEPS, UPLOAD_STEPS
from webapp.deadlock.ingest.body import format_of, parse_body
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.deadlock.store.matches import SHELF, save_match
from webapp.deadlock.store.uploads import INBOX
from webapp.deadlock.store.wordings import ask_for_words
from webapp.deadlock.upstream import DeadlockUpstream
from webapp.jobs import Run
from webapp.matchroom import ingesting, reanalysing
from webapp.matchroom.files import File, PackFiles, Raw
from webapp.matchroom.intake import Intake, Patience
from webapp.matchroom.reanalysing import Reanalysed


def _read(raw: Raw, match_id: int | None) -> Match:
    return parse_body(raw.body, expect_match_id=match_id)


def _files(match: Match) -> PackFiles:
    names = load_catalogue()
    return lambda: (
        File("paths", "bin", pack_paths(match, names)),
        File("damage", "parquet", pack_damage(match)),
    )


INTAKE: Final[Intake[Match, Analysis, int]] = Intake(
    shelf=SHELF,
    read=_read,
    analyse=analyse,
    files=_files,
    save=save_match,
    kept=ask_for_words,
    format_of=format_of,
    steps=MATCH_STEPS,
    # Most matches that come, come by then.
    patience=Patience(
        ask_again=timedelta(minutes=30),
        give_up_after=timedelta(days=2),
        gave_up=(
            "The archive did not have this match within two days. About one match in five "
            "never reaches it; a metadata file from the game still opens it here."
        ),
    ),
)


def ingest_match(run: Run, upstream: DeadlockUpstream) -> None:
    """Bring one match from the game's servers to a page."""
    match_id = int(run.args["match_id"])
    ingesting.ingest_match(run, INTAKE, match_id, partial(_fetch, upstream))


def ingest_upload(run: Run) -> None:
    """Bring a match from a reader's file to a page; never in place of an upstream's body."""
    ingesting.ingest_upload(run, INTAKE, INBOX, format_of, UPLOAD_STEPS)


def save_generated(body: bytes) -> int:
    """Keep a generated sample match; gives its id. Commits."""
    return reanalysing.keep_now(INTAKE, Raw(body, "json", utc_now(), "generated"))


def reanalyse_all() -> Reanalysed:
    """Work out again every match of an older analysis version, one transaction each."""
    return reanalysing.reanalyse_all(INTAKE)


def reanalyse(match_id: int) -> None:
    """Work a kept match out again from its raw body. Commits; raises MatchUnreadable."""
    reanalysing.reanalyse(INTAKE, match_id)


def _fetch(upstream: DeadlockUpstream, match_id: int) -> Raw:
    reply = upstream.fetch_metadata(match_id)
    return Raw(reply.body, format_of(reply.body), reply.fetched_at, "upstream")
