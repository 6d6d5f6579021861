"""Vectors of games and plays, and which lie nearest to one.

Only fetched games have rows: samples and what readers brought are never among the answers. Without
the vector extension there are no tables; `shelf` says so, and nothing else here may be called then.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeVar

from sqlalchemy import Select, column, delete, func, insert, select, table

from webapp.core.db import db
from webapp.lol.domain.analysis import Analysis
from webapp.lol.domain.vectors import Vector, curve_of, plays_of
from webapp.lol.models import LolCurve, LolMatch, LolPlay, LolPlayer
from webapp.matchroom.files import Provenance

LOOK_AGAIN_S: Final = 30
LOOKED_AT: Final = 100
"""The index looks at so many at first, and goes on while too few of the right role are among them.
"""
MOST_LOOKED_AT: Final = 1_000
"""As many as an index that does not go on ever gives, of any role; the right ones are among them.
"""
GOES_ON: Final = (0, 8)
"""From this version on the extension's index goes on."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Whether there are vectors here, whether their index goes on, and when a game was kept."""

    has_vectors: bool
    goes_on: bool
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class NearGame:
    """A game that went alike; `likeness` is the cosine, 1 for the same."""

    match_id: str
    started_at: datetime
    duration_s: int
    queue_id: int | None
    game_mode: str
    winning_side: str | None
    kills_a: int | None
    kills_b: int | None
    likeness: float
    figures: Vector


@dataclass(frozen=True, slots=True)
class NearPlay:
    """A player whose figures were alike, in a game kept here."""

    match_id: str
    slot: int
    started_at: datetime
    champion_id: int
    champion_name: str | None
    name: str | None
    side: str | None
    won: bool | None
    likeness: float
    figures: Vector


N = TypeVar("N", NearGame, NearPlay)
_VERSION: Final[Select[Any]] = (
    select(column("extversion"))
    .select_from(table("pg_extension"))
    .where(column("extname") == "vector")
)
_held: dict[str, tuple[float, Shelf]] = {}


def shelf() -> Shelf:
    """Say what there is; looks again every half minute."""
    key = db.engine.url.render_as_string(hide_password=True)
    at, found = _held.get(key, (0.0, None))
    if found is None or time.monotonic() - at > LOOK_AGAIN_S:
        newest = select(func.max(LolMatch.saved_at)).where(LolMatch.provenance == "upstream")
        asked = select(_has_tables(), _VERSION.scalar_subquery(), newest.scalar_subquery())
        has_tables, version, saved_at = db.session.execute(asked).one()
        found = Shelf(bool(has_tables), _goes_on(version), saved_at)
        _held[key] = (time.monotonic(), found)
    return found


def forget_shelf() -> None:
    """Make the next reader look again."""
    _held.clear()


def save_shapes(match_id: str, provenance: Provenance, analysis: Analysis) -> None:
    """Write a game's vectors in place of those before, in the caller's transaction."""
    if not db.session.scalar(select(_has_tables())):
        return
    for shape in (LolCurve, LolPlay):
        db.session.execute(delete(shape).where(shape.match_id == match_id))
    if provenance != "upstream":
        return
    curve = curve_of(analysis.scoreboard, analysis.lead)
    if curve:
        row = {"match_id": match_id, "figures": list(curve)}
        db.session.execute(insert(LolCurve), [row])
    plays = [
        {"match_id": match_id, "slot": one.slot, "role": one.role, "figures": list(one.figures)}
        for one in plays_of(analysis.scoreboard, analysis.score)
    ]
    if plays:
        db.session.execute(insert(LolPlay), plays)


def games_like(match_id: str, curve: Vector, limit: int) -> tuple[list[NearGame], int]:
    """Give the games nearest to a curve, the match itself left out, and how many there are."""
    far = LolCurve.figures.cosine_distance(list(curve))
    count = select(func.count()).select_from(LolCurve).where(LolCurve.match_id != match_id)
    columns = [getattr(LolMatch, name) for name in NearGame.__slots__[:-2]]
    query = (
        select(*columns, far, LolCurve.figures, count.scalar_subquery())
        .join(LolMatch, LolMatch.match_id == LolCurve.match_id)
        .where(LolCurve.match_id != match_id)
        .order_by(far)
        .limit(limit)
    )
    db.session.execute(select(*_look_widely()))
    rows: list[Any] = list(db.session.execute(query))
    return [_near(NearGame, row) for row in rows], _count(rows)


def plays_like(match_id: str, role: str, figures: Vector, limit: int) -> tuple[list[NearPlay], int]:
    """Give the players of a role nearest to these figures, and how many of it there are."""
    same = (LolPlay.role == role, LolPlay.match_id != match_id)
    near = _nearest_plays(same, figures, limit)
    count = select(func.count()).select_from(LolPlay).where(*same).scalar_subquery()
    player = [getattr(LolPlayer, name) for name in NearPlay.__slots__[3:-2]]
    own = (LolPlayer.match_id == near.c.match_id) & (LolPlayer.slot == near.c.slot)
    first = (near.c.match_id, near.c.slot, LolMatch.started_at)
    query = (
        select(*first, *player, near.c.far, near.c.figures, count)
        .join(LolMatch, LolMatch.match_id == near.c.match_id)
        .join(LolPlayer, own)
        .order_by(near.c.far)
    )
    db.session.execute(select(*_look_widely()))
    rows: list[Any] = list(db.session.execute(query))
    return [_near(NearPlay, row) for row in rows], _count(rows)


def _nearest_plays(same: tuple[Any, ...], figures: Vector, limit: int) -> Any:
    far = LolPlay.figures.cosine_distance(list(figures)).label("far")
    query = select(LolPlay.match_id, LolPlay.slot, LolPlay.figures, far).where(*same)
    return query.order_by(far).limit(limit).subquery()


def _look_widely() -> list[Any]:
    """Have the index give enough that is wanted, for this transaction.

    It looks at other roles too, and at rows that are gone until the table is swept.
    """
    if not shelf().goes_on:
        return [func.set_config("hnsw.ef_search", str(MOST_LOOKED_AT), True)]
    return [
        func.set_config("hnsw.ef_search", str(LOOKED_AT), True),
        func.set_config("hnsw.iterative_scan", "strict_order", True),
    ]


def _goes_on(version: str | None) -> bool:
    numbers = re.findall(r"\d+", version or "")
    return tuple(map(int, numbers[:2])) >= GOES_ON


def _near(made: type[N], row: Any) -> N:
    """Read a row that ends in its distance, its vector and how many were compared."""
    *own, far, figures, _ = row
    values: list[Any] = [*own, 1 - far, tuple(float(one) for one in figures)]
    return made(*values)


def _count(rows: Sequence[Any]) -> int:
    return int(rows[0][-1]) if rows else 0


def _has_tables() -> Any:
    return func.to_regclass("lol_play").is_not(None)
