"""How long a question across matches takes as they grow, beside reading matches one by one.

Generated matches, all different, are kept; their packed rows under other ids stand for thousands.
One by one is measured on those that are kept and multiplied, which favours it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING, Any, Final

import msgspec
from sqlalchemy import text, update

from webapp.cli.bench.clock import median_seconds
from webapp.cli.bench.deadlock.copies import DISTINCT, FIRST_ID, frame_of, segment_of
from webapp.cli.bench.matches import MatchFigures
from webapp.core.db import db
from webapp.deadlock.domain.across.heat import hero_heat
from webapp.deadlock.domain.across.heroes import hero_rows
from webapp.deadlock.domain.across.players import own_matches
from webapp.deadlock.domain.paths_file import decode_paths
from webapp.deadlock.domain.segments.packing import pack_matches
from webapp.deadlock.domain.segments.plan import MOST
from webapp.deadlock.domain.segments.usual import spreads_of
from webapp.deadlock.ingest import save_generated
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.store import columns
from webapp.deadlock.store.columns import Saving
from webapp.deadlock.store.matches import load_file, load_row, load_slices
from webapp.simulator.deadlock import generate_match

if TYPE_CHECKING:
    import polars as pl

SIZES: Final = (100, 1_000, 10_000)
RUNS: Final = 7


@dataclass(frozen=True, slots=True)
class Question:
    """One question: milliseconds at each size from column files, and reading one by one.

    `concerned` is how many matches it is about at each size: those a reader would have to load.
    """

    name: str
    columns_ms: tuple[float, ...]
    one_by_one_ms: tuple[float, ...]
    concerned: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AcrossFigures:
    """Questions by size, bytes of one match in each dataset, milliseconds to gather one match."""

    sizes: tuple[int, ...]
    questions: tuple[Question, ...]
    bytes_a_match: dict[str, int]
    gather_ms: float

    def lines(self) -> Iterator[str]:
        """Write them for a terminal."""
        yield f"{'across matches, ms':<24}" + "".join(f"{size:>10,}" for size in self.sizes)
        for one in self.questions:
            yield f"{one.name:<24}" + "".join(f"{ms:>10.1f}" for ms in one.columns_ms)
            both = zip(one.one_by_one_ms, one.columns_ms, strict=True)
            times = (slow / fast for slow, fast in both)
            yield f"{'  one by one':<24}" + "".join(f"{ms:>10,.0f}" for ms in one.one_by_one_ms)
            yield f"{'  times as long':<24}" + "".join(f"{ratio:>9.1f}x" for ratio in times)
        sizes = ", ".join(f"{name} {size:,}" for name, size in self.bytes_a_match.items())
        yield f"column files hold a match in {sizes} bytes; gathered in {self.gather_ms:.1f} ms"

    def missed(self) -> Iterator[str]:
        """Name nothing: of these no figure is wanted."""
        yield from ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whom the questions are about."""

    hero_id: int
    account_id: int


def measure_across(_match: MatchFigures) -> AcrossFigures:
    """Ask the same questions of more and more matches."""
    savings = _keep_distinct()
    gather_s = median_seconds(lambda: pack_matches(columns.read_matches(savings)), 1)
    packed = pack_matches(columns.read_matches(savings))
    frames = {name: frame_of(file) for name, file in packed.items()}
    asked = _asked(frames["players"])
    timed = [_timed(frames, size, asked) for size in SIZES]
    return AcrossFigures(
        sizes=SIZES,
        questions=tuple(_questions(timed, frames, asked)),
        bytes_a_match={name: len(file.body) // DISTINCT for name, file in packed.items()},
        gather_ms=gather_s * 1000 / DISTINCT,
    )


def _keep_distinct() -> list[Saving]:
    ids = [FIRST_ID + number for number in range(DISTINCT)]
    for match_id in ids:
        save_generated(msgspec.json.encode(generate_match(match_id)))
    real = update(DeadlockMatch).where(DeadlockMatch.match_id.in_(ids))
    db.session.execute(real.values(provenance="upstream"))
    db.session.commit()
    return [one for one in columns.changed_matches(DISTINCT) if one.match_id in set(ids)]


def _asked(players: pl.DataFrame) -> _Asked:
    """Ask about the hero and the account there is most of."""
    hero_id, account_id = (
        players[name].drop_nulls().value_counts(sort=True)[name][0]
        for name in ("hero_id", "account_id")
    )
    return _Asked(hero_id, account_id)


def _timed(frames: dict[str, pl.DataFrame], size: int, asked: _Asked) -> dict[str, float]:
    """Fill column files with so many matches and time every question."""
    db.session.execute(text("truncate deadlock_segment, deadlock_segment_match"))
    made = [segment_of(frames, start, min(MOST, size - start)) for start in range(0, size, MOST)]
    columns.record(made, set(), columns.columns_version())
    db.session.commit()
    return {name: _milliseconds(ask, asked) for name, ask in QUESTIONS.items()}


def _milliseconds(ask: Callable[[_Asked], object], asked: _Asked) -> float:
    return median_seconds(lambda: ask(asked), RUNS) * 1000


def _every_hero(_asked: _Asked) -> object:
    return hero_rows(columns.scan("players"))


def _benchmark(asked: _Asked) -> object:
    import polars as pl

    return spreads_of(columns.scan("players").filter(pl.col("hero_id") == asked.hero_id))


def _heat(asked: _Asked) -> object:
    return hero_heat(columns.scan("heat"), asked.hero_id)


def _trend(asked: _Asked) -> object:
    return own_matches(columns.scan("players"), [asked.account_id])


QUESTIONS: Final[dict[str, Callable[[_Asked], object]]] = {
    "every hero, share won": _every_hero,
    "a hero's benchmark": _benchmark,
    "a hero's heatmap": _heat,
    "a player's trend": _trend,
}


def _questions(
    timed: Sequence[dict[str, float]], frames: dict[str, pl.DataFrame], asked: _Asked
) -> Iterator[Question]:
    board = _one_by_one(lambda match_id: load_slices(match_id, "scoreboard"))
    figures = _one_by_one(lambda match_id: load_slices(match_id, "performance"))
    paths = _one_by_one(_replay)
    costs = dict(zip(QUESTIONS, (board, figures, paths, figures), strict=True))
    shares = dict(zip(QUESTIONS, _shares(frames["players"], asked), strict=True))
    for name in QUESTIONS:
        concerned = tuple(round(shares[name] * size) for size in SIZES)
        yield Question(
            name=name,
            columns_ms=tuple(one[name] for one in timed),
            one_by_one_ms=tuple(costs[name] * 1000 * count for count in concerned),
            concerned=concerned,
        )


def _one_by_one(load: Callable[[int], object]) -> float:
    """Give the seconds one match takes to read: the median, another match each time."""
    ids = cycle(FIRST_ID + number for number in range(DISTINCT))
    return median_seconds(lambda: load(next(ids)), DISTINCT)


def _shares(players: pl.DataFrame, asked: _Asked) -> tuple[float, float, float, float]:
    """Say what share of the matches each question is about."""
    import polars as pl

    hero, account = (
        players.filter(pl.col(name) == value)["match_id"].n_unique() / DISTINCT
        for name, value in (("hero_id", asked.hero_id), ("account_id", asked.account_id))
    )
    return 1.0, hero, hero, account


def _replay(match_id: int) -> Any:
    row = load_row(match_id)
    return decode_paths(load_file(row.paths_key)) if row and row.paths_key else None
