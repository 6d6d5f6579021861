"""The JSON body as wire structs; whatever is wrong with it leaves as MatchUnreadable."""

import re
from typing import Final

import msgspec

from webapp.deadlock.domain import records, wire
from webapp.deadlock.domain.parse.assemble import assemble
from webapp.deadlock.domain.records.unreadable import MatchUnreadable

_decoder: Final = msgspec.json.Decoder(wire.Body)
_ONCE: Final = re.compile(
    rb'"(?:match_info|players|match_paths|damage_matrix|sample_time_s|start_time|duration_s)"\s*:'
)
"""Keys that occur once in a response: a second one means two answers in one body."""


def parse_metadata(body: bytes, *, expect_match_id: int | None = None) -> records.Match:
    """Read the JSON metadata of one match.

    Raises MatchUnreadable, and nothing else, when the body is no such thing, holds another match
    than `expect_match_id`, or contradicts itself.
    """
    try:
        return assemble(_decode(body), expect_match_id=expect_match_id)
    except MatchUnreadable:
        raise
    except RecursionError as wrong:
        raise MatchUnreadable("This response is nested too deeply.") from wrong
    except (ValueError, OverflowError) as wrong:
        raise MatchUnreadable("This response holds a number out of its range.") from wrong


def _decode(body: bytes) -> wire.Body:
    keys = _ONCE.findall(body)
    if len(keys) != len({key.rstrip(b": \t\r\n") for key in keys}):
        raise MatchUnreadable("This response says the same thing twice.")
    try:
        return _decoder.decode(body)
    except msgspec.ValidationError as wrong:
        sentence, _, path = str(wrong).partition(" - at ")
        raise MatchUnreadable(f"This response has drifted: {sentence}.", path.strip("`")) from wrong
    except (msgspec.DecodeError, UnicodeError) as wrong:
        raise MatchUnreadable("This is not a JSON document.") from wrong
