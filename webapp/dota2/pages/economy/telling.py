"""The story of the lead in words: what it was called, the figures that made it so, each change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.dota2.domain.analysis.economy import Peak, Story
from webapp.dota2.domain.analysis.economy.story import NONE, RULE
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.matchplay import lead_told
from webapp.matchplay.charts import clock
from webapp.matchplay.lead_told import SwingView, When, Wording, percent_of, when_at

WORDS: Final = lead_told.WORDS | {NONE: "The lead"}
WORDING: Final = Wording(SIDE_NAMES, "gold", "minute", "without being ahead in gold at any minute")


@dataclass(frozen=True, slots=True)
class PeakView:
    """The widest lead of one side; `percent` is empty where sums are not known."""

    side: str
    name: str
    gold: int
    percent: str
    when: When


@dataclass(frozen=True, slots=True)
class StoryView:
    """How the lead went: a word with its rule, a sentence with its figures, peaks and changes."""

    word: str
    sentence: str
    peaks: tuple[PeakView, ...]
    swings: tuple[SwingView, ...]
    differs: str


def story_view(story: Story, unlike_upstream: tuple[int, ...], url: str) -> StoryView:
    """Tell how the lead went."""
    peaks = {"a": story.peak_a, "b": story.peak_b}
    return StoryView(
        word=WORDS[story.kind],
        sentence=_sentence(story, peaks),
        peaks=tuple(_peak(side, peak, url) for side, peak in peaks.items() if peak),
        swings=WORDING.swings(story.swings, url),
        differs=_differs(unlike_upstream),
    )


def _sentence(story: Story, peaks: dict[str, Peak | None]) -> str:
    if story.winner is None:
        return "No winner is recorded, so nobody can say what the lead decided."
    return WORDING.winner(story.kind, story.winner, peaks, RULE)


def _differs(seconds: tuple[int, ...]) -> str:
    if not seconds:
        return ""
    told = "minute" if len(seconds) == 1 else "minutes"
    return (
        f"At {len(seconds)} {told}, from {clock(seconds[0])} on, OpenDota’s own gold lead is "
        "another than the sum of its players’ gold. This page shows the sum."
    )


def _peak(side: str, peak: Peak, url: str) -> PeakView:
    return PeakView(side, SIDE_NAMES[side], peak.by, percent_of(peak), when_at(peak.at_s, url))
