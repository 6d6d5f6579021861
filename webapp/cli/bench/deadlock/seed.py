"""How large one match is in the shape of the system before this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import text

from webapp.cli.bench.matches import MatchFigures
from webapp.core.db import db
from webapp.simulator.deadlock import generate_match
from webapp.simulator.deadlock.seed_shape import write_seed_shape

FIRST_ID: Final = 7_000_001


@dataclass(frozen=True, slots=True)
class SeedFigures:
    """Bytes of one match in the seed's JSON file, that in JSONB, and as it is kept here."""

    file: int
    jsonb: int
    here: int

    def lines(self) -> Iterator[str]:
        """Write them for a terminal."""
        for name, size, wanted in self._beside():
            times = size / self.here
            yield (
                f"{name:<20} {size:10,} bytes  {times:.1f}x of what is kept  (wanted >= {wanted})"
            )

    def missed(self) -> Iterator[str]:
        """Name the shapes that are not so many times as large."""
        yield from (name for name, size, wanted in self._beside() if size < wanted * self.here)

    def _beside(self) -> tuple[tuple[str, int, int], ...]:
        return ("seed-shaped file", self.file, 30), ("the same in JSONB", self.jsonb, 5)


def measure_seed(match: MatchFigures) -> SeedFigures:
    """Weigh the seed-shaped document of the match that is kept here."""
    seed = write_seed_shape(generate_match(FIRST_ID))
    return SeedFigures(len(seed), _jsonb_bytes(seed), match.kept)


def _jsonb_bytes(document: bytes) -> int:
    db.session.execute(text("create temp table bench_seed (body jsonb)"))
    db.session.execute(
        text("insert into bench_seed values (cast(:body as jsonb))"), {"body": document.decode()}
    )
    size = db.session.scalar(text("select pg_column_size(body) from bench_seed"))
    db.session.rollback()
    return int(size or 0)
