"""The chance at the chosen second, taken apart."""

from __future__ import annotations

from dataclasses import replace

from webapp.lol.domain.analysis.known import Known
from webapp.lol.domain.winning import chance_at
from webapp.lol.pages.chance.view import StateView
from webapp.lol.pages.frame import clock
from webapp.lol.pages.head import SIDE_NAMES
from webapp.matchplay.winning import Model
from webapp.matchplay.winning.apart import counted_said, earned_said, part_rows
from webapp.matchplay.winning.words import whole

_COUNTS = {
    "Towers": ("towers", "took"),
    "Drakes": ("drakes", "took"),
    "Dragon soul": ("souls", "has"),
    "Elder dragon": ("elders", "holds"),
    "Baron": ("barons", "holds"),
    "Inhibitors": ("inhibitors", "has down"),
    "Kills": ("kills", "has"),
}
_CALLED = {"Towers": "Turrets", "Kills": "Kills and executions"}
"""What a part is called on the page, where the model's own word is another."""
_EARNED = {"Gold lead": ("gold", "gold"), "Experience lead": ("xp", "experience")}


def state_of(known: Known, model: Model, at_s: int) -> StateView | None:
    """Say what the chance at the last frame by a second is made of; None before any frame.

    The end of the match is no state before it: the frame before is shown then.
    """
    last = len(known.at_ms) - 1
    if last > 0 and at_s * 1_000 >= known.at_ms[last]:
        at_s = known.at_ms[last - 1] // 1_000
    found = chance_at(model.weights, known, at_s)
    if found is None:
        return None
    frame, chance, parts = found
    second = known.at_ms[frame] // 1_000
    return StateView(
        at_s=second,
        clock=clock(second),
        chance_a=whole(chance),
        chance_b=str(100 - int(whole(chance))),
        parts=tuple(
            replace(row, word=_CALLED.get(row.word, row.word))
            for row in part_rows(chance, parts, lambda word: _stands(word, known, frame))
        ),
    )


def _stands(word: str, known: Known, frame: int) -> str:
    if word in _EARNED:
        column, unit = _EARNED[word]
        a, b = (getattr(known, f"{column}_{side}")[frame] for side in "ab")
        return earned_said(SIDE_NAMES, unit, a, b)
    column, verb = _COUNTS[word]
    a, b = (getattr(known, f"{column}_{side}")[frame] for side in "ab")
    return counted_said(SIDE_NAMES, verb, a, b)
