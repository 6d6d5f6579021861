"""The story of the lead in words: what it was called, the figures that made it so, each change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.deadlock.domain.analysis.economy import Peak, Story, Swing
from webapp.deadlock.domain.analysis.economy import story as rules
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.matchplay.charts import clock

WORDS: Final = {
    rules.COMEBACK: "Comeback",
    rules.THROWN: "Thrown lead",
    rules.STOMP: "Stomp",
    rules.HELD: "Held lead",
    rules.CLOSE: "Close",
    rules.NONE: "No winner",
}


@dataclass(frozen=True, slots=True)
class When:
    """A moment in words, and where it leads."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class PeakView:
    """The widest lead of one side."""

    side: str
    name: str
    souls: int
    percent: str
    when: When


@dataclass(frozen=True, slots=True)
class SwingView:
    """A change of the lead: who took it, between which samples, and about when."""

    side: str
    name: str
    start: When
    end: When
    about: When


@dataclass(frozen=True, slots=True)
class StoryView:
    """How the lead went: a word with its rule, a sentence with its figures, peaks and changes."""

    word: str
    term: Term
    sentence: str
    peaks: tuple[PeakView, ...]
    swings: tuple[SwingView, ...]


def story_view(story: Story, url: str) -> StoryView:
    """Tell how the lead went."""
    peaks = {"a": story.peak_a, "b": story.peak_b}
    return StoryView(
        word=WORDS[story.kind],
        term=TERMS["lead-story"],
        sentence=_sentence(story, peaks),
        peaks=tuple(_peak(side, peak, url) for side, peak in peaks.items() if peak),
        swings=tuple(_swing(one, url) for one in story.swings),
    )


def _sentence(story: Story, peaks: dict[str, Peak | None]) -> str:
    if story.winner is None:
        return "Nobody won, so the lead decided nothing."
    won, lost = story.winner, "b" if story.winner == "a" else "a"
    best, behind = peaks[won], peaks[lost]
    if story.kind == rules.COMEBACK and behind:
        return f"{SIDE_NAMES[won]} won from {_said(behind, 'behind')}."
    if story.kind == rules.THROWN and behind and story.thrown_s:
        start, end = (clock(at_s) for at_s in story.thrown_s)
        return (
            f"{SIDE_NAMES[lost]} led by {behind.souls:,} souls at {clock(behind.at_s)}, "
            f"{_percent(behind)} of all souls, and all of the lead was gone between "
            f"{start} and {end}."
        )
    if story.kind == rules.STOMP and best:
        return f"{SIDE_NAMES[won]} was never behind after 9:00 and got {_said(best, 'ahead')}."
    if best is None:
        return f"{SIDE_NAMES[won]} won without ever being ahead in souls at a sample."
    least = f"at worst {behind.souls:,} behind" if behind else "never behind at a sample"
    return f"{SIDE_NAMES[won]} got {_said(best, 'ahead')}, and was {least}."


def _said(peak: Peak, way: str) -> str:
    return f"{peak.souls:,} souls {way} at {clock(peak.at_s)}, {_percent(peak)} of all souls"


def _percent(peak: Peak) -> str:
    return f"{100 * peak.share:.1f} %"


def _peak(side: str, peak: Peak, url: str) -> PeakView:
    return PeakView(side, SIDE_NAMES[side], peak.souls, _percent(peak), _when(peak.at_s, url))


def _swing(one: Swing, url: str) -> SwingView:
    return SwingView(
        one.side,
        SIDE_NAMES[one.side],
        _when(one.from_s, url),
        _when(one.to_s, url),
        _when(one.about_s, url),
    )


def _when(at_s: int, url: str) -> When:
    return When(clock(at_s), f"{url}?t={at_s}")
