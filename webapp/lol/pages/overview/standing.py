"""How everybody stood at a chosen frame, or what they gained over a span."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.analysis.moments import Moments, PlayerMoments
from webapp.lol.pages.cut import Cut, cut_of
from webapp.lol.pages.seats import Seat, seats_of
from webapp.lol.pages.sources import Sources
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One player; None where not recorded."""

    seat: Seat
    gold: int | None
    xp: int | None
    level: int | None
    cs: int | None
    damage: int | None
    kills: int | None
    deaths: int | None
    assists: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Everybody over a cut, said in words."""

    said: str
    rows: tuple[StandingRow, ...]


def standing_at(loaded: Sources, moment: Moment) -> Standing | None:
    """Give the standing; None when nothing was chosen or nothing is known by the minute."""
    moments: Moments = loaded.slices["moments"]
    if moment == Moment() or not moments.at_s:
        return None
    cut, seats = cut_of(moments, moment), seats_of(loaded)
    return Standing(cut.said, tuple(_row(one, seats[one.slot], cut) for one in moments.players))


def _row(one: PlayerMoments, seat: Seat, cut: Cut) -> StandingRow:
    return StandingRow(
        seat=seat,
        gold=cut.gained(one.gold),
        xp=cut.gained(one.xp),
        level=cut.stands(one.level),
        cs=cut.gained(one.cs),
        damage=cut.gained(one.damage),
        kills=cut.gained(one.kills),
        deaths=cut.gained(one.deaths),
        assists=cut.gained(one.assists),
    )
