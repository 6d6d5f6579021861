"""What is usual for each hero: the kept matches it is told from, and its snapshot.

Nothing here works anything out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

import msgspec
import zstandard
from sqlalchemy import ColumnElement, func, select

from webapp.core.db import db
from webapp.dota2.domain.analysis import ANALYSIS_VERSION
from webapp.dota2.domain.analysis.benchmarks import Benchmarks
from webapp.dota2.domain.benchmarks import Usual
from webapp.dota2.domain.winning.samples import LOBBIES, MODES
from webapp.dota2.models import Dota2Match, Dota2Slice
from webapp.matchplay.packed import PackedSpreads, SpreadTable, pack_spreads
from webapp.matchroom.snapshots import KeptSnapshots

NAME: Final = "dota2-benchmarks"
MOST_MATCHES: Final = 20_000
"""The newest so many count: older patches are another game by and by."""


class _Kept(msgspec.Struct, frozen=True):
    """A snapshot as it lies in storage."""

    version: str
    computed_at: datetime | None
    matches: int
    spreads: PackedSpreads


def gathered_mark() -> str:
    """Name the matches that count, so that a new, changed or gone one gives another name."""
    query = select(func.count(), func.max(Dota2Match.saved_at)).where(*_counted())
    return str(db.session.execute(query).one())


def measured_matches() -> Iterator[Benchmarks]:
    """Give the figures of every match that counts, newest first."""
    query = (
        select(Dota2Slice.body)
        .join(Dota2Match, Dota2Match.match_id == Dota2Slice.match_id)
        .where(Dota2Slice.name == "benchmarks", *_counted())
        .order_by(Dota2Match.started_at.desc().nulls_last())
        .limit(MOST_MATCHES)
    )
    inflate = zstandard.ZstdDecompressor().decompress
    for body in db.session.scalars(query.execution_options(yield_per=200)):
        yield msgspec.json.decode(inflate(body), type=Benchmarks)


def _counted() -> tuple[ColumnElement[bool], ...]:
    """Leave the matches that count: fetched, by the usual rules, among people, and won."""
    return (
        Dota2Match.provenance == "upstream",
        Dota2Match.outcome == "won",
        Dota2Match.game_mode.in_(MODES),
        Dota2Match.lobby_type.in_(LOBBIES),
        Dota2Match.analysis_version == ANALYSIS_VERSION,
    )


def _encode(made: Usual) -> bytes:
    kept = _Kept(made.version, made.computed_at, made.matches, pack_spreads(made.spreads))
    return msgspec.msgpack.encode(kept)


def _decode(body: bytes) -> Usual:
    kept = msgspec.msgpack.decode(body, type=_Kept)
    return Usual(kept.version, kept.computed_at, kept.matches, SpreadTable(kept.spreads))


_snapshots: Final = KeptSnapshots(NAME, _encode, _decode, Usual(version="none"))
load_usual, forget_usual = _snapshots.load, _snapshots.forget
place_usual, save_usual = _snapshots.place, _snapshots.save
current_version, forget_old = _snapshots.current_version, _snapshots.forget_old
