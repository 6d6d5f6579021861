"""The tables of the Economy tab: what everybody had over the cut, and the shop visits in it."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.analysis.economy import Economy, PlayerEconomy, Visit
from webapp.lol.domain.analysis.moments import Moments, PlayerMoments
from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.pages.cut import Cut
from webapp.lol.pages.head import SIDE_NAMES
from webapp.lol.pages.seats import Seat
from webapp.matchplay.charts import clock


@dataclass(frozen=True, slots=True)
class EarnedRow:
    """One player over a cut; `in_hand` is at its end, the last four of the whole match."""

    seat: Seat
    gold: int | None
    gold_per_minute: int | None
    share: int | None
    xp: int | None
    level: int | None
    cs: int | None
    cs_per_minute: float | None
    in_hand: int | None
    idle: int | None
    most_idle: int | None
    most_idle_clock: str
    most_idle_at_s: int | None
    visits: int | None
    bounties: int | None


@dataclass(frozen=True, slots=True)
class EarnedGroup:
    """A side's rows and sums; `side` is empty where the mode has none."""

    side: str
    name: str
    gold: int | None
    xp: int | None
    cs: int | None
    rows: tuple[EarnedRow, ...]


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One shop visit, in words."""

    at_s: int
    clock: str
    bought: tuple[str, ...]
    sold: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShoppingRow:
    """One player's visits within the cut; None where purchases are not recorded."""

    seat: Seat
    visits: tuple[VisitLine, ...] | None


def earned_by(
    moments: Moments, economy: Economy, cut: Cut, seats: dict[int, Seat]
) -> tuple[EarnedGroup, ...]:
    """Give everybody's figures over a cut, by side."""
    held = {one.slot: one for one in economy.players}
    sides = sorted({one.side or "" for one in moments.players})
    return tuple(
        _group(side, [one for one in moments.players if (one.side or "") == side], held, cut, seats)
        for side in sides
    )


def _group(
    side: str,
    own: list[PlayerMoments],
    held: dict[int, PlayerEconomy],
    cut: Cut,
    seats: dict[int, Seat],
) -> EarnedGroup:
    gold = _sum([cut.gained(one.gold) for one in own])
    return EarnedGroup(
        side=side,
        name=SIDE_NAMES.get(side, "Players"),
        gold=gold,
        xp=_sum([cut.gained(one.xp) for one in own]),
        cs=_sum([cut.gained(one.cs) for one in own]),
        rows=tuple(_row(one, held[one.slot], cut, seats[one.slot], gold) for one in own),
    )


def _row(
    one: PlayerMoments, held: PlayerEconomy, cut: Cut, seat: Seat, side_gold: int | None
) -> EarnedRow:
    gold, cs = cut.gained(one.gold), cut.gained(one.cs)
    return EarnedRow(
        seat=seat,
        gold=gold,
        gold_per_minute=None if gold is None or not cut.minutes else round(gold / cut.minutes),
        share=None if gold is None or not side_gold else round(100 * gold / side_gold),
        xp=cut.gained(one.xp),
        level=cut.stands(one.level),
        cs=cs,
        cs_per_minute=None if cs is None or not cut.minutes else round(cs / cut.minutes, 1),
        in_hand=cut.stands(one.current_gold),
        idle=None if held.idle_gold is None else round(held.idle_gold),
        most_idle=held.most_idle,
        most_idle_clock="" if held.most_idle_at_s is None else clock(held.most_idle_at_s),
        most_idle_at_s=held.most_idle_at_s,
        visits=None if held.visits is None else len(held.visits),
        bounties=None if held.bounty_gold is None else round(held.bounty_gold),
    )


def shopping_of(
    economy: Economy, window: tuple[int, int], seats: dict[int, Seat], names: Catalogue
) -> tuple[ShoppingRow, ...]:
    """Give everybody's visits between two seconds, both in it."""
    return tuple(_shopping(one, window, seats[one.slot], names) for one in economy.players)


def _shopping(
    one: PlayerEconomy, window: tuple[int, int], seat: Seat, names: Catalogue
) -> ShoppingRow:
    if one.visits is None:
        return ShoppingRow(seat, None)
    within = [visit for visit in one.visits if window[0] <= visit.at_s <= window[1]]
    return ShoppingRow(seat, tuple(_visit(visit, names) for visit in within))


def _visit(visit: Visit, names: Catalogue) -> VisitLine:
    return VisitLine(
        at_s=visit.at_s,
        clock=clock(visit.at_s),
        bought=_counted([names.item(item).name for item in visit.bought]),
        sold=_counted([names.item(item).name for item in visit.sold]),
    )


def _counted(found: list[str]) -> tuple[str, ...]:
    """Write what was bought twice once, with its number."""
    once = dict.fromkeys(found)
    return tuple(f"{found.count(one)} × {one}" if found.count(one) > 1 else one for one in once)


def _sum(found: list[int | None]) -> int | None:
    known = [one for one in found if one is not None]
    return sum(known) if known else None
