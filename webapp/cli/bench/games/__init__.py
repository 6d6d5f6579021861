"""What is measured of each game: one file a game, named in `BENCH`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol

Bodies = tuple[bytes, ...]


class Figures(Protocol):
    """Something measured of one game alone."""

    def lines(self) -> Iterator[str]:
        """Write it for a terminal."""

    def missed(self) -> Iterator[str]:
        """Name what is not as wanted."""


@dataclass(frozen=True, slots=True)
class Bench:
    """One game: its generated bodies, how a match is kept, where it lies, which pages it has.

    `bodies` gives some different matches; `keep` takes one and gives its id, `kept_bytes` its
    files' size. `most_bytes` is what one match may take in all,
    `most_floors` how many floors taking it in may cost. `paths` gives name and address
    of every tab of a match; `ask_for` has a worker fetch the match of a number;
    `more` is measured last of all, told what one match costs.
    """

    title: str
    bodies: Callable[[], Sequence[Bodies]]
    keep: Callable[[Bodies], Any]
    kept_bytes: Callable[[Any], int]
    tables: tuple[str, ...]
    paths: Callable[[Any], list[tuple[str, str]]]
    ask_for: Callable[[int], object]
    front: str
    most_bytes: int | None = None
    most_floors: float | None = None
    more: tuple[Callable[[Any], Figures], ...] = ()


def benches() -> tuple[Bench, ...]:
    """Give every game there is."""
    return tuple(
        import_module(f"{__name__}.{module.name}").BENCH for module in iter_modules(__path__)
    )


def tab_paths(framing: Any, match_id: Any) -> list[tuple[str, str]]:
    """Give name and address of every tab of a match, and of the pages within them."""
    within = [(one.page.split("_")[-1].capitalize(), one.path) for one in framing.sub_pages]
    tabs = [(one.name, one.path) for one in framing.tabs]
    return [(name, framing.url_of(match_id) + path) for name, path in (*tabs, *within)]
