"""Bring the archive's own statistics of every hero: a scheduled job.

A set with gaps is kept with its gaps; one without any hero never takes the place of one that has.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import msgspec
import structlog

from webapp.core.db import utc_now
from webapp.core.upstream_errors import Unavailable, UpstreamError
from webapp.deadlock.domain.analytics import HeroFigures, parse_figures, parse_matches
from webapp.deadlock.store import analytics
from webapp.deadlock.upstream import DeadlockUpstream
from webapp.jobs import Later, Refused, Run

log = structlog.get_logger()

ASK_AGAIN: Final = timedelta(minutes=10)
MOST_HEROES: Final = 120


def refresh_analytics(run: Run, upstream: DeadlockUpstream) -> None:
    """Fetch how figures are spread, hero by hero, and make them the current set."""
    run.step(1, "Count matches by hero")
    try:
        counted = parse_matches(upstream.fetch_analytics("hero-stats"))
        run.step(2, "Fetch how figures are spread")
        heroes = _heroes(upstream, counted)
    except Unavailable as away:
        raise Later(away.sentence, away.retry_at or utc_now() + ASK_AGAIN) from away
    except UpstreamError as refused:
        raise Refused(refused.sentence) from refused
    except msgspec.DecodeError as strange:
        raise Refused("The statistics came in a form we cannot read.") from strange
    if not heroes:
        raise Refused("The archive has no statistics of any hero; the last good ones stay.")
    run.step(3, "Keep them")
    placed = analytics.place_analytics(heroes)
    run.finish(lambda: analytics.save_analytics(placed))
    analytics.forget_analytics()


def _heroes(upstream: DeadlockUpstream, counted: dict[int, int]) -> dict[int, HeroFigures]:
    found = {}
    for hero_id, matches in sorted(counted.items())[:MOST_HEROES]:
        figures = _figures(upstream, hero_id)
        if figures:
            found[hero_id] = HeroFigures(matches, figures)
    return found


def _figures(upstream: DeadlockUpstream, hero_id: int) -> dict[str, tuple[float, ...]]:
    """Leave a hero out whose statistics are refused or unreadable; an archive away is not."""
    try:
        return parse_figures(
            upstream.fetch_analytics("player-stats/metrics", {"hero_ids": str(hero_id)})
        )
    except Unavailable:
        raise
    except (UpstreamError, msgspec.DecodeError) as wrong:
        log.info("hero left out of the statistics", hero=hero_id, reason=str(wrong))
        return {}
