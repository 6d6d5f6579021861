"""Chat and log as flat rows, for CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.wheel import wheel_words
from webapp.dota2.pages.chat.log import LogLine
from webapp.dota2.pages.chat.page import bounds_of, log_shown
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query


@dataclass(frozen=True, slots=True)
class ChatLine:
    """One line of chat."""

    at_s: int
    kind: str
    slot: int | None
    text: str


def chat_lines(loaded: Any, moment: Moment) -> list[ChatLine]:
    """Give everything said, or what was said around the moment or in the span."""
    lines, (first, last) = loaded.slices["chat"].lines, bounds_of(moment)
    if lines is None:
        return []
    columns = zip(lines.at_s, lines.kind, lines.slot, lines.text, strict=True)
    return [
        ChatLine(at_s, kind, slot, wheel_words(text) if kind == "chatwheel" else text)
        for at_s, kind, slot, text in columns
        if first <= at_s <= last
    ]


def log_lines(loaded: Any, moment: Moment, query: Query) -> tuple[LogLine, ...]:
    """Give the log as the tab shows it."""
    return log_shown(loaded, moment, query.get("kind", ""))
