"""What is told of buildings, Roshan, Tormentors, couriers and runes."""

from __future__ import annotations

import msgspec


class Building(msgspec.Struct, frozen=True):
    """One building of `side`; places are cells of the map grid.

    `kind` is "tower" (with its `tier`), "melee", "ranged", "ancient" or "shrine"; `order` tells
    two alike apart. `stood` says whether it stood at the end, None where the response does not
    say. `fell_at_s` is None while it stood and where nobody recorded the second. `by` is the slot
    that had the last hit, `by_unit` the engine name of what had it; `denied` is by its own side.
    """

    side: str
    kind: str
    tier: int | None
    lane: str | None
    order: int
    x: float | None
    y: float | None
    stood: bool | None
    fell_at_s: int | None
    by: int | None
    by_unit: str | None
    denied: bool


class Unnamed(msgspec.Struct, frozen=True):
    """A tower that fell, in a dialect that does not say which; `side` is who gained."""

    at_s: int
    side: str | None
    by: int | None
    denied: bool


class Roshan(msgspec.Struct, frozen=True):
    """One death of Roshan, from the first on.

    `side` killed it. `aegis` is "taken", "stolen", "denied" or "" where nothing says so; `holder`
    is the slot that did that, `aegis_at_s` when.
    """

    number: int
    at_s: int
    side: str | None
    aegis: str
    holder: int | None
    aegis_at_s: int | None


class Tormentor(msgspec.Struct, frozen=True):
    """One death of a Tormentor: the side that killed it, and the slot where it is told."""

    at_s: int
    side: str | None
    slot: int | None


class Courier(msgspec.Struct, frozen=True):
    """A courier of `side` was lost to slot `by`; what it was worth where that is told."""

    at_s: int
    side: str | None
    by: int | None
    gold: int | None


class Runes(msgspec.Struct, frozen=True):
    """Columns of one length by time: second, slot, and the game's number of the rune's kind."""

    at_s: tuple[int, ...]
    slot: tuple[int, ...]
    kind: tuple[int, ...]


class RuneTotals(msgspec.Struct, frozen=True):
    """What one slot took over the match: kinds and how many of each, in step.

    The kind is `runes.UNTOLD` where the response counts runes without saying which.
    """

    slot: int
    kinds: tuple[int, ...]
    counts: tuple[int, ...]


class Objectives(msgspec.Struct, frozen=True):
    """Everything the map has to give; a part that was not recorded is None.

    `recorded` says whether the response has a list of objectives at all: without one, the masks
    of what stood are all there is, and every `fell_at_s` is None.
    """

    recorded: bool
    buildings: tuple[Building, ...]
    unnamed: tuple[Unnamed, ...]
    roshans: tuple[Roshan, ...] | None
    tormentors: tuple[Tormentor, ...] | None
    couriers: tuple[Courier, ...] | None
    runes: Runes | None
    rune_totals: tuple[RuneTotals, ...] | None
