"""Bring one match from bytes to pages: how is the same for every game, with what is League's.

The match comes first; its timeline, ten times as large, comes right after for somebody who waits
and when asked for otherwise.
"""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Final

from webapp.core.db import utc_now
from webapp.core.upstream_errors import NotFound, Unavailable, UpstreamError
from webapp.jobs import Refused, Run
from webapp.lol.domain.analysis import Analysis, analyse
from webapp.lol.domain.asking import MATCH_STEPS, TIMELINE_STEPS
from webapp.lol.domain.live import LATE
from webapp.lol.domain.parse import parse_match
from webapp.lol.domain.records import Match
from webapp.lol.ingest.keyed import Open, ask_riot
from webapp.lol.models import LolMatch
from webapp.lol.store.matches import SHELF, load_bodies, load_row, save_match
from webapp.lol.store.wordings import ask_for_words
from webapp.matchroom import ingesting, reanalysing
from webapp.matchroom.files import Raw
from webapp.matchroom.intake import Intake, Patience
from webapp.matchroom.reanalysing import Reanalysed
from webapp.matchroom.waiting import wait_or_give_up

NOT_YET: Final = "The game is over, and Riot does not have its match yet."
ENDED_AGAIN: Final = timedelta(seconds=30)
NOT_RIOTS: Final = "This match came from a file, so Riot’s timeline is not put beside it."


def _read(raw: Raw, match_id: str | None) -> Match:
    return parse_match(raw.body, raw.beside.get("timeline"), expect_match_id=match_id)


INTAKE: Final[Intake[Match, Analysis, str]] = Intake(
    shelf=SHELF,
    read=_read,
    analyse=analyse,
    save=save_match,
    kept=ask_for_words,
    steps=MATCH_STEPS,
    patience=Patience(
        ask_again=timedelta(minutes=5),
        give_up_after=timedelta(days=1),
        gave_up="Riot’s servers did not give this match within a day. Ask again later.",
    ),
)


def ingest_match(run: Run, open_it: Open) -> None:
    """Bring one match from Riot's servers to a page."""
    soon = bool(run.args.get("just_ended")) and utc_now() - run.created_at < LATE

    def fetch(match_id: str) -> Raw:
        try:
            reply = ask_riot(open_it, lambda riot: riot.fetch_match(match_id, just_ended=soon))
        except NotFound:
            if soon:
                raise Unavailable(NOT_YET, utc_now() + ENDED_AGAIN) from None
            raise
        return Raw(reply.body, "json", reply.fetched_at, "upstream")

    ingesting.ingest_match(run, INTAKE, str(run.args["match_id"]), fetch)


def ingest_timeline(run: Run, open_it: Open) -> None:
    """Bring the timeline of a match that is kept, and work the match out with it."""
    match_id = str(run.args["match_id"])
    row = load_row(match_id)
    if row is None or row.provenance != "upstream":
        raise Refused(NOT_RIOTS)
    if ingesting.read_aside(run, INTAKE, match_id, TIMELINE_STEPS):
        return
    run.step(2, TIMELINE_STEPS[1])
    try:
        reply = ask_riot(open_it, lambda riot: riot.fetch_timeline(match_id))
    except Unavailable as away:
        wait_or_give_up(run, away, INTAKE.patience)
    except UpstreamError as no:
        raise Refused(no.sentence) from no
    with_timeline(run, row, reply.body)


def with_timeline(run: Run, row: LolMatch, timeline: bytes) -> None:
    """Work a kept match out again with its timeline, and end the run."""
    raw = dataclasses.replace(load_bodies(row), beside={"timeline": timeline})
    ingesting.take_in(run, INTAKE, raw, row.match_id, TIMELINE_STEPS)


def save_generated(match: bytes, timeline: bytes | None) -> str:
    """Keep a generated sample match; gives its id. Commits."""
    beside = {"timeline": timeline} if timeline else {}
    return reanalysing.keep_now(INTAKE, Raw(match, "json", utc_now(), "generated", beside))


def reanalyse_all() -> Reanalysed:
    """Work out again every match of an older analysis version, one transaction each."""
    return reanalysing.reanalyse_all(INTAKE)
