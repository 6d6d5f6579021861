"""What stands on every page of a match: head, strip, tabs, and what to know of its source."""

from __future__ import annotations

from webapp.dota2.pages.head import head_of, notices_of
from webapp.dota2.pages.strip_events import NAMES, strip_events
from webapp.matchplay.charts import clock
from webapp.matchplay.frame import Frame, Tab
from webapp.matchroom.framing import Framing, TabPlace

FRAME_SLICES = ("scoreboard", "lead", "events")


def url_of(match_id: int) -> str:
    """Give the address of a match."""
    return f"/dota2/matches/{match_id}"


FRAMING = Framing(
    tabs=(
        TabPlace("overview", "Overview", ""),
        TabPlace("map", "Map", "/map"),
        TabPlace("combat", "Combat", "/combat"),
        TabPlace("economy", "Economy", "/economy"),
        TabPlace("laning", "Laning", "/laning"),
        TabPlace("objectives", "Objectives", "/objectives"),
        TabPlace("fights", "Fights", "/fights"),
        TabPlace("builds", "Builds", "/builds"),
        TabPlace("draft", "Draft", "/draft"),
        TabPlace("chat", "Chat and log", "/chat"),
        TabPlace("chance", "Win chance", "/chance"),
        TabPlace("findings", "Findings", "/findings"),
        TabPlace("data", "Data", "/data"),
    ),
    names=NAMES,
    url_of=url_of,
    head=lambda loaded: head_of(loaded.row, loaded.names),
    notices=lambda loaded: notices_of(loaded.row),
    lead=lambda loaded: loaded.slices["lead"].samples,
    events=lambda loaded: strip_events(
        loaded.slices["events"], loaded.slices["scoreboard"], loaded.names
    ),
)
frame_of = FRAMING.frame

__all__ = ["FRAME_SLICES", "FRAMING", "Frame", "Tab", "clock", "frame_of", "url_of"]
