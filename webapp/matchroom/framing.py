"""Puts together what stands around every tab of a match, as its game says it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from webapp.core.bounded import Bounded
from webapp.core.holding import shared
from webapp.matchplay.frame import Frame, Head, Notice, Tab
from webapp.matchplay.lead import LeadSample
from webapp.matchplay.strip import (
    Event,
    Names,
    StillStrip,
    StripView,
    still_strip,
    strip_at,
)
from webapp.matchroom.moment import Moment
from webapp.matchroom.strip_form import open_strip

STILLS_HELD = 64


class TabPlace(NamedTuple):
    """A tab: the name of its part, what it is called, its path after the match's address."""

    part: str
    name: str
    path: str


class SubPage(NamedTuple):
    """A page within a tab: its name, the tab it stands under, its path."""

    page: str
    tab: str
    path: str


@dataclass(frozen=True, slots=True)
class _Still:
    """What stands around a tab before a moment is chosen."""

    head: Head
    strip: StillStrip | None
    notices: tuple[Notice, ...]


class Framing:
    """How one game's matches are framed; one for each game, made once a process."""

    def __init__(  # noqa: PLR0913 - one keyword for each thing that stands around a tab
        self,
        *,
        tabs: Sequence[TabPlace],
        sub_pages: Sequence[SubPage] = (),
        names: Names,
        url_of: Callable[[Any], str],
        head: Callable[[Any], Head],
        notices: Callable[[Any], tuple[Notice, ...]],
        lead: Callable[[Any], Sequence[LeadSample]],
        events: Callable[[Any], list[Event]],
        lacks: Callable[[Any], frozenset[str]] = lambda _: frozenset(),
    ) -> None:
        """Take a game's words; each function gets the sources of a match.

        `lacks` names the tabs a match of an odd mode has nothing for: they are not shown.
        """
        self.tabs, self.sub_pages = tuple(tabs), tuple(sub_pages)
        self.names, self.url_of = names, url_of
        self.head, self._notices, self._lacks = head, notices, lacks
        self.lead, self._events = lead, events
        self._stills: Bounded[tuple[int, str], tuple[Any, _Still]] = Bounded(STILLS_HELD)
        shared.add(self._stills)

    def frame(self, loaded: Any, tab: str, moment: Moment) -> Frame:
        """Put together what stands around a tab of a match, or around a page within one."""
        still = self._still(loaded, tab)
        current = next((one.tab for one in self.sub_pages if one.page == tab), tab)
        url, lacks = self.url_of(loaded.row.match_id), self._lacks(loaded)
        return Frame(
            match_id=loaded.row.match_id,
            url=url,
            head=still.head,
            strip=_strip_at(still.strip, moment) if still.strip else None,
            tabs=tuple(
                Tab(one.name, url + one.path + moment.query, one.part, one.part == current)
                for one in self.tabs
                if one.part not in lacks
            ),
            notices=still.notices,
        )

    def strip(self, loaded: Any, tab: str, moment: Moment) -> StripView | None:
        """Give the strip of a match at a moment."""
        strip = self._still(loaded, tab).strip
        return strip_at(strip, moment.at, moment.span) if strip else None

    def _still(self, loaded: Any, tab: str) -> _Still:
        """Draw what no moment changes; what was loaded never ages, so neither does this."""
        # What was loaded lies beside: while it is held, its id cannot be another's.
        held = self._stills.get((id(loaded), tab))
        if held:
            return held[1]
        still = _Still(self.head(loaded), self._drawn_strip(loaded, tab), self._notices(loaded))
        self._stills.put((id(loaded), tab), (loaded, still))
        return still

    def _drawn_strip(self, loaded: Any, tab: str) -> StillStrip | None:
        lead, events = self.lead(loaded), self._events(loaded)
        if not lead and not events:
            return None
        paths = {one.part: one.path for one in self.tabs}
        paths |= {one.page: one.path for one in self.sub_pages}
        return still_strip(
            lead,
            events,
            loaded.row.duration_s,
            names=self.names,
            base_url=self.url_of(loaded.row.match_id) + paths[tab],
        )


def _strip_at(strip: StillStrip, moment: Moment) -> StripView:
    view = strip_at(strip, moment.at, moment.span)
    return open_strip(view) if moment.open and moment.span is None else view
