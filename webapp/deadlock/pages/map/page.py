"""The Map tab of a match: the frame of every tab, and the map with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.deadlock.domain.paths_file import decode_paths
from webapp.deadlock.pages.files import paths_file
from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, Moment, frame_of
from webapp.deadlock.pages.map.view import MapView, map_view
from webapp.deadlock.pages.sources import load_sources

_FIRST_LOOK_S = 0


@dataclass(frozen=True, slots=True)
class MapPage:
    """A match's Map tab; `map` is None when the match came without positions."""

    frame: Frame
    tab: str
    map: MapView | None


def map_page(match_id: int, moment: Moment, asked: Mapping[str, str]) -> MapPage | None:
    """Put the Map tab together; None when the match is not kept here.

    `asked` may hold trail, follow and heat as texts; what makes no sense is as good as none.
    """
    sources = load_sources(match_id, *FRAME_SLICES)
    if sources is None:
        return None
    frame = frame_of(sources.row, sources.slices, sources.names, "map", moment)
    return MapPage(frame=frame, tab="map", map=_view(match_id, frame.url, moment, asked))


def _view(match_id: int, url: str, moment: Moment, asked: Mapping[str, str]) -> MapView | None:
    found = paths_file(match_id)
    if found is None:
        return None
    start = moment.span[0] if moment.span else _FIRST_LOOK_S
    trail = _whole(asked.get("trail"))
    return map_view(
        decode_paths(found.body),
        start if moment.at is None else moment.at,
        paths_url=f"{url}/paths",
        trail_s=30 if trail is None else trail,
        follow=_whole(asked.get("follow")),
        span=moment.span,
        heat=asked.get("heat"),
    )


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else None  # noqa: PLR2004
