"""Both sides at one moment as rows: health or the way back, kills, deaths, souls, place."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.domain.paths_header import PathSouls
from webapp.deadlock.domain.words import SIDE_NAMES, counted
from webapp.deadlock.pages.map.scene import Now
from webapp.deadlock.pages.map.tracks import once_a_replay, spots_of


class Row(msgspec.Struct, frozen=True):
    """One player: `health` in per cent, or None with the sentence `away` instead.

    `height_m` is None without a demo that tells it.
    """

    slot: int
    name: str
    letters: str
    health: int | None
    away: str | None
    kills: int
    deaths: int
    souls: int | None
    place: str | None
    height_m: int | None

    @property
    def words(self) -> tuple[str | int, ...]:
        """Write what one second changes: place, health or the way back, counts, height."""
        told = self.away or "" if self.health is None else self.health
        souls = "" if self.souls is None else f"{self.souls:,}"
        height = "" if self.height_m is None else self.height_m
        return self.place or "", told, self.health or 0, self.kills, self.deaths, souls, height


@dataclass(frozen=True, slots=True)
class SideRows:
    """One side: its name, a summary, its six, richest first."""

    side: str
    name: str
    summary: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Tallies:
    """Kills and deaths of everybody by slot before the first death, after it, and so on."""

    at: tuple[int, ...]
    counts: tuple[tuple[Mapping[int | None, int], Mapping[int | None, int]], ...]

    def until(self, at: int) -> tuple[Mapping[int | None, int], Mapping[int | None, int]]:
        """Give kills and deaths up to a second, by slot."""
        return self.counts[bisect_right(self.at, at)]


@once_a_replay
def _tallies(replay: Replay) -> _Tallies:
    past = sorted(replay.header.deaths, key=lambda death: death.at)
    kills, deaths = Counter[int | None](), Counter[int | None]()
    counts = [(kills.copy(), deaths.copy())]
    for death in past:
        kills[death.killer] += 1
        deaths[death.slot] += 1
        counts.append((kills.copy(), deaths.copy()))
    return _Tallies(tuple(one.at for one in past), tuple(counts))


def sides_of(now: Now) -> tuple[SideRows, SideRows]:
    """Tell how both sides stand at the moment."""
    players, sampled = now.replay.header.players, souls_before(now)
    kills, deaths = _tallies(now.replay).until(now.at)
    rows: dict[str, list[Row]] = {"a": [], "b": []}
    for number, (player, place) in enumerate(zip(players, _places(now), strict=True)):
        health = now.health(number)
        souls = sampled.souls if sampled else ()
        row = Row(
            slot=player.slot,
            name=now.names.get(player.slot, player.name),
            letters=player.letters,
            health=health if health > 0 else None,
            away=None if health > 0 else _away(now, player.slot),
            kills=kills[player.slot],
            deaths=deaths[player.slot],
            souls=souls[number] if number < len(souls) else None,
            place=place if health > 0 else None,
            height_m=now.height(player.slot) if health > 0 else None,
        )
        rows.setdefault(player.side, []).append(row)
    return _side(now, "a", rows["a"]), _side(now, "b", rows["b"])


def _places(now: Now) -> list[str]:
    """Name where everybody is, as their own side would."""
    people = now.replay.header.players
    if not now.replay.paths.x.shape[1]:
        return [""] * len(people)
    spots = spots_of(now.replay, now.sample)
    return [spot.seen_by(one.side) for spot, one in zip(spots, people, strict=True)]


def _side(now: Now, side: str, rows: list[Row]) -> SideRows:
    rows.sort(key=lambda row: -(row.souls or 0))
    alive = sum(row.health is not None for row in rows)
    said = [f"{alive} alive", counted(sum(row.kills for row in rows), "kill")]
    # Elsewhere than on the usual map nobody tells of those that were never hurt.
    if now.replay.header.lanes:
        said.append(f"{counted(_walkers(now, side), 'Walker')} standing")
    return SideRows(side=side, name=SIDE_NAMES[side], summary=" · ".join(said), rows=tuple(rows))


def _walkers(now: Now, side: str) -> int:
    return sum(
        one.kind == "Walker" and one.side == side and not _gone(one.fell_at, now.at)
        for one in now.replay.header.objectives
    )


def souls_before(now: Now) -> PathSouls | None:
    """Find the last sample of souls at or before the moment."""
    return max(
        (one for one in now.replay.header.souls if one.at <= now.at),
        key=lambda one: one.at,
        default=None,
    )


def _away(now: Now, slot: int) -> str:
    last = max(
        (one for one in now.replay.header.deaths if one.slot == slot and one.at <= now.at),
        key=lambda one: one.at,
        default=None,
    )
    if last is None or last.away_s is None:
        return "not on the map"
    left = last.at + last.away_s - now.at
    return f"back in {left} s" if left > 0 else "respawning"


def _gone(fell_at: int | None, at: int) -> bool:
    return fell_at is not None and fell_at <= at
