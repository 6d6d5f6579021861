"""What a view answers a program with, said where the view is.

A page's JSON twin says its type and what it reads of the query; a view that asks for work says
that too. The API is made of nothing else, so what is said here is what is documented.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
SAID: Final = "guildhall_twin"
MOMENT: Final = ("t", "from", "to")


@dataclass(frozen=True, slots=True)
class Twin:
    """The type of an answer, and the words of the query it depends on.

    `partly` says that any field of it may be missing, `leads_on` that some addresses lead to
    others. Without a type a view asks for work and leads to the page that shows the progress.
    """

    page: type[Any] | None
    query: tuple[str, ...] = ()
    partly: bool = False
    leads_on: bool = False


def answers(
    page: type[Any], *query: str, partly: bool = False, leads_on: bool = False
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Say what type a view's JSON has, and which words of the query it reads."""
    return _saying(Twin(page, query, partly, leads_on))


def asks_for_work(view: Callable[P, R]) -> Callable[P, R]:
    """Say that a view asks for work and leads to the page of its progress."""
    return _saying(Twin(None))(view)


def _saying(twin: Twin) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def said(view: Callable[P, R]) -> Callable[P, R]:
        setattr(view, SAID, twin)
        return view

    return said


def twin_of(view: Callable[..., Any]) -> Twin | None:
    """Give what a view says of its answers, if anything."""
    found: Twin | None = getattr(view, SAID, None)
    return found
