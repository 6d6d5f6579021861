"""What stands on every page of a match: head, strip, tabs, and what to know of its source."""

from __future__ import annotations

from webapp.deadlock.pages.head import head_of, notices_of
from webapp.deadlock.pages.strip_events import NAMES, strip_events
from webapp.matchplay.frame import Frame, Tab
from webapp.matchroom.framing import Framing, SubPage, TabPlace

FRAME_SLICES = ("scoreboard", "lead", "events")


def url_of(match_id: int) -> str:
    """Give the address of a match."""
    return f"/deadlock/matches/{match_id}"


FRAMING = Framing(
    tabs=(
        TabPlace("overview", "Overview", ""),
        TabPlace("map", "Map", "/map"),
        TabPlace("combat", "Combat", "/combat"),
        TabPlace("economy", "Economy", "/economy"),
        TabPlace("laning", "Laning", "/laning"),
        TabPlace("objectives", "Objectives", "/objectives"),
        TabPlace("builds", "Builds", "/builds"),
        TabPlace("performance", "Performance", "/performance"),
        TabPlace("chance", "Win chance", "/chance"),
        TabPlace("findings", "Findings", "/findings"),
        TabPlace("data", "Data", "/data"),
    ),
    sub_pages=(
        SubPage("combat_deaths", "combat", "/combat/deaths"),
        SubPage("combat_fights", "combat", "/combat/fights"),
    ),
    names=NAMES,
    url_of=url_of,
    head=lambda loaded: head_of(loaded.row, loaded.slices["scoreboard"], loaded.names),
    notices=lambda loaded: notices_of(loaded.row),
    lead=lambda loaded: loaded.slices["lead"].samples,
    events=lambda loaded: strip_events(
        loaded.slices["events"], loaded.slices["scoreboard"], loaded.names
    ),
)
TABS, SUB_PAGES = FRAMING.tabs, FRAMING.sub_pages
frame_of = FRAMING.frame

__all__ = ["FRAME_SLICES", "FRAMING", "Frame", "Tab", "frame_of", "url_of"]
