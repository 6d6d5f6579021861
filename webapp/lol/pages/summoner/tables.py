"""Tables of a summoner as CSV: what the pages show, narrowed down alike."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import datetime

from webapp.lol.domain.platforms import Platform
from webapp.lol.domain.played import Played
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.domain.summoner.sums import Sitting, pool_of, sittings_of
from webapp.lol.pages.summoner.champions import MASTERED
from webapp.lol.pages.summoner.live import sides_on
from webapp.lol.pages.summoner.people import people_lines
from webapp.lol.pages.summoner.profile import Profile, profile_of
from webapp.lol.pages.summoner.standing import Step, standings_of
from webapp.lol.pages.summoner.who import Who, who
from webapp.lol.store.accounts import load_mastery
from webapp.lol.store.catalogue import load_catalogue
from webapp.matchplay.tables import Beside, csv_of

NAMES = ("matches", "champions", "ranks", "profile", "people", "mastery", "sessions", "live")


@dataclasses.dataclass(frozen=True, slots=True)
class PoolRow:
    """One champion of the pool, figure by figure."""

    champion_id: int
    games: int
    decided: int
    won: int
    won_percent: int | None
    low_percent: int
    high_percent: int
    ratio: float | None
    cs_per_minute: float | None
    damage_per_minute: float | None


@dataclasses.dataclass(frozen=True, slots=True)
class AxisRow:
    """One axis of the profile: `games` are the summoner's, `players` the others compared with."""

    axis: str
    role: str | None
    games: int
    percentile: int | None
    figure: float | None
    median: float | None
    unit: str
    players: int


@dataclasses.dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody met; shares are of the games the summoner won."""

    name: str
    together: int
    together_won_percent: int | None
    together_low_percent: int
    together_high_percent: int
    against: int
    against_won_percent: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class MasteryRow:
    """Mastery of one champion, in the game's own points."""

    champion_id: int
    level: int
    points: int
    played_at: datetime | None


@dataclasses.dataclass(frozen=True, slots=True)
class SeatRow:
    """Somebody in the game that is on; ranks are those known here."""

    side: str
    champion: str
    name: str
    rank: str
    spells: str


def summoner_csv(
    name: str, riot_id: RiotId, platform: Platform | None, wanted: Filter
) -> str | None:
    """Give one table; None for a name there is no table of."""
    if name not in NAMES:
        return None
    found, names = who(riot_id, platform, wanted), load_catalogue()
    champion = Beside("champion_id", "champion", lambda one: names.champion(one).name)
    if name == "matches":
        return csv_of(list(found.chosen), Played, champion)
    if name == "champions":
        return csv_of(_pool(found.chosen), PoolRow, champion)
    if name == "profile":
        return csv_of(_axes(profile_of(found)), AxisRow)
    if name in _MORE:
        rows, record = _MORE[name]
        return csv_of(rows(found), record, champion)
    steps = standings_of(found.account.id).steps if found.account else ()
    return csv_of(steps, Step)


def _pool(chosen: Sequence[Played]) -> list[PoolRow]:
    rows = []
    for one in pool_of(chosen):
        share = one.share
        rows.append(
            PoolRow(
                one.champion_id,
                one.games,
                share.n,
                share.wins,
                share.percent,
                share.low,
                share.high,
                one.averages.ratio,
                one.averages.cs_per_minute,
                one.averages.damage_per_minute,
            )
        )
    return rows


def _axes(profile: Profile) -> list[AxisRow]:
    return [
        AxisRow(
            one.key,
            profile.role,
            profile.games,
            one.percentile,
            one.own,
            one.median,
            one.unit,
            one.players,
        )
        for one in profile.axes
    ]


def _people(found: Who) -> list[PersonRow]:
    return [
        PersonRow(
            f"{one.name}#{one.tag}",
            one.together,
            one.together_share.percent,
            one.together_share.low,
            one.together_share.high,
            one.against,
            one.against_share.percent,
        )
        for one in people_lines(found)
    ]


def _mastery(found: Who) -> list[MasteryRow]:
    known = load_mastery(found.account.id, MASTERED) if found.account else []
    return [MasteryRow(one.champion_id, one.level, one.points, one.played_at) for one in known]


def _sessions(found: Who) -> Sequence[Sitting]:
    return sittings_of(found.played)


def _live(found: Who) -> list[SeatRow]:
    return [
        SeatRow(
            side.name, one.champion, one.name, one.rank, ", ".join(sp.name for sp in one.spells)
        )
        for side in sides_on(found)
        for one in side.players
    ]


_MORE: dict[str, tuple[Callable[[Who], Sequence[object]], type[object]]] = {
    "people": (_people, PersonRow),
    "mastery": (_mastery, MasteryRow),
    "sessions": (_sessions, Sitting),
    "live": (_live, SeatRow),
}
