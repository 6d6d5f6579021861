"""The JSON body as wire structs; whatever is wrong with it leaves as MatchUnreadable."""

import re
from typing import Final

import msgspec
import numpy as np

from webapp.deadlock.domain import records, wire
from webapp.deadlock.domain.parse.assemble import assemble
from webapp.matchplay.unreadable import TWICE, MatchUnreadable, refusals

_decoder: Final = msgspec.json.Decoder(wire.Body)
_LARGEST: Final = 32 * 1024 * 1024
_MOST_PARTS: Final = 400_000
"""Objects or lists in one body; real ones have under 40,000. Empty ones cost 3 bytes each."""
_ONCE: Final = re.compile(
    rb'"(m(?:atch_(?:info|paths))|players|d(?:amage_matrix|uration_s)|s(?:ample_time_s|tart_time))"'
    rb"\s*:"
)
"""Keys that occur once in a response: a second one means two answers in one body.

By their beginnings: a body has 70,000 quotes, and each is tried.
"""


def parse_metadata(body: bytes, *, expect_match_id: int | None = None) -> records.Match:
    """Read the JSON metadata of one match.

    Raises MatchUnreadable, and nothing else, when the body is no such thing, holds another match
    than `expect_match_id`, or contradicts itself.
    """
    if len(body) > _LARGEST or _parts(body) > _MOST_PARTS:
        raise MatchUnreadable("This response is larger than a match can be.")
    keys = _ONCE.findall(body)
    if len(keys) != len(set(keys)):
        raise MatchUnreadable(TWICE)
    with refusals():
        return assemble(_decoder.decode(body), expect_match_id=expect_match_id)


def _parts(body: bytes) -> int:
    """Count what opens an object or a list, whichever is more; numpy takes a sixth of the time."""
    found = np.frombuffer(body, dtype=np.uint8)
    return max(int(np.count_nonzero(found == ord(one))) for one in "{[")
