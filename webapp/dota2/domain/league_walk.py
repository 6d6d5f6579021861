"""How a league's list is walked, page by page, when neither its ids nor its times are sorted.

Valve lists series by series and cuts a page in the middle of one: games of that series, and of one
played beside it, may have larger ids than the smallest on the page. Going on from the smallest id
loses them (4 of 221 in a real league), so each page overlaps the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

OVERLAP: Final = 20
MOST_PAGES: Final = 20


def next_start(ids: Sequence[int], before: int | None, remaining: int | None) -> int | None:
    """Give the id to go on from; None when the walk is over.

    `ids` are a page's, `before` is where that page began, `remaining` what the list says is left.
    """
    if not ids or remaining == 0:
        return None
    ordered = sorted(ids)
    start = ordered[min(OVERLAP, len(ordered) // 2)]
    return start if before is None or start < before else None
