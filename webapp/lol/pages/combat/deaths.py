"""The death ledger as rows: who, where, to whom, what it paid and cost, and what dealt it."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.lol.domain.analysis.deaths import Death, Source, gold_paid
from webapp.lol.domain.winning import chances_of, swing_at
from webapp.lol.pages.frame import clock
from webapp.lol.pages.seats import NOBODY, Seat, listed_seats, seats_of
from webapp.lol.pages.sources import Sources
from webapp.matchplay.winning import Model

HELD = 32
MOST_SOURCES = 12
KINDS = {"minion": "Minions", "monster": "Monsters", "turret": "Turret"}


@dataclass(frozen=True, slots=True)
class RecapRow:
    """What one spell did, or what many small ones did together."""

    who: str
    spell: str
    physical: str
    magic: str
    true: str
    total: str
    percent: int


@dataclass(frozen=True, slots=True)
class DeathRow:
    """One death; `cost` is in points of win chance, empty without one."""

    number: int
    at_s: int
    clock: str
    victim: Seat
    killer: Seat
    killed_by: str
    assists: str
    place: str
    level: int
    away: str
    paid: str
    kinds: tuple[str, ...]
    cost: str
    damage: str
    split: str
    recap: tuple[RecapRow, ...]


@holding(HELD)
def death_rows(loaded: Sources, model: Model) -> tuple[DeathRow, ...]:
    """Give every death by time."""
    seats = seats_of(loaded)
    costs = _costs(loaded, model)
    told = loaded.slices["deaths"]
    return tuple(
        _row(number, one, told.sources(one) or (), seats, costs[number])
        for number, one in enumerate(told.deaths)
    )


def _costs(loaded: Sources, model: Model) -> list[str]:
    """Say what each death's minute cost the fallen side; a gain is written with a plus."""
    known, events = loaded.slices["known"], loaded.slices["events"]
    chances = chances_of(model.weights, known)
    sides = {row.slot: row.side for row in loaded.slices["scoreboard"].rows}
    found = []
    for kill in events.kills:
        swing = swing_at(known.at_ms, chances, kill.at_ms)
        side = sides.get(kill.victim)
        found.append(f"{100 * swing.gained(side):+.1f}".replace("-", "−") if swing else "")
    return found


def _row(
    number: int, one: Death, dealt: tuple[Source, ...], seats: dict[int, Seat], cost: str
) -> DeathRow:
    killer = seats.get(one.killer or 0, NOBODY)
    paid = gold_paid(one.bounty, one.shutdown) if one.killer else None
    told = (one.physical, one.magic, one.true)
    total = None if None in told else sum(part or 0 for part in told)
    return DeathRow(
        number=number,
        at_s=one.at_s,
        clock=clock(one.at_s),
        victim=seats.get(one.victim, NOBODY),
        killer=killer,
        killed_by=killer.name if one.killer else _others(dealt),
        assists=listed_seats(one.assists, seats),
        place=one.place,
        level=one.level,
        away="–" if one.away_s is None else str(one.away_s),
        paid="–" if paid is None or one.bounty is None else f"{paid:,}",
        kinds=one.classes,
        cost=cost,
        damage="not recorded" if total is None else f"{total:,}",
        split=_split(one, total),
        recap=_recap(dealt, seats, total or 0),
    )


def _others(dealt: tuple[Source, ...]) -> str:
    """Name what killed somebody whom no player killed."""
    largest = next((source for source in dealt if source.slot is None), None)
    return KINDS.get(largest.source, "nobody").lower() if largest else "nobody"


def _split(one: Death, total: int | None) -> str:
    if not total:
        return ""
    parts = (("physical", one.physical), ("magic", one.magic), ("true", one.true))
    return ", ".join(f"{100 * (value or 0) / total:.0f} % {word}" for word, value in parts)


def _recap(dealt: tuple[Source, ...], seats: dict[int, Seat], total: int) -> tuple[RecapRow, ...]:
    """Add up what reads the same, the largest first; many small ones are one row."""
    sums: dict[tuple[str, str], list[int]] = {}
    for source in dealt:
        row = sums.setdefault(_called(source, seats), [0, 0, 0])
        for spot, kind in enumerate(_KINDS):
            row[spot] += getattr(source, kind)
    ranked = sorted(sums.items(), key=lambda pair: -sum(pair[1]))
    rows = [_written(*called, found, total) for called, found in ranked[:MOST_SOURCES]]
    rest = [found for _, found in ranked[MOST_SOURCES:]]
    if rest:
        added = [sum(found[spot] for found in rest) for spot in range(len(_KINDS))]
        rows.append(_written(f"{len(rest)} smaller", "", added, total))
    return tuple(rows)


def _called(one: Source, seats: dict[int, Seat]) -> tuple[str, str]:
    if one.slot in seats:
        return seats[one.slot].name, spell_words(one)
    return KINDS.get(one.source, one.name or "Other"), spell_words(one)


def _written(who: str, spell: str, sums: list[int], total: int) -> RecapRow:
    whole = sum(sums)
    physical, magic, true = (f"{value:,}" if value else "" for value in sums)
    percent = round(100 * whole / total) if total else 0
    return RecapRow(who, spell, physical, magic, true, f"{whole:,}", percent)


def spell_words(one: Source) -> str:
    """Name a spell: its key, else what kind of effect its engine name is."""
    if one.key == "basic":
        return "Attacks"
    if one.key or not one.slot:
        return one.key
    spell = one.spell.casefold()
    if spell[:1].isdigit():
        return "Items"
    said = next((words for part, words in _EFFECTS.items() if part in spell), "")
    return said or "Passive, items and runes"


_KINDS = ("physical", "magic", "true")
_EFFECTS = {
    "summonerdot": "Ignite",
    "smite": "Smite",
    "snowball": "Snowball",
    "dragonsoul": "Dragon soul",
    "elderdragon": "Elder dragon",
    "item": "Items",
}
