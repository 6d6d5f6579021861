"""How each kind of setting is read; what cannot be read raises ValueError saying what is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

SHORTEST_SECRET = 32


def whole_number(low: int, high: int) -> Callable[[str], int]:
    """Read a whole number between two others."""

    def read(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise ValueError(f"wants a whole number from {low} to {high}")
        return value

    return read


def yes_or_no(text: str) -> bool:
    """Read yes or no, in any of their usual spellings."""
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if text.lower() not in words:
        raise ValueError("wants yes or no")
    return words[text.lower()]


def url(*schemes: str) -> Callable[[str], str]:
    """Read an address of one of these schemes."""

    def read(text: str) -> str:
        if urlsplit(text).scheme not in schemes:
            raise ValueError(
                f"wants a URL beginning with {' or '.join(s + '://' for s in schemes)}"
            )
        return text.rstrip("/")

    return read


def route_url(text: str) -> str:
    """Read an address with a place for the route that is asked."""
    if text.count("{route}") != 1 or "{" in text.replace("{route}", ""):
        raise ValueError("wants a URL with {route} in it, once")
    return url("http", "https")(text)


def languages(text: str) -> tuple[str, ...]:
    """Read languages as the game names them, the first of them the one shown."""
    found = tuple(part.strip() for part in text.split(",") if part.strip())
    if not found or not all(re.fullmatch(r"[a-z]{2}_[A-Z]{2}", part) for part in found):
        raise ValueError("wants languages such as en_US,de_DE")
    return found


def postgres(text: str) -> str:
    """Read an address of Postgres, for the driver we use."""
    scheme, found, rest = text.partition("://")
    if not found or scheme not in {"postgres", "postgresql", "postgresql+psycopg"}:
        raise ValueError("wants a URL beginning with postgresql://")
    return f"postgresql+psycopg://{rest}"


def one_of(*words: str) -> Callable[[str], str]:
    """Read one of these words."""

    def read(text: str) -> str:
        if text.lower() not in words:
            raise ValueError(f"wants one of {', '.join(words)}")
        return text.lower()

    return read


def hosts(text: str) -> tuple[str, ...]:
    """Read host names between commas."""
    return tuple(host.strip().lower() for host in text.split(",") if host.strip())


def secret(text: str) -> str:
    """Read a secret long enough to be one."""
    if len(text) < SHORTEST_SECRET:
        raise ValueError("wants at least 32 characters")
    return text
