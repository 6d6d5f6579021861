"""What stands on every page of a match: head, strip, tabs, and what to know of its source."""

from __future__ import annotations

from webapp.lol.pages.head import head_of, notices_of
from webapp.lol.pages.strip_events import NAMES, strip_events
from webapp.matchplay.charts import clock
from webapp.matchplay.frame import Frame, Tab
from webapp.matchroom.framing import Framing, TabPlace

FRAME_SLICES = ("scoreboard", "lead", "events")
_ON_THE_RIFT = frozenset({"laning", "chance"})
_ON_A_MAP_OF_OURS = _ON_THE_RIFT | {"map", "vision"}
LACKS: dict[str, frozenset[str]] = {
    "rift": frozenset(),
    "remake": _ON_THE_RIFT,
    "aborted": _ON_THE_RIFT,
    "aram": _ON_A_MAP_OF_OURS,
    "arena": _ON_A_MAP_OF_OURS | {"objectives"},
    "swarm": _ON_A_MAP_OF_OURS | {"objectives"},
}
"""Tabs that mean nothing in a mode; a mode not named here lacks what ARAM does."""


def url_of(match_id: str) -> str:
    """Give the address of a match."""
    return f"/lol/matches/{match_id}"


FRAMING = Framing(
    tabs=(
        TabPlace("overview", "Overview", ""),
        TabPlace("map", "Map", "/map"),
        TabPlace("combat", "Combat", "/combat"),
        TabPlace("economy", "Economy", "/economy"),
        TabPlace("laning", "Laning", "/laning"),
        TabPlace("objectives", "Objectives", "/objectives"),
        TabPlace("builds", "Builds", "/builds"),
        TabPlace("vision", "Vision", "/vision"),
        TabPlace("chance", "Win chance", "/chance"),
        TabPlace("findings", "Findings", "/findings"),
        TabPlace("data", "Data", "/data"),
    ),
    names=NAMES,
    url_of=url_of,
    head=lambda loaded: head_of(loaded.row, loaded.slices["scoreboard"]),
    notices=lambda loaded: notices_of(loaded.row, loaded.slices["scoreboard"]),
    lead=lambda loaded: loaded.slices["lead"].samples,
    events=lambda loaded: (
        strip_events(loaded.slices["events"], loaded.slices["scoreboard"], loaded.names)
        if loaded.slices["scoreboard"].sides
        else []
    ),
    lacks=lambda loaded: LACKS.get(loaded.slices["scoreboard"].mode, LACKS["aram"]),
)
frame_of = FRAMING.frame

__all__ = ["FRAME_SLICES", "FRAMING", "Frame", "Tab", "clock", "frame_of", "url_of"]
