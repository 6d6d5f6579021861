"""From a rule of the app to an address somebody may ask for, with what it takes to fill it in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flask import Flask

from tests.access.matrix import ROLES, TABLE

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
CONVERTER = re.compile(r"<(?:[^:<>]+:)?([^<>]+)>")
BRACES = re.compile(r"\{([^{}]*)\}")
Way = tuple[str, str]
"""A method and a rule without the converters of its arguments."""


def plain(rule: str) -> str:
    """Write a rule without its converters: `<int(min=1):match_id>` is `<match_id>`."""
    return CONVERTER.sub(r"<\1>", rule)


def ways_of(app: Flask) -> dict[Way, str]:
    """Give every way into the app with its endpoint."""
    return {
        (method, plain(rule.rule)): rule.endpoint
        for rule in app.url_map.iter_rules()
        for method in sorted(rule.methods or ())
        if method in METHODS
    }


def unfolded(pattern: str) -> Iterator[str]:
    """Give every address a pattern with braces stands for."""
    found = BRACES.search(pattern)
    if found is None:
        yield pattern
        return
    for choice in found[1].split(","):
        yield from unfolded(pattern[: found.start()] + choice + pattern[found.end() :])


def expected() -> dict[Way, dict[str, str]]:
    """Read the table: for each way in, what each of the seven gets."""
    read: dict[Way, dict[str, str]] = {}
    for line in TABLE.splitlines():
        words = line.partition("#")[0].split()
        if not words:
            continue
        method, pattern, *codes = words
        told = codes * len(ROLES) if len(codes) == 1 else codes
        for rule in unfolded(pattern):
            assert (method, rule) not in read, f"listed twice: {method} {rule}"
            read[method, rule] = dict(zip(ROLES, told, strict=True))
    return read
