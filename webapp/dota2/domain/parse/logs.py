"""A player's logs, each by time; a line without a second or a name is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

from webapp.dota2.domain import records, wire
from webapp.dota2.domain.parse.numbers import second
from webapp.dota2.domain.parse.sums import source

Line = TypeVar("Line")

_AT: Final = re.compile(r"\[\s*(\d{1,4}(?:\.\d+)?)\s*,\s*(\d{1,4}(?:\.\d+)?)\s*]")
_MOST_SPOTS: Final = 20_000


def logs_of(body: wire.Player) -> records.Logs:
    """Give all logs of a player."""
    buybacks = _each(body.buyback_log, lambda one: second(one.time))
    return records.Logs(
        kills=_log(body.kills_log, _kill),
        purchases=_log(body.purchase_log, _purchase),
        runes=_log(body.runes_log, _rune),
        buybacks_s=None if buybacks is None else tuple(sorted(buybacks)),
        connections=_log(body.connection_log, _connection),
        observers=_log(body.obs_log, _ward),
        observers_left=_log(body.obs_left_log, _ward),
        sentries=_log(body.sen_log, _ward),
        sentries_left=_log(body.sen_left_log, _ward),
        neutral_items=_log(body.neutral_item_history, _found),
        neutral_tokens=_log(body.neutral_tokens_log, _found),
        permanent_buffs=_each(body.permanent_buffs, _buff),
        lane_spots=spots(body.lane_pos),
        observer_spots=spots(body.obs),
        sentry_spots=spots(body.sen),
        biggest_hit=_hit(body.max_hero_hit),
    )


def spots(grid: wire.Grid) -> tuple[records.Spot, ...] | None:
    """Flatten x, then y, then how often; a cell that is no number is left out."""
    if grid is None:
        return None
    made = [
        records.Spot(at_x, at_y, round(count or 0))
        for x, column in grid.items()
        for y, count in (column or {}).items()
        if (at_x := _cell(x)) is not None and (at_y := _cell(y)) is not None
    ]
    return tuple(made[:_MOST_SPOTS])


def _each(
    entries: Iterable[Any] | None, make: Callable[[Any], Line | None]
) -> tuple[Line, ...] | None:
    if entries is None:
        return None
    return tuple(made for one in entries if (made := make(one)) is not None)


def _log(
    entries: Iterable[Any] | None, make: Callable[[Any], Line | None]
) -> tuple[Line, ...] | None:
    made = _each(entries, make)
    return None if made is None else tuple(sorted(made, key=lambda line: line.at_s))  # type: ignore[attr-defined]


def _kill(one: wire.Entry) -> records.Kill | None:
    at_s = second(one.time)
    return records.Kill(at_s, one.key) if at_s is not None and isinstance(one.key, str) else None


def _purchase(one: wire.Entry) -> records.Purchase | None:
    at_s = second(one.time)
    if at_s is None or not isinstance(one.key, str):
        return None
    return records.Purchase(at_s, one.key.removeprefix("item_"), one.charges)


def _rune(one: wire.Entry) -> records.Rune | None:
    at_s = second(one.time)
    kind = str(one.key)
    return records.Rune(at_s, int(kind)) if at_s is not None and kind.isdecimal() else None


def _connection(one: wire.Entry) -> records.Connection | None:
    at_s = second(one.time)
    return records.Connection(at_s, one.event) if at_s is not None and one.event else None


def _ward(one: wire.Placed) -> records.Ward | None:
    at_s = second(one.time)
    x, y = one.x, one.y
    if (x is None or y is None) and (written := _AT.fullmatch(one.key or "")):
        x, y = float(written[1]), float(written[2])
    if at_s is None or x is None or y is None:
        return None
    return records.Ward(at_s, x, y, one.z, one.ehandle, one.attackername)


def _found(one: wire.Found) -> records.NeutralItem | None:
    at_s, item = second(one.time), one.item_neutral or one.key
    if at_s is None or not item:
        return None
    return records.NeutralItem(
        at_s, item.removeprefix("item_"), one.item_neutral_enhancement or None
    )


def _buff(one: wire.Buff) -> records.PermanentBuff | None:
    if one.permanent_buff is None:
        return None
    return records.PermanentBuff(one.permanent_buff, one.stack_count or 0, second(one.grant_time))


def _hit(one: wire.Hit | None) -> records.BiggestHit | None:
    if one is None or one.value is None or not one.key:
        return None
    return records.BiggestHit(second(one.time), source(one.inflictor), one.key, one.value)


def _cell(written: str) -> float | None:
    try:
        value = float(written)
    except ValueError:
        return None
    return value if 0 <= value <= 512 else None  # noqa: PLR2004 -- twice the map's grid
