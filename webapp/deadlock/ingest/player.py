"""Bring an account's match history and the names of who it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import structlog

from webapp.core.db import utc_now
from webapp.core.upstream_errors import Unavailable, UpstreamError
from webapp.deadlock.domain.parse.words import game_mode, match_mode
from webapp.deadlock.domain.words import HISTORY_STEPS
from webapp.deadlock.store import players
from webapp.deadlock.store.players import Played
from webapp.deadlock.upstream import DeadlockUpstream, HistoryEntry
from webapp.jobs import Later, Refused, Run
from webapp.matchroom.cards import ask_for_cards

log = structlog.get_logger()

ASK_AGAIN = timedelta(minutes=2)


def ingest_history(run: Run, upstream: DeadlockUpstream) -> None:
    """Bring one account's history to its page; the profile is welcome but not needed."""
    account_id = int(run.args["account_id"])
    run.step(2, HISTORY_STEPS[1])
    try:
        history = upstream.fetch_match_history(account_id)
    except Unavailable as away:
        raise Later(away.sentence, away.retry_at or utc_now() + ASK_AGAIN) from away
    except UpstreamError as refused:
        raise Refused(refused.sentence) from refused
    run.step(3, HISTORY_STEPS[2])
    names = _names(upstream, account_id)
    run.step(4, HISTORY_STEPS[3])

    def effect() -> None:
        played = [_played(entry) for entry in history.entries]
        players.save_history(account_id, played, history.fetched_at)
        players.save_profiles(names)
        ask_for_cards("deadlock")

    run.finish(effect)


def _names(upstream: DeadlockUpstream, account_id: int) -> dict[int, str]:
    try:
        profiles = upstream.fetch_profiles([account_id])
    except UpstreamError as wrong:
        log.info("profile left out", account_id=account_id, reason=wrong.sentence)
        return {}
    return {profile.account_id: profile.personaname for profile in profiles if profile.personaname}


def _played(entry: HistoryEntry) -> Played:
    """Read one line; the upstream's match_result is the team that won, not whether we did."""
    return Played(
        match_id=entry.match_id,
        started_at=datetime.fromtimestamp(entry.start_time, UTC),
        duration_s=entry.match_duration_s,
        hero_id=entry.hero_id,
        game_mode=game_mode(entry.game_mode),
        match_mode=match_mode(entry.match_mode),
        won=None if entry.match_result is None else entry.match_result == entry.player_team,
        abandoned=bool(entry.abandoned_time_s),
        kills=entry.player_kills or 0,
        deaths=entry.player_deaths or 0,
        assists=entry.player_assists or 0,
        souls=entry.net_worth or 0,
        last_hits=entry.last_hits or 0,
        denies=entry.denies or 0,
    )
