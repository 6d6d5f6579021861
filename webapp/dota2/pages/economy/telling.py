"""The story of the lead in words: what it was called, the figures that made it so, each change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.dota2.domain.analysis.economy import Peak, Story, Swing
from webapp.dota2.domain.analysis.economy import story as rules
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.matchplay.charts import clock

WORDS: Final = {
    rules.COMEBACK: "Comeback",
    rules.STOMP: "Stomp",
    rules.HELD: "Held lead",
    rules.CLOSE: "Close",
    rules.NONE: "The lead",
}


@dataclass(frozen=True, slots=True)
class When:
    """A moment in words, and where it leads."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class PeakView:
    """The widest lead of one side; `percent` is empty where sums are not known."""

    side: str
    name: str
    gold: int
    percent: str
    when: When


@dataclass(frozen=True, slots=True)
class SwingView:
    """A change of the lead: who took it, between which minutes, and about when."""

    side: str
    name: str
    start: When
    end: When
    about: When


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
        swings=tuple(_swing(one, url) for one in story.swings),
        differs=_differs(unlike_upstream),
    )


def _sentence(story: Story, peaks: dict[str, Peak | None]) -> str:
    if story.winner is None:
        return "No winner is recorded, so nobody can say what the lead decided."
    won = story.winner
    best, behind = peaks[won], peaks["b" if won == "a" else "a"]
    if story.kind == rules.COMEBACK and behind:
        return f"{SIDE_NAMES[won]} won from {_said(behind, 'behind')}."
    if story.kind == rules.STOMP and best:
        return f"{SIDE_NAMES[won]} was never behind after 10:00 and got {_said(best, 'ahead')}."
    if best is None:
        return f"{SIDE_NAMES[won]} won without being ahead in gold at any minute."
    least = f"at worst {behind.gold:,} behind" if behind else "never behind at a minute"
    return f"{SIDE_NAMES[won]} got {_said(best, 'ahead')}, and was {least}."


def _differs(seconds: tuple[int, ...]) -> str:
    if not seconds:
        return ""
    told = "minute" if len(seconds) == 1 else "minutes"
    return (
        f"At {len(seconds)} {told}, from {clock(seconds[0])} on, OpenDota’s own gold lead is "
        "another than the sum of its players’ gold. This page shows the sum."
    )


def _said(peak: Peak, way: str) -> str:
    share = f", {_percent(peak)} of all gold" if peak.share is not None else ""
    return f"{peak.gold:,} gold {way} at {clock(peak.at_s)}{share}"


def _percent(peak: Peak) -> str:
    return "" if peak.share is None else f"{100 * peak.share:.1f} %"


def _peak(side: str, peak: Peak, url: str) -> PeakView:
    return PeakView(side, SIDE_NAMES[side], peak.gold, _percent(peak), _when(peak.at_s, url))


def _swing(one: Swing, url: str) -> SwingView:
    return SwingView(
        one.side,
        SIDE_NAMES[one.side],
        _when(one.from_s, url),
        _when(one.to_s, url),
        _when(one.about_s, url),
    )


def _when(at_s: int, url: str) -> When:
    return When(clock(at_s), f"{url}?t={max(at_s, 0)}")
