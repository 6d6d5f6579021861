"""Chat and log as flat rows, for CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.chat import Chat
from webapp.dota2.domain.wheel import wheel_words
from webapp.dota2.pages.chat.log import LogLine, log_of


@dataclass(frozen=True, slots=True)
class ChatLine:
    """One line of chat."""

    at_s: int
    kind: str
    slot: int | None
    text: str


def chat_lines(chat: Chat) -> list[ChatLine]:
    """Give everything said."""
    lines = chat.lines
    if lines is None:
        return []
    columns = zip(lines.at_s, lines.kind, lines.slot, lines.text, strict=True)
    return [
        ChatLine(at_s, kind, slot, wheel_words(text) if kind == "chatwheel" else text)
        for at_s, kind, slot, text in columns
    ]


def log_lines(loaded: Any) -> tuple[LogLine, ...]:
    """Give the whole log."""
    return log_of(loaded)
