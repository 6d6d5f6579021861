"""What the reader wrote of how it went, read as a stranger's words; and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import msgspec

from webapp.dota2.domain.replays.numbers import FIRST_REAL
from webapp.matchplay.demo_file import DemoRefused

Wrong = Literal["unreadable", "no_players", "not_started", "unfinished"]
DAMAGED: Final = "This replay is damaged, or of a form the reader does not know."
SENTENCES: Final[dict[Wrong, str]] = {
    "unreadable": DAMAGED,
    "no_players": "Nobody plays in this replay: it holds no hero of anybody.",
    "not_started": "The match in this replay never began: it stops before the horn.",
    "unfinished": "This replay stops before the match ended",
}
_LATEST_S: Final = 12 * 3600


class _Told(msgspec.Struct, frozen=True):
    match_id: int = 0
    wrong: Wrong | None = None
    at_s: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Which match a replay is of."""

    match_id: int


def parse_report(body: bytes) -> Report | None:
    """Read the report, None for none; raises DemoRefused where the reader refused the replay."""
    if not body:
        return None
    try:
        told = msgspec.json.decode(body, type=_Told)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise DemoRefused(DAMAGED) from None
    if told.wrong is not None:
        raise DemoRefused(_said(told.wrong, told.at_s))
    if not FIRST_REAL <= told.match_id < 2**63:
        raise DemoRefused(DAMAGED)
    return Report(told.match_id)


def _said(wrong: Wrong, at_s: int | None) -> str:
    if wrong != "unfinished":
        return SENTENCES[wrong]
    if at_s is None or not 0 <= at_s <= _LATEST_S:
        return f"{SENTENCES[wrong]}."
    return f"{SENTENCES[wrong]}: the last it tells is {at_s // 60}:{at_s % 60:02d}."
