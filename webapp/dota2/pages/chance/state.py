"""The chance at a second, taken apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from webapp.dota2.domain.winning import Known, chance_at, known_at
from webapp.dota2.domain.words import SIDE_SHORT
from webapp.dota2.pages.chance.view import StateView
from webapp.dota2.pages.sources import Sources
from webapp.matchplay.charts import clock
from webapp.matchplay.winning import Model
from webapp.matchplay.winning.apart import counted_said, earned_said, part_rows
from webapp.matchplay.winning.words import whole


def state_of(loaded: Sources, model: Model, at_s: int) -> StateView:
    """Say what the chance at a second is made of; the end of the match is not before it."""
    at_s = min(at_s, max(loaded.row.duration_s - 1, 0))
    lead, events = loaded.slices["lead"], loaded.slices["events"]
    chance, parts = chance_at(model.weights, lead, events, at_s)
    known = known_at(lead, events, [at_s])
    return StateView(
        at_s=at_s,
        clock=clock(at_s),
        chance_a=whole(chance),
        chance_b=str(100 - int(whole(chance))),
        parts=part_rows(chance, parts, lambda word: _STANDS[word](known)),
    )


def _earned(name: str, unit: str) -> Callable[[Known], str]:
    return lambda known: earned_said(SIDE_SHORT, unit, *_pair(known, name))


def _counts(name: str, verb: str) -> Callable[[Known], str]:
    return lambda known: counted_said(SIDE_SHORT, verb, *_pair(known, name))


def _pair(known: Known, name: str) -> tuple[int, int]:
    return int(getattr(known, f"{name}_a")[0]), int(getattr(known, f"{name}_b")[0])


def _aegis(known: Known) -> str:
    held = [
        SIDE_SHORT[side] for side, count in zip("ab", _pair(known, "aegis"), strict=True) if count
    ]
    return f"{' and '.join(held)} holds it" if held else "nobody holds one"


_STANDS: Final[dict[str, Callable[[Known], str]]] = {
    "Gold lead": _earned("gold", "gold"),
    "Experience lead": _earned("xp", "experience"),
    "Towers": _counts("towers", "lost"),
    "Barracks": _counts("barracks", "lost"),
    "Aegis": _aegis,
    "Kills": _counts("kills", "has"),
}
