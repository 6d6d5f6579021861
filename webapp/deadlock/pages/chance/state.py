"""The chance at the chosen second, taken apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from webapp.deadlock.domain.winning.curve import chance_at
from webapp.deadlock.domain.winning.known import Known, known_at
from webapp.deadlock.domain.words import SIDE_SHORT
from webapp.deadlock.pages.chance.view import StateView
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock
from webapp.matchplay.winning import Model
from webapp.matchplay.winning.apart import counted_said, part_rows
from webapp.matchplay.winning.words import whole

EVEN = 0.5


def state_of(loaded: Sources, model: Model, at_s: int) -> StateView:
    """Say what the chance at a second is made of; the end of the match is not before it."""
    at_s = min(at_s, max(loaded.row.duration_s - 1, 0))
    lead, events = loaded.slices["lead"], loaded.slices["events"]
    sides = {row.slot: row.side for row in loaded.slices["scoreboard"].rows}
    chance, parts = chance_at(model.weights, lead, events, sides, at_s)
    known = known_at(lead, events, sides, [at_s])
    return StateView(
        at_s=at_s,
        clock=clock(at_s),
        chance_a=whole(chance),
        chance_b=str(100 - int(whole(chance))),
        ahead="" if chance == EVEN else "a" if chance > EVEN else "b",
        sentence=_souls(known),
        parts=part_rows(chance, parts, lambda word: STANDS[word](known)),
    )


def _souls(known: Known) -> str:
    at_s = int(known.souls_at_s[0])
    if not at_s:
        return "Souls are first counted at 3:00; until then only kills and buildings tell."
    return f"Souls as counted at {clock(at_s)}; kills since then stand for the rest."


def _lead(known: Known) -> str:
    ahead = int(known.souls_a[0] - known.souls_b[0])
    if not ahead:
        return "even"
    share = 100 * abs(ahead) / float(known.souls_a[0] + known.souls_b[0])
    return f"{SIDE_SHORT['a' if ahead > 0 else 'b']} +{abs(ahead):,}, {share:.1f} % of all souls"


def _counts(name: str, verb: str) -> Callable[[Known], str]:
    def said(known: Known) -> str:
        a, b = (int(getattr(known, f"{name}_{side}")[0]) for side in "ab")
        return counted_said(SIDE_SHORT, verb, a, b)

    return said


STANDS: Final[dict[str, Callable[[Known], str]]] = {
    "Soul lead": _lead,
    "Kills not yet in the souls": _counts("kills", "killed"),
    "Guardians": _counts("guardians", "lost"),
    "Walkers": _counts("walkers", "lost"),
    "Base Guardians": _counts("base_guardians", "lost"),
    "Shrines": _counts("shrines", "lost"),
    "Patron": _counts("patrons", "weakened"),
    "Rejuvenator": _counts("rejuvenators", "claimed"),
}
