"""What an upstream's headers say about waiting, freshness and the budget left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from webapp.core.rate_limit import Window

LONGEST_FRESH = timedelta(days=30)
# Seconds left is what we get; a number this large is a point in time instead.
EPOCH_FROM = 1_000_000_000


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Give the seconds `Retry-After` asks for, written as seconds or as a date."""
    text = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,6})?", text):
        return float(text)
    moment = http_date(text)
    return max(0.0, (moment - now).total_seconds()) if moment else None


def http_date(text: str) -> datetime | None:
    """Read a date as HTTP writes it."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def budget_left(headers: Mapping[str, str]) -> int | None:
    """Give how many calls the upstream says are left."""
    plain = _number(headers, "remaining")
    return plain if plain is not None else _whole(headers.get("x-rate-limit-remaining-day", ""))


def told_window(headers: Mapping[str, str]) -> Window | None:
    """Give the window the upstream says it counts in."""
    calls, seconds = _number(headers, "limit"), _number(headers, "period")
    return Window(calls, seconds) if calls and seconds else None


def reset_in(headers: Mapping[str, str], now: datetime) -> float | None:
    """Give the seconds until the upstream's window begins anew."""
    number = _number(headers, "reset")
    if number is None:
        return None
    return float(number - now.timestamp() if number > EPOCH_FROM else number)


def fresh_for(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """Give how long an answer may be reused unasked; None when it may not be kept at all."""
    rules = {part.strip().lower() for part in headers.get("cache-control", "").split(",")}
    if "no-store" in rules or headers.get("vary", "").strip() == "*":
        return None
    if "no-cache" in rules:
        return timedelta(0)
    for rule in rules:
        if found := re.fullmatch(r'max-age="?([0-9]{1,10})"?', rule):
            return _bounded(int(found[1]) - (_whole(headers.get("age", "")) or 0))
    expires = http_date(headers.get("expires", ""))
    return _bounded((expires - now).total_seconds()) if expires else timedelta(0)


def _bounded(seconds: float) -> timedelta:
    return min(timedelta(seconds=max(0.0, seconds)), LONGEST_FRESH)


def _number(headers: Mapping[str, str], what: str) -> int | None:
    found = headers.get(f"ratelimit-{what}", headers.get(f"x-ratelimit-{what}", ""))
    return _whole(found.strip())


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,12}", text) else None
