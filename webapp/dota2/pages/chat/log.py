"""Everything with a second in one list, for the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from webapp.dota2.domain.buildings import name_of
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.pages.builds.rows import NOTE_GOLD
from webapp.dota2.pages.people import hero_of, people_of
from webapp.matchplay.charts import clock

KINDS: Final = ("kills", "objectives", "items", "buybacks", "connections")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that happened; `side` is whose doing it was, "" where that means nothing."""

    at_s: int
    clock: str
    kind: str
    side: str
    text: str


def log_of(loaded: Any) -> tuple[LogLine, ...]:
    """Give a match's log by time."""
    found = [
        *_kills(loaded),
        *_objectives(loaded),
        *_items(loaded),
        *_buybacks(loaded),
        *_connections(loaded),
    ]
    return tuple(sorted(found, key=lambda line: (line.at_s, line.kind, line.text)))


def _line(at_s: int, kind: str, side: str | None, text: str) -> LogLine:
    return LogLine(at_s, clock(at_s), kind, side or "", text)


def _side(loaded: Any, slot: int) -> str:
    person = people_of(loaded).get(slot)
    return person.side if person else ""


def _kills(loaded: Any) -> Iterator[LogLine]:
    for one in loaded.slices["events"].kills or ():
        text = f"{hero_of(loaded, one.killer)} killed {hero_of(loaded, one.victim)}"
        yield _line(one.at_s, "kills", _side(loaded, one.killer), text)


def _objectives(loaded: Any) -> Iterator[LogLine]:
    events = loaded.slices["events"]
    for one in events.falls:
        name = name_of(one.kind, one.tier, one.lane)
        whose = SIDE_NAMES.get(one.side or "", "")
        by = f" to {hero_of(loaded, one.by)}" if one.by is not None else ""
        verb = "was denied" if one.denied else f"fell{by}"
        yield _line(one.at_s, "objectives", one.taken_by, f"{whose} {name} {verb}".strip())
    for one in events.roshans or ():
        holder = f"; Aegis {one.aegis}" if one.aegis else ""
        who = f" by {hero_of(loaded, one.holder)}" if one.holder is not None else ""
        killer = SIDE_NAMES.get(one.side or "", "Somebody")
        yield _line(one.at_s, "objectives", one.side, f"{killer} killed Roshan{holder}{who}")
    for one in events.tormentors or ():
        killer = SIDE_NAMES.get(one.side or "", "Somebody")
        yield _line(one.at_s, "objectives", one.side, f"{killer} killed a Tormentor")
    for one in events.couriers or ():
        whose = SIDE_NAMES.get(one.side or "", "Somebody")
        taker = {"a": "b", "b": "a"}.get(one.side or "")
        yield _line(one.at_s, "objectives", taker, f"{whose} lost a courier")


def _items(loaded: Any) -> Iterator[LogLine]:
    for build in loaded.slices["builds"].players:
        log = build.purchases
        if log is None:
            continue
        hero, side = hero_of(loaded, build.slot), _side(loaded, build.slot)
        for at_s, key in zip(log.at_s, log.item, strict=True):
            item = loaded.names.item_called(key)
            if (item.cost or 0) >= NOTE_GOLD:
                yield _line(at_s, "items", side, f"{hero} bought {item.name}")


def _buybacks(loaded: Any) -> Iterator[LogLine]:
    for one in loaded.slices["events"].buybacks or ():
        side = _side(loaded, one.slot)
        yield _line(one.at_s, "buybacks", side, f"{hero_of(loaded, one.slot)} bought back")


def _connections(loaded: Any) -> Iterator[LogLine]:
    for one in loaded.slices["chat"].connections or ():
        verb = "came back" if one.back else "lost the connection"
        side = _side(loaded, one.slot)
        yield _line(one.at_s, "connections", side, f"{hero_of(loaded, one.slot)} {verb}")
    for pause in loaded.slices["events"].pauses or ():
        yield _line(pause.at_s, "connections", "", f"Paused for {pause.lasted_s} s")
