"""Have OpenDota read a match's replay, wait for it, and bring the match again.

A request costs ten of the day's calls, so it is put once for a run, however often the run wakes,
and only where asking for the match, which costs one, does not bring more than is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final, NoReturn, TypeVar

import msgspec

from webapp.core.db import utc_now
from webapp.core.upstream_errors import Paused, Unavailable, UpstreamError
from webapp.dota2.domain.parse import parse_match
from webapp.dota2.domain.words import PARSE_STEPS, REPLAY_GONE
from webapp.dota2.ingest.match import INTAKE, as_raw
from webapp.dota2.store import requests
from webapp.dota2.store.matches import load_row
from webapp.dota2.upstream import MatchReply, OpenDota
from webapp.jobs import Later, Refused, Run
from webapp.matchplay.unreadable import MatchUnreadable
from webapp.matchroom import ingesting

T = TypeVar("T")
LOOK_AGAIN: Final = timedelta(seconds=10)
SLOWEST_LOOK: Final = timedelta(minutes=2)
GIVE_UP_AFTER: Final = timedelta(hours=2)
TOO_LONG: Final = "OpenDota did not read this replay within two hours. Ask again later."


class _Version(msgspec.Struct, frozen=True):
    version: int | None = None


def ingest_parse(run: Run, opendota: OpenDota) -> None:
    """Ask for a replay to be read, wait for it, and keep what it told."""
    match_id = int(run.args["match_id"])
    if ingesting.read_aside(run, INTAKE, match_id, PARSE_STEPS):
        return
    run.step(2, PARSE_STEPS[1])
    if requests.request_of(run.id) is None and (read := _read_meanwhile(run, opendota, match_id)):
        ingesting.take_in(run, INTAKE, as_raw(read), match_id, PARSE_STEPS)
        return
    job_id = _asked(run, opendota, match_id)
    run.step(3, PARSE_STEPS[2])
    if job_id is not None and _ask(run, lambda: opendota.is_pending(job_id)):
        _look_later(run)
    run.step(4, PARSE_STEPS[3])
    reply: MatchReply = _ask(run, lambda: opendota.fetch_match(match_id))
    if not _is_read(reply):
        raise Refused(REPLAY_GONE)
    ingesting.take_in(run, INTAKE, as_raw(reply), match_id, PARSE_STEPS)


def _read_meanwhile(run: Run, opendota: OpenDota, match_id: int) -> MatchReply | None:
    """Give what OpenDota has by now of a match, where that is more than is kept."""
    reply: MatchReply = _ask(run, lambda: opendota.fetch_match(match_id))
    kept = load_row(match_id)
    if not _is_read(reply):
        return None
    if kept is None or not kept.parsed:
        return reply
    with suppress(MatchUnreadable):
        lacks = parse_match(reply.body, expect_match_id=match_id).missing
        return reply if len(lacks) < len(kept.missing) else None
    return None


def _is_read(reply: MatchReply) -> bool:
    return msgspec.json.decode(reply.body, type=_Version, strict=False).version is not None


def _asked(run: Run, opendota: OpenDota, match_id: int) -> int | None:
    """Give the number of the request this run put, or put it now."""
    known = requests.request_of(run.id)
    if known is not None:
        return known.job_id
    job = _ask(run, lambda: opendota.ask_for_parse(match_id))
    requests.note_request(run.id, match_id, job.job_id)
    return job.job_id


def _look_later(run: Run) -> NoReturn:
    if utc_now() - run.created_at > GIVE_UP_AFTER:
        raise Refused(TOO_LONG)
    pause = min(LOOK_AGAIN * 2 ** min(run.claims - 1, 4), SLOWEST_LOOK)
    raise Later("OpenDota is reading the replay; that takes a few minutes.", utc_now() + pause)


def _ask(run: Run, question: Callable[[], T]) -> T:
    """Put a question; an upstream that is away is asked again later, a refusal is the end."""
    try:
        return question()
    except Unavailable as away:
        over = utc_now() - run.created_at > GIVE_UP_AFTER
        if over and not isinstance(away, Paused):
            raise Refused(TOO_LONG) from away
        soon: datetime = away.retry_at or utc_now() + SLOWEST_LOOK
        raise Later(away.sentence, soon) from away
    except UpstreamError as refused:
        raise Refused(refused.sentence) from refused
