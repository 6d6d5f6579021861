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
    others. A view with an `order` asks for work and leads to the page that shows the progress.
    """

    page: type[Any] | None
    query: tuple[str, ...] = ()
    partly: bool = False
    leads_on: bool = False
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What a view that asks for work takes, and how else it may end.

    `body` is what a program sends as JSON, `file` says what is brought in the field of that
    name; `many` that it asks for any number of pieces, `problems` why it may refuse.
    """

    body: type[Any] | None = None
    file: str = ""
    many: bool = False
    problems: tuple[int, ...] = ()


def answers(
    page: type[Any], *query: str, partly: bool = False, leads_on: bool = False
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Say what type a view's JSON has, and which words of the query it reads."""
    return _saying(Twin(page, query, partly, leads_on))


def asks_for_work(view: Callable[P, R]) -> Callable[P, R]:
    """Say that a view asks for work and leads to the page of its progress."""
    return _saying(Twin(None, order=Order()))(view)


def takes_file(words: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Say that a view takes a file in the field `file`, and asks for it to be read."""
    return _saying(Twin(None, order=Order(file=words, problems=(400, 413, 415))))


def takes_words(body: type[Any], *problems: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Say that a view asks for work with what a reader typed; a program sends it as JSON."""
    order = Order(body=body, problems=(400, 413, 415, *problems))
    return _saying(Twin(None, order=order))


def asks_for_many(*query: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Say that a view asks for all that a list shows, narrowed by these words of the query."""
    return _saying(Twin(None, query, order=Order(many=True)))


def _saying(twin: Twin) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def said(view: Callable[P, R]) -> Callable[P, R]:
        setattr(view, SAID, twin)
        return view

    return said


def twin_of(view: Callable[..., Any]) -> Twin | None:
    """Give what a view says of its answers, if anything."""
    found: Twin | None = getattr(view, SAID, None)
    return found
