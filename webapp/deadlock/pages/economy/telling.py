"""The story of the lead in words: what it was called, the figures that made it so, each change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from webapp.deadlock.domain.analysis.economy import Peak, Story
from webapp.deadlock.domain.analysis.economy.story import NONE, RULE, THROWN
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.matchplay import lead_told
from webapp.matchplay.charts import clock
from webapp.matchplay.lead import Swing
from webapp.matchplay.lead_told import SwingView, When, Wording, percent_of, when_at

WORDS: Final = lead_told.WORDS | {THROWN: "Thrown lead", NONE: "No winner"}
WORDING: Final = Wording(
    SIDE_NAMES, "souls", "sample", "without ever being ahead in souls at a sample"
)


@dataclass(frozen=True, slots=True)
class PeakView:
    """The widest lead of one side."""

    side: str
    name: str
    souls: int
    percent: str
    when: When


@dataclass(frozen=True, slots=True)
class StoryView:
    """How the lead went: a word with its rule, a sentence with its figures, peaks and changes.

    `swings` are those of the stretch shown, `swing_count` how many the match has.
    """

    word: str
    term: Term
    sentence: str
    peaks: tuple[PeakView, ...]
    swings: tuple[SwingView, ...]
    swing_count: int


def story_view(story: Story, swings: Iterable[Swing], url: str) -> StoryView:
    """Tell how the lead went over the match, with the changes of it that are shown."""
    peaks = {"a": story.peak_a, "b": story.peak_b}
    return StoryView(
        word=WORDS[story.kind],
        term=TERMS["lead-story"],
        sentence=_sentence(story, peaks),
        peaks=tuple(_peak(side, peak, url) for side, peak in peaks.items() if peak),
        swings=WORDING.swings(swings, url),
        swing_count=len(story.swings),
    )


def _sentence(story: Story, peaks: dict[str, Peak | None]) -> str:
    if story.winner is None:
        return "Nobody won, so the lead decided nothing."
    lost = "b" if story.winner == "a" else "a"
    behind = peaks[lost]
    if story.kind == THROWN and behind and story.thrown_s:
        start, end = (clock(at_s) for at_s in story.thrown_s)
        return (
            f"{SIDE_NAMES[lost]} led by {behind.by:,} souls at {clock(behind.at_s)}, "
            f"{percent_of(behind)} of all souls, and all of the lead was gone between "
            f"{start} and {end}."
        )
    return WORDING.winner(story.kind, story.winner, peaks, RULE)


def _peak(side: str, peak: Peak, url: str) -> PeakView:
    return PeakView(side, SIDE_NAMES[side], peak.by, percent_of(peak), when_at(peak.at_s, url))
