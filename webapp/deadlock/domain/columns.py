"""A match's column files: positions for the map, damage for questions across matches.

Bytes are made in memory; where they are kept is the store's business.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import numpy as np

from webapp.deadlock.domain.buildings import down_by
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.paths_file import Replay, encode_paths
from webapp.deadlock.domain.paths_header import (
    PathDeath,
    PathMidBoss,
    PathObjective,
    PathPause,
    PathPlayer,
    PathsHeader,
    PathSouls,
)
from webapp.deadlock.domain.records import Match, Player


def pack_paths(match: Match, names: Catalogue) -> bytes | None:
    """Pack positions and all the map draws; None when the response holds no paths."""
    if match.paths is None:
        return None
    players = {player.slot: player for player in match.players}
    walking = [players[slot] for slot in match.paths.slots]
    return encode_paths(match.paths, _header(match, walking, names))


def pack_damage(match: Match) -> bytes | None:
    """Pack the damage matrix as Parquet: one row for each amount dealt between two samples.

    Columns: match_id, at_s (end of the interval), stat, source, dealer, target (slots), amount.
    """
    if match.damage is None:
        return None
    import polars as pl

    matrix = match.damage
    change = np.diff(matrix.totals, axis=1, prepend=0)
    row, sample = np.nonzero(change)
    frame = pl.DataFrame(
        {
            "at_s": matrix.sample_times_s[sample].astype(np.int32),
            "stat": _words(matrix.stats, matrix.source[row]),
            "source": _words(matrix.sources, matrix.source[row]),
            "dealer": matrix.dealer[row],
            "target": matrix.target[row],
            "amount": change[row, sample].astype(np.int32),
            "match_id": np.full(len(row), match.match_id, dtype=np.int64),
        }
    )
    file = io.BytesIO()
    # Nobody asks for a part of it, so statistics of its parts only make it larger.
    frame.write_parquet(file, compression="zstd", compression_level=1, statistics=False)
    return file.getvalue()


def positions_table(replay: Replay) -> bytes:
    """Write positions as Parquet: match_id, at_s, slot, x, y (world units), health (per cent).

    The dead stand where they fell, with health 0.
    """
    import polars as pl

    paths, samples = replay.paths, replay.paths.x.shape[1]
    frame = pl.DataFrame(
        {
            "at_s": np.tile(np.arange(samples) * paths.interval_s, len(paths.slots)),
            "slot": np.repeat(np.array(paths.slots, dtype=np.uint8), samples),
            "x": paths.x.reshape(-1),
            "y": paths.y.reshape(-1),
            "health": paths.health.reshape(-1),
        }
    ).with_columns(match_id=pl.lit(replay.header.match_id, dtype=pl.Int64))
    return _parquet(frame)


def records_table(rows: Sequence[Any], match_id: int) -> bytes:
    """Write a slice's records as Parquet, one column for each field."""
    import polars as pl

    names = type(rows[0]).__match_args__ if rows else ()
    columns = {name: [getattr(row, name) for row in rows] for name in names}
    frame = pl.DataFrame(columns).with_columns(match_id=pl.lit(match_id, dtype=pl.Int64))
    return _parquet(frame)


def _parquet(frame: Any) -> bytes:
    file = io.BytesIO()
    frame.write_parquet(file, compression="zstd")
    return file.getvalue()


def _words(words: tuple[str, ...], index: np.ndarray) -> object:
    import polars as pl

    spots = {word: spot for spot, word in enumerate(dict.fromkeys(words))}
    codes = np.array([spots[word] for word in words], dtype=np.uint32)[index]
    # By index: gathering and casting long columns would each run a query of their own.
    return pl.Series(list(spots), dtype=pl.String).cast(pl.Categorical)[codes]


def _header(match: Match, walking: list[Player], names: Catalogue) -> PathsHeader:
    return PathsHeader(
        match_id=match.match_id,
        duration_s=match.duration_s,
        lanes=match.lanes,
        players=[_player(player, names) for player in walking],
        deaths=_deaths(match),
        objectives=_objectives(match),
        mid_bosses=[
            PathMidBoss(at=b.at_s, side=b.claimed_by or b.killed_by or "") for b in match.mid_bosses
        ],
        pauses=[PathPause(at=p.at_s, lasted_s=p.lasted_s) for p in match.pauses],
        souls=_souls(walking),
    )


def _player(player: Player, names: Catalogue) -> PathPlayer:
    hero = names.hero(player.hero_id)
    return PathPlayer(
        slot=player.slot,
        side=player.side,
        hero_id=player.hero_id,
        name=hero.name,
        letters=hero.letters,
    )


def _deaths(match: Match) -> list[PathDeath]:
    deaths = [
        PathDeath(
            slot=player.slot,
            at=death.at_s,
            x=round(death.place.x, 1) if death.place else None,
            y=round(death.place.y, 1) if death.place else None,
            killer=death.killer,
            away_s=death.respawn_s,
        )
        for player in match.players
        for death in player.deaths
    ]
    return sorted(deaths, key=lambda death: (death.at, death.slot))


def _objectives(match: Match) -> list[PathObjective]:
    told = match.objectives
    return [
        PathObjective(side=one.side, kind=one.kind, lane=one.lane, fell_at=down_by(one, told))
        for one in told
    ]


def _souls(walking: list[Player]) -> list[PathSouls]:
    times = sorted({snap.at_s for player in walking for snap in player.snapshots})
    last = times[-1] if times else 0
    worth = [
        {one.at_s: one.net_worth for one in player.snapshots} | {last: player.finals.souls}
        for player in walking
    ]
    return [PathSouls(at=at, souls=[one.get(at) for one in worth]) for at in times]
