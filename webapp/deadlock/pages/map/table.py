"""Both sides at one moment as rows: health or the way back, kills, deaths, souls, place."""

from dataclasses import dataclass

from webapp.deadlock.domain.ground import region_at
from webapp.deadlock.domain.paths_header import PathSouls
from webapp.deadlock.domain.words import SIDE_NAMES, counted
from webapp.deadlock.pages.map.scene import Now


@dataclass(frozen=True, slots=True)
class Row:
    """One player: `health` in per cent, or None with the sentence `away` instead."""

    slot: int
    name: str
    letters: str
    health: int | None
    away: str | None
    kills: int
    deaths: int
    souls: int | None
    place: str | None


@dataclass(frozen=True, slots=True)
class SideRows:
    """One side: its name, a summary, its six, richest first."""

    side: str
    name: str
    summary: str
    rows: tuple[Row, ...]


def side_rows(now: Now, side: str) -> SideRows:
    """Tell how one side stands at the moment."""
    header = now.replay.header
    rows = [_row(now, place) for place, one in enumerate(header.players) if one.side == side]
    rows.sort(key=lambda row: -(row.souls or 0))
    alive = sum(row.health is not None for row in rows)
    walkers = sum(
        one.kind == "Walker" and one.side == side and not _gone(one.fell_at, now.at)
        for one in header.objectives
    )
    kills = counted(sum(row.kills for row in rows), "kill")
    summary = f"{alive} alive · {kills} · {counted(walkers, 'Walker')} standing"
    return SideRows(side=side, name=SIDE_NAMES[side], summary=summary, rows=tuple(rows))


def souls_before(now: Now) -> PathSouls | None:
    """Find the last sample of souls at or before the moment."""
    return max(
        (one for one in now.replay.header.souls if one.at <= now.at),
        key=lambda one: one.at,
        default=None,
    )


def _row(now: Now, place: int) -> Row:
    header = now.replay.header
    player, health, sampled = header.players[place], now.health(place), souls_before(now)
    past = [death for death in header.deaths if death.at <= now.at]
    alive = health > 0
    return Row(
        slot=player.slot,
        name=now.names.get(player.slot, player.name),
        letters=player.letters,
        health=health if alive else None,
        away=None if alive else _away(now, player.slot),
        kills=sum(death.killer == player.slot for death in past),
        deaths=sum(death.slot == player.slot for death in past),
        souls=sampled.souls[place] if sampled and place < len(sampled.souls) else None,
        place=region_at(*now.where(place), side=player.side, lanes=header.lanes) if alive else None,
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
