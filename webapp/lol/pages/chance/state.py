"""The chance at the chosen second, taken apart."""

from __future__ import annotations

from webapp.lol.domain.analysis.known import Known
from webapp.lol.domain.winning import chance_at
from webapp.lol.pages.chance.view import PartRow, StateView
from webapp.lol.pages.frame import clock
from webapp.matchplay.winning import Model, Part
from webapp.matchplay.winning.words import gained_by, points, share_of, whole

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
    worth = {part.word: chance - part.without for part in parts}
    largest = max((abs(one) for one in worth.values()), default=0.0)
    second = known.at_ms[frame] // 1_000
    return StateView(
        at_s=second,
        clock=clock(second),
        chance_a=whole(chance),
        chance_b=str(100 - int(whole(chance))),
        parts=tuple(_part(part, known, frame, worth[part.word], largest) for part in parts),
    )


def _part(part: Part, known: Known, frame: int, worth: float, largest: float) -> PartRow:
    return PartRow(
        word=_CALLED.get(part.word, part.word),
        stands=_stands(part.word, known, frame),
        points=points(worth),
        side=gained_by(worth),
        without=whole(part.without),
        percent=share_of(worth, largest),
    )


def _stands(word: str, known: Known, frame: int) -> str:
    if word in _EARNED:
        column, unit = _EARNED[word]
        a, b = (getattr(known, f"{column}_{side}")[frame] for side in "ab")
        if a == b:
            return "even"
        share = 100 * abs(a - b) / (a + b)
        return f"{'Blue' if a > b else 'Red'} +{abs(a - b):,} {unit}, {share:.1f} % of all"
    column, verb = _COUNTS[word]
    a, b = (getattr(known, f"{column}_{side}")[frame] for side in "ab")
    return f"Blue {verb} {a}, Red {b}" if a or b else "none"
