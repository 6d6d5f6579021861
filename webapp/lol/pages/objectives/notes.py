"""Souls, objective bounties and feats as rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.core.holding import holding
from webapp.lol.pages.frame import clock
from webapp.lol.pages.head import SIDE_NAMES
from webapp.lol.pages.sources import Sources

HELD: Final = 32
FEATS: Final = {0: "kills", 1: "first turret", 2: "epic monsters"}
"""What each race was about, by the numbers the timeline gives them."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A soul, a bounty or a feat: when, whose, and what it was."""

    at_s: int
    clock: str
    side: str
    what: str


@holding(HELD)
def note_rows(loaded: Sources) -> tuple[NoteRow, ...]:
    """Give souls, bounties and feats by time; a side gets one soul, though some are told twice."""
    story, events = loaded.slices["objectives"], loaded.slices["events"]
    souls = {one.side: one for one in reversed(events.souls)}.values()
    rows = [
        *(_note(one.at_s, one.side, f"{one.element.capitalize()} soul") for one in souls),
        *(
            _note(one.from_s, one.side, f"Objective bounties {_until(one.to_s)}")
            for one in story.bounties
        ),
        *(
            _note(one.at_s, one.side, f"Feat of strength, {FEATS.get(one.feat, one.feat)}")
            for one in story.feats
        ),
    ]
    return tuple(sorted(rows, key=lambda one: one.at_s))


def _until(to_s: int | None) -> str:
    return "to the end" if to_s is None else f"until {clock(to_s)}"


def _note(at_s: int, side: str, what: str) -> NoteRow:
    return NoteRow(at_s, clock(at_s), side, f"{SIDE_NAMES[side]}: {what}")
