"""Where one game's matches stand: its tables, its analysis, its folder in the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from webapp.matchroom.models import MatchColumns, SliceColumns

# Measured on match bodies: level 1 is smaller than 3 and four times as fast as 6, which saves 8 %.
BODY_LEVEL = 1

Row = TypeVar("Row", bound=MatchColumns)
K = TypeVar("K", int, str)


@dataclass(frozen=True, slots=True, eq=False)
class Shelf(Generic[Row, K]):
    """Everything reading and keeping must know of a game; one for each, made once a process.

    Each field of the `analysis` dataclass is a slice of its name; `added` are slices something
    else than the analysis writes. `bodies` are the further bodies a match may have;
    `body_level` is how hard zstd tries on all of them.
    """

    game: str
    row: type[Row]
    slice: type[SliceColumns]
    analysis: type
    analysis_version: int
    added: Mapping[str, Any] = field(default_factory=dict)
    bodies: tuple[str, ...] = ()
    body_level: int = BODY_LEVEL

    def folder(self, match_id: K) -> str:
        """Name the folder of a match's files in the object store."""
        return f"{self.game}/matches/{match_id}"
