"""The JSON body as a match; whatever is wrong with it leaves as MatchUnreadable."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from webapp.dota2.domain import records
from webapp.dota2.domain.parse.assemble import assemble
from webapp.dota2.domain.parse.numbers import text
from webapp.matchplay.unreadable import MatchUnreadable, refusals, refuse_twice

_LARGEST: Final = 16 * 1024 * 1024
_MOST_PARTS: Final = 400_000
"""Objects and lists in one body; real ones have under 30,000. Empty ones cost 3 bytes each."""


def _number(written: str) -> float | int:
    value = float(written)
    return int(value) if value.is_integer() else value


_decoder: Final = msgspec.json.Decoder(float_hook=_number)


def parse_match(body: bytes, *, expect_match_id: int | None = None) -> records.Match:
    """Read one match: OpenDota's `/matches` body, or Steam's match object, bare or in `result`.

    Raises MatchUnreadable, and nothing else, when the body is no such thing or holds another match
    than `expect_match_id`. Odd fields are passed over and named in the match's `drifted`.
    """
    if len(body) > _LARGEST or body.count(b"{") + body.count(b"[") > _MOST_PARTS:
        raise MatchUnreadable("This response is larger than a match can be.")
    with refusals():
        document = _unwrapped(_decoder.decode(body))
        refuse_twice(body)
        return assemble(document, expect_match_id=expect_match_id)


def _unwrapped(document: Any) -> dict[str, Any]:
    if isinstance(document, dict) and isinstance(document.get("result"), dict):
        document = document["result"]
    if not isinstance(document, dict):
        raise MatchUnreadable("This is not a match.")
    refused = document.get("error")
    if isinstance(refused, str) and "match_id" not in document:
        raise MatchUnreadable(f"The upstream has no such match: {(text(refused) or '')[:200]}")
    return document
