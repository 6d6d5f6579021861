"""What is written into each kind of channel: JSON for programs, plain words for people."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from webapp.accounts.domain.events import WORDS

MARKS: Final = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:@])")
TRIES: Final = (timedelta(0), *(timedelta(seconds=s) for s in (5, 60, 600, 3000)))
"""When a message is tried, counted from the try before: five times in about an hour."""
OFF_AFTER: Final = timedelta(days=3)
"""How long a channel may fail before it is switched off."""


@dataclass(frozen=True, slots=True)
class Told:
    """What happened, as every channel is given it; `url` is whole."""

    event: str
    at: datetime
    title: str
    said: str
    url: str


def webhook_body(told: Told) -> str:
    """Write a message for a program, after Standard Webhooks: type, timestamp, data."""
    said = {"title": told.title, "said": told.said, "url": told.url}
    body = {"type": told.event, "timestamp": _stamp(told.at), "data": said}
    return json.dumps(body, ensure_ascii=False)


def discord_body(told: Told) -> str:
    """Write a message for a Discord channel: an embed of plain text that calls nobody."""
    embed: dict[str, Any] = {
        "title": plain(told.title)[:250],
        "description": plain(told.said)[:1000],
        "timestamp": _stamp(told.at),
        "footer": {"text": WORDS.get(told.event, told.event)},
    }
    if told.url:
        embed["url"] = told.url
    body = {"username": "Guildhall", "embeds": [embed], "allowed_mentions": {"parse": []}}
    return json.dumps(body, ensure_ascii=False)


def mail_body(told: Told, settings_url: str) -> str:
    """Write a letter: what happened, where, and how to have no more of them."""
    lines = [told.title, told.said, told.url, f"What is mailed to you: {settings_url}"]
    return "\n\n".join(line for line in lines if line) + "\n"


def plain(text: str) -> str:
    """Take the meaning out of every mark Discord would read."""
    return MARKS.sub(r"\\\1", text)


def next_try(attempt: int) -> timedelta | None:
    """Say how long to wait after a number of tries; None when they are used up."""
    return TRIES[attempt] if attempt < len(TRIES) else None


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
