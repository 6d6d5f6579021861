"""Bring an account's history, heroes and company, or find the account of a Steam name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final, TypeVar

from webapp.core.db import utc_now
from webapp.core.upstream_errors import Unavailable, UpstreamError
from webapp.dota2.domain.steam_ids import account_of
from webapp.dota2.domain.words import NAME_STEPS, PLAYER_STEPS
from webapp.dota2.store import accounts, histories
from webapp.dota2.store.accounts import Met, PlayedHero, Who
from webapp.dota2.store.histories import Played
from webapp.dota2.upstream import HeroRecord, OpenDota, Peer, PlayedMatch, Profile, Steam
from webapp.jobs import Later, Refused, Run
from webapp.matchroom.cards import ask_for_cards

T = TypeVar("T")
ASK_AGAIN: Final = timedelta(minutes=2)
MOST_MATCHES: Final = 2_000
DIRE_FROM: Final = 128
ABANDONED: Final = 2


def ingest_player(run: Run, opendota: OpenDota) -> None:
    """Bring one account to its page."""
    account_id = int(run.args["account_id"])
    run.step(2, PLAYER_STEPS[1])
    profile = _ask(lambda: opendota.fetch_profile(account_id))
    run.step(3, PLAYER_STEPS[2])
    lines = {one.match_id: one for one in _history(opendota, account_id)}
    run.step(4, PLAYER_STEPS[3])
    heroes = _ask(lambda: opendota.fetch_heroes(account_id))
    peers = _ask(lambda: opendota.fetch_peers(account_id))
    run.step(5, PLAYER_STEPS[4])

    def effect() -> None:
        accounts.save_account(account_id, _who(profile))
        histories.save_history(account_id, [_played(one) for one in lines.values()])
        accounts.save_heroes(account_id, [_hero(one) for one in heroes if one.games])
        accounts.save_peers(account_id, [_met(one) for one in peers])
        ask_for_cards("dota2")

    run.finish(effect)


def find_person(run: Run, steam: Steam) -> None:
    """Find whose profile a name is, and point the run's end at that player."""
    run.step(2, NAME_STEPS[1])
    name = str(run.args["name"])
    steam_id = _ask(lambda: steam.resolve_name(name))
    account_id = account_of(steam_id)
    if account_id is None:
        raise Refused("Steam gave a number that is no player’s.")
    run.finish(lambda: accounts.save_vanity(name, account_id))


def _history(opendota: OpenDota, account_id: int) -> list[PlayedMatch]:
    """Give every match OpenDota lists; the newest twenty with gold and damage."""
    listed = _ask(lambda: opendota.fetch_history(account_id, MOST_MATCHES))
    recent = _ask(lambda: opendota.fetch_recent(account_id))
    return [*listed, *recent]


def _ask(question: Callable[[], T]) -> T:
    try:
        return question()
    except Unavailable as away:
        raise Later(away.sentence, away.retry_at or utc_now() + ASK_AGAIN) from away
    except UpstreamError as refused:
        raise Refused(refused.sentence) from refused


def _who(profile: Profile) -> Who:
    told = profile.profile
    return Who(
        persona_name=told.personaname if told else None,
        pro_name=told.name if told else None,
        rank_tier=profile.rank_tier,
        hidden=bool(told and told.fh_unavailable),
    )


def _played(one: PlayedMatch) -> Played:
    side = None if one.player_slot is None else ("b" if one.player_slot >= DIRE_FROM else "a")
    unknown = one.radiant_win is None or side is None
    return Played(
        match_id=one.match_id,
        started_at=_moment(one.start_time),
        duration_s=one.duration,
        hero_id=one.hero_id,
        side=side,
        game_mode=one.game_mode,
        lobby_type=one.lobby_type,
        won=None if unknown else one.radiant_win == (side == "a"),
        abandoned=(one.leaver_status or 0) >= ABANDONED,
        kills=one.kills,
        deaths=one.deaths,
        assists=one.assists,
        gold_per_minute=one.gold_per_min,
        xp_per_minute=one.xp_per_min,
        last_hits=one.last_hits,
        hero_damage=one.hero_damage,
    )


def _hero(one: HeroRecord) -> PlayedHero:
    last = _moment(one.last_played) if one.last_played else None
    return PlayedHero(one.hero_id, one.games, one.win, last)


def _met(one: Peer) -> Met:
    return Met(
        other_id=one.account_id,
        name=one.personaname[:80] if one.personaname else None,
        with_games=one.with_games,
        with_wins=one.with_win,
        against_games=one.against_games,
        against_wins=one.against_win,
        last_at=_moment(one.last_played) if one.last_played else None,
    )


def _moment(seconds: int) -> datetime:
    """Give a moment; one beyond what a calendar holds is the first there is."""
    return datetime.fromtimestamp(seconds if 0 <= seconds < 2**33 else 0, UTC)
