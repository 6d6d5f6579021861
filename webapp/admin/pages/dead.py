"""Runs that were given up: how many of each kind, and what starting them over does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.jobs.asking import MOST_AT_ONCE

ONE_EACH = "One of each piece of work gets its tries again, unless it is under way already."


@dataclass(frozen=True, slots=True)
class DeadLine:
    """Dead runs of one kind; `words` say how many are started over at once."""

    kind: str
    count: int
    words: str


def dead_lines(dead: Mapping[str, int]) -> tuple[DeadLine, ...]:
    """Put dead runs in words, kind by kind."""
    return tuple(DeadLine(kind, count, _words(count)) for kind, count in dead.items())


def dead_said(count: int) -> str:
    """Say what becomes of dead runs when all are started over."""
    if count <= MOST_AT_ONCE:
        return f"There are {count:,}. {ONE_EACH}"
    return f"There are {count:,}, of which the oldest {MOST_AT_ONCE:,} are looked at. {ONE_EACH}"


def _words(count: int) -> str:
    return "Requeue" if count <= MOST_AT_ONCE else f"Requeue {MOST_AT_ONCE:,}"
