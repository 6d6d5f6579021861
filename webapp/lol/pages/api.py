"""What programs ask of this room, in the shapes of the older service it can stand in for.

`email` is told to whoever it belongs to, and null to everybody else.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Final

import msgspec

from webapp.core.objects import ObjectMissing
from webapp.lol.domain.catalogue import Champion
from webapp.lol.domain.riot_id import RiotId, read_riot_id
from webapp.lol.domain.summoner.ladder import SOLO
from webapp.lol.models import LolAccount
from webapp.lol.store import accounts, games, matches, ranks
from webapp.lol.store.catalogue import load_catalogue

MOST: Final = 100


class RiotAccountBody(msgspec.Struct, rename="camel"):
    """An account, as the older service named its fields."""

    id: str
    summoner_name: str
    riot_id: str = msgspec.field(name="riot_id")
    puuid: str
    profile_icon_id: int | None
    summoner_level: int | None


class UserBody(msgspec.Struct):
    """Somebody and their account."""

    id: str
    email: str | None
    riot_account: RiotAccountBody


class RankBody(msgspec.Struct, rename="camel"):
    """A rank as Riot words it."""

    queue_type: str
    tier: str
    rank: str
    league_points: int
    wins: int
    losses: int


class MatchLineBody(msgspec.Struct):
    """A match of somebody."""

    id: str
    game_id: str


class ChampionBody(msgspec.Struct):
    """A champion of the catalogue."""

    champ_id: int
    name: str
    nickname: str
    image_url: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """An account that is known here, or the Riot ID to look up."""

    riot_id: RiotId
    account: LolAccount | None


def find(text: str) -> Found | None:
    """Read a Riot ID and find its account; None for what is no Riot ID."""
    riot_id = read_riot_id(text)
    return Found(riot_id, accounts.load_account(riot_id)) if riot_id else None


def account_of(text: str) -> LolAccount | None:
    """Find a known account by our id or its Riot ID."""
    try:
        return accounts.load_account_by_id(uuid.UUID(text))
    except ValueError:
        found = find(text)
        return found.account if found else None


def user_body(account: LolAccount, email: str | None) -> UserBody:
    """Tell somebody by their account; `email` is None but to themselves."""
    riot_id = f"{account.name}#{account.tag}"
    told = RiotAccountBody(
        str(account.id), account.name, riot_id, account.puuid, account.icon, account.level
    )
    return UserBody(str(account.id), email, told)


def rank_body(account: LolAccount) -> RankBody | None:
    """Tell the Solo rank; the other one where there is only that; None for the unranked."""
    held = {one.queue: one for one in ranks.load_standing(account.id) if one.tier}
    one = held.get(SOLO) or next(iter(held.values()), None)
    if one is None:
        return None
    return RankBody(one.queue, one.tier, one.division, one.points, one.wins, one.losses)


def match_bodies(account: LolAccount) -> list[MatchLineBody]:
    """Tell the newest matches of an account that are kept here."""
    played = games.load_games(account.id, limit=MOST)
    return [MatchLineBody(one.match_id, one.match_id) for one in played]


def match_body(match_id: str) -> bytes | None:
    """Give a match as Riot told it: `{metadata, info}`."""
    row = matches.load_row(match_id)
    try:
        return matches.load_raw(row) if row else None
    except ObjectMissing:
        return None


def champion_bodies() -> list[ChampionBody]:
    """Tell every champion by name."""
    known = load_catalogue().champions.values()
    return [_champion(one) for one in sorted(known, key=lambda one: one.name)]


def champion_body(champion_id: int) -> ChampionBody | None:
    """Tell one champion; None for a number no champion has."""
    found = load_catalogue().champions.get(champion_id)
    return _champion(found) if found else None


def _champion(one: Champion) -> ChampionBody:
    return ChampionBody(one.champion_id, one.name, one.title, one.portrait)
