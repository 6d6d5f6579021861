"""What stands on every page of a match: head, strip, tabs, and what to know of its source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from webapp.deadlock.domain.words import clock
from webapp.deadlock.pages.head import head_of, notices_of
from webapp.deadlock.pages.moment import Moment
from webapp.deadlock.pages.sources import Sources
from webapp.deadlock.pages.strip_events import NAMES, lead_samples, strip_events
from webapp.matchplay.frame import Head, Notice, Tab
from webapp.matchplay.strip import StillStrip, StripView, still_strip, strip_at

TABS = (
    ("overview", "Overview", ""),
    ("map", "Map", "/map"),
    ("combat", "Combat", "/combat"),
    ("economy", "Economy", "/economy"),
    ("laning", "Laning", "/laning"),
    ("objectives", "Objectives", "/objectives"),
    ("builds", "Builds", "/builds"),
    ("performance", "Performance", "/performance"),
    ("chance", "Win chance", "/chance"),
    ("findings", "Findings", "/findings"),
    ("data", "Data", "/data"),
)
SUB_PAGES = (
    ("combat_deaths", "combat", "/combat/deaths"),
    ("combat_fights", "combat", "/combat/fights"),
)
"""Pages within a tab: their name, the tab they stand under, their path."""
FRAME_SLICES = ("scoreboard", "lead", "events")
STILLS_HELD = 64


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything around a tab."""

    match_id: int
    url: str
    head: Head
    strip: StripView
    tabs: tuple[Tab, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Still:
    """What stands around a tab before a moment is chosen."""

    head: Head
    strip: StillStrip
    notices: tuple[Notice, ...]


def frame_of(loaded: Sources, tab: str, moment: Moment) -> Frame:
    """Put together what stands around a tab of a match, or around a page within one."""
    still = _still(loaded, tab)
    url = url_of(loaded.row.match_id)
    current = next((of for page, of, _ in SUB_PAGES if page == tab), tab)
    return Frame(
        match_id=loaded.row.match_id,
        url=url,
        head=still.head,
        strip=strip_at(still.strip, moment.at, moment.span),
        tabs=tuple(
            Tab(name, url + path + moment.query, part, part == current) for part, name, path in TABS
        ),
        notices=still.notices,
    )


@lru_cache(maxsize=STILLS_HELD)
def _still(loaded: Sources, tab: str) -> _Still:
    """Draw what no moment changes; what was loaded never ages, so neither does this."""
    row, slices, names = loaded.row, loaded.slices, loaded.names
    here = next(path for page, _, path in (*TABS, *SUB_PAGES) if page == tab)
    return _Still(
        head=head_of(row, slices["scoreboard"], names),
        strip=still_strip(
            lead_samples(slices["lead"]),
            strip_events(slices["events"], slices["scoreboard"], names),
            row.duration_s,
            names=NAMES,
            base_url=url_of(row.match_id) + here,
        ),
        notices=notices_of(row),
    )


def url_of(match_id: int) -> str:
    """Give the address of a match."""
    return f"/deadlock/matches/{match_id}"


__all__ = ["FRAME_SLICES", "Frame", "Moment", "Tab", "clock", "frame_of", "url_of"]
