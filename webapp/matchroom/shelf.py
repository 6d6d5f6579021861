"""Where one game's matches stand: its tables, its analysis, its folder in the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from webapp.matchroom.models import MatchColumns, SliceColumns

Row = TypeVar("Row", bound=MatchColumns)
K = TypeVar("K", int, str)


@dataclass(frozen=True, slots=True)
class Packing:
    """How hard zstd tries on a match's bodies and on its slices.

    `numbers_apart` first sets the bodies' numbers apart: much smaller where JSON repeats the same
    few names thousands of times, for as much time again.
    """

    # Measured on match bodies: level 1 is smaller than 3 and four times as fast as 6, for 8 % less.
    # Slices are 1.6 % smaller with it as well.
    bodies: int = 1
    slices: int = 1
    numbers_apart: bool = False


PLAIN: Final = Packing()


@dataclass(frozen=True, slots=True, eq=False)
class Shelf(Generic[Row, K]):
    """Everything reading and keeping must know of a game; one for each, made once a process.

    Each field of the `analysis` dataclass is a slice of its name; `added` are slices something
    else than the analysis writes. `bodies` are the further bodies a match may have.
    """

    game: str
    row: type[Row]
    slice: type[SliceColumns]
    analysis: type
    analysis_version: int
    added: Mapping[str, Any] = field(default_factory=dict)
    bodies: tuple[str, ...] = ()
    packing: Packing = PLAIN

    def folder(self, match_id: K) -> str:
        """Name the folder of a match's files in the object store."""
        return f"{self.game}/matches/{match_id}"
