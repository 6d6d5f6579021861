"""The story of a lead in words: the figures that made it so, and each change of hands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from webapp.matchplay.charts import clock
from webapp.matchplay.lead import Swing
from webapp.matchplay.lead_story import CLOSE, COMEBACK, HELD, STOMP, Peak, Rule

WORDS: Final = {COMEBACK: "Comeback", STOMP: "Stomp", HELD: "Held lead", CLOSE: "Close"}


@dataclass(frozen=True, slots=True)
class When:
    """A moment in words, and where it leads."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class SwingView:
    """A change of the lead: who took it, between which samples, and about when."""

    side: str
    name: str
    start: When
    end: When
    about: When


@dataclass(frozen=True, slots=True)
class Wording:
    """A game's words: its sides, what is counted, what a sample is, and a side never ahead."""

    sides: Mapping[str, str]
    unit: str
    sample: str
    never_ahead: str

    def winner(self, kind: str, won: str, peaks: Mapping[str, Peak | None], rule: Rule) -> str:
        """Say how the winner's lead went, for the words of `lead_story`."""
        name, best, behind = self.sides[won], peaks[won], peaks["b" if won == "a" else "a"]
        if kind == COMEBACK and behind:
            return f"{name} won from {self._said(behind, 'behind')}."
        if kind == STOMP and best:
            since = clock(rule.stomp_from_s)
            return f"{name} was never behind after {since} and got {self._said(best, 'ahead')}."
        if best is None:
            return f"{name} won {self.never_ahead}."
        least = f"at worst {behind.by:,} behind" if behind else f"never behind at a {self.sample}"
        return f"{name} got {self._said(best, 'ahead')}, and was {least}."

    def swings(self, swings: Iterable[Swing], url: str) -> tuple[SwingView, ...]:
        """List the changes of hands."""
        return tuple(
            SwingView(
                one.side,
                self.sides[one.side],
                when_at(one.from_s, url),
                when_at(one.to_s, url),
                when_at(one.about_s, url),
            )
            for one in swings
        )

    def _said(self, peak: Peak, way: str) -> str:
        share = f", {percent_of(peak)} of all {self.unit}" if peak.share is not None else ""
        return f"{peak.by:,} {self.unit} {way} at {clock(peak.at_s)}{share}"


def percent_of(peak: Peak) -> str:
    """Say the share of all; empty where it is not known."""
    return "" if peak.share is None else f"{100 * peak.share:.1f} %"


def when_at(at_s: int, url: str) -> When:
    """Say a second, and lead to it."""
    return When(clock(at_s), f"{url}?t={max(at_s, 0)}")
