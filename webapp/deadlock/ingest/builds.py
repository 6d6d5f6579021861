"""Bring the published builds a match names, in the version of that day where it is kept."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
import structlog

from webapp.core.db import utc_now
from webapp.core.upstream_errors import NotFound, Unavailable, UpstreamError
from webapp.deadlock.domain.published import parse_published
from webapp.deadlock.domain.words import BUILD_STEPS
from webapp.deadlock.store import matches
from webapp.deadlock.store.builds import named_builds, save_builds
from webapp.deadlock.upstream import DeadlockUpstream
from webapp.jobs import Later, Refused, Run

log = structlog.get_logger()

ASK_AGAIN = timedelta(minutes=10)


def ingest_builds(run: Run, upstream: DeadlockUpstream) -> None:
    """Bring the builds of one match's players to its Builds tab."""
    match_id = int(run.args["match_id"])
    run.step(2, BUILD_STEPS[1])
    row = matches.load_row(match_id)
    if row is None:
        raise Refused("This match is no longer here.")
    try:
        found = {one: _fetch(upstream, one, row.started_at) for one in named_builds(match_id)}
    except Unavailable as away:
        raise Later(away.sentence, away.retry_at or utc_now() + ASK_AGAIN) from away
    except UpstreamError as refused:
        raise Refused(refused.sentence) from refused
    run.step(3, BUILD_STEPS[2])
    run.finish(lambda: save_builds(match_id, found))


def _fetch(upstream: DeadlockUpstream, build_id: int, played_at: datetime) -> bytes | None:
    """Give the last version before the match, else the oldest kept; None when there is none."""
    asked = {"build_id": str(build_id), "limit": "1", "sort_by": "updated_at"}
    before = {"sort_direction": "desc", "max_unix_timestamp": str(int(played_at.timestamp()))}
    for more in (before, {"sort_direction": "asc"}):
        found = _first(upstream, asked | more)
        if found is None:
            continue
        told = parse_published(found)
        if told and told.build_id == build_id:
            return found
        log.info("published build left out", build_id=build_id)
    return None


def _first(upstream: DeadlockUpstream, asked: dict[str, str]) -> bytes | None:
    try:
        rows = msgspec.json.decode(upstream.fetch_builds(asked), type=list[msgspec.Raw])
    except NotFound:
        return None
    return bytes(rows[0]) if rows else None
