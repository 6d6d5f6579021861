"""The JSON bodies as wire structs; whatever is wrong with them leaves as MatchUnreadable."""

from typing import Final

import msgspec
import numpy as np

from webapp.lol.domain import records, wire
from webapp.lol.domain.parse.assemble import assemble
from webapp.matchplay.unreadable import MatchUnreadable, refusals, refuse_twice

_bodies: Final = msgspec.json.Decoder(wire.Body)
_infos: Final = msgspec.json.Decoder(wire.Info)
_timelines: Final = msgspec.json.Decoder(wire.TimelineBody)
_timeline_infos: Final = msgspec.json.Decoder(wire.TimelineInfo)
_LARGEST: Final = 32 * 1024 * 1024
_MOST_PARTS: Final = 400_000
"""Objects or lists in one body; real timelines have under 30,000."""


def parse_match(
    body: bytes, timeline: bytes | None = None, *, expect_match_id: str | None = None
) -> records.Match:
    """Read one match; without its timeline it is as complete as its body.

    Raises MatchUnreadable, and nothing else, when the body is no match, is about another match
    than `expect_match_id`, or when the timeline is unreadable or belongs to another match.
    """
    with refusals():
        _bounded(body)
        found = _bodies.decode(body)
        refuse_twice(body)
        if found.info is None:
            found = wire.Body(found.metadata, _infos.decode(body))
        return assemble(found, _timeline(timeline), expect_match_id=expect_match_id)


def _timeline(body: bytes | None) -> wire.TimelineBody | None:
    if body is None:
        return None
    _bounded(body)
    found = _timelines.decode(body)
    refuse_twice(body)
    if found.info is None:
        return wire.TimelineBody(found.metadata, _timeline_infos.decode(body))
    return found


def _bounded(body: bytes) -> None:
    if len(body) > _LARGEST or _parts(body) > _MOST_PARTS:
        raise MatchUnreadable("This response is larger than a match can be.")


def _parts(body: bytes) -> int:
    """Count what opens an object or a list, whichever is more; numpy takes a sixth of the time."""
    found = np.frombuffer(body, dtype=np.uint8)
    return max(int(np.count_nonzero(found == ord(one))) for one in "{[")
