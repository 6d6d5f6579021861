"""Wire structs as a Match."""

import re
from dataclasses import dataclass
from typing import Final

from webapp.lol.domain import modes, records, wire
from webapp.lol.domain.parse import endings
from webapp.lol.domain.parse.missing import missing
from webapp.lol.domain.parse.numbers import moment, text, whole
from webapp.lol.domain.parse.players import players
from webapp.lol.domain.parse.teams import teams
from webapp.lol.domain.parse.timeline import timeline
from webapp.matchplay.unreadable import MatchUnreadable

_LONGEST_S: Final = 36_000
_MILLISECONDS: Final = 10_000
"""Lengths above it are milliseconds, as they were before patch 11.20."""
_ID: Final = re.compile(r"([A-Z0-9]{2,16})_([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class _Parts:
    """What needs more than one field of the body to read."""

    match_id: str
    duration_s: int
    mode: str
    players: tuple[records.Player, ...]
    teams: tuple[records.Team, ...]
    timeline: records.Timeline | None


def assemble(
    body: wire.Body, found_timeline: wire.TimelineBody | None, *, expect_match_id: str | None
) -> records.Match:
    """Put the parts together. Raises MatchUnreadable when there is no match, or another one."""
    found = body.info or wire.Info()
    match_id = _match_id(body, expect_match_id)
    layout = modes.layout_of(found.game_mode or "", whole(found.map_id))
    sided = layout in modes.SIDED
    seated = players(
        [one for one in found.participants or () if one is not None],
        sided=sided,
        rift=layout == modes.RIFT,
    )
    _must_be_a_match(found, seated)
    duration_s = _duration(found)
    slots = tuple(player.slot for player in seated)
    told = found_timeline and timeline(found_timeline, match_id, _number(match_id), slots)
    mode = endings.mode_of(found, layout, seated, duration_s)
    parts = _Parts(
        match_id, duration_s, mode, seated, teams(found.teams, sided=sided), told or None
    )
    return _match(found, parts)


def _match(found: wire.Info, parts: _Parts) -> records.Match:
    return records.Match(
        match_id=parts.match_id,
        platform=parts.match_id.rpartition("_")[0],
        game_id=_number(parts.match_id),
        created_at=moment(found.game_creation),
        started_at=moment(found.game_start_timestamp),
        ended_at=moment(found.game_end_timestamp),
        duration_s=parts.duration_s,
        queue_id=whole(found.queue_id),
        game_mode=text(found.game_mode) or "",
        game_type=text(found.game_type) or "",
        map_id=whole(found.map_id),
        version=text(found.game_version) or "",
        mode=parts.mode,
        ending=endings.ending_of(found, parts.mode, parts.players),
        winner=_winner(parts),
        players=parts.players,
        teams=parts.teams,
        tournament=bool(text(found.tournament_code)),
        timeline=parts.timeline,
        missing=missing(parts.players, parts.timeline, parts.duration_s, parts.mode),
    )


def _match_id(body: wire.Body, expected: str | None) -> str:
    """Read the id; pro games have it in two fields of their own."""
    info = body.info or wire.Info()
    said = text(body.metadata.match_id) if body.metadata else None
    joined = f"{text(info.platform_id) or ''}_{whole(info.game_id)}"
    match_id = (said or joined).upper()
    if not _ID.fullmatch(match_id):
        raise MatchUnreadable("This response has no match id.", "metadata.matchId")
    if expected is not None and match_id != expected.upper():
        sentence = f"This response is about match {match_id}, not {expected.upper()}."
        raise MatchUnreadable(sentence, "metadata.matchId")
    return match_id


def _must_be_a_match(found: wire.Info, seated: tuple[records.Player, ...]) -> None:
    """Refuse a body that names nobody, unless it says that the game never began."""
    if not seated and not endings.said_aborted(found):
        raise MatchUnreadable("This response names no players.", "info.participants")


def _number(match_id: str) -> int:
    return int(match_id.rpartition("_")[2])


def _duration(found: wire.Info) -> int:
    said = whole(found.game_duration) or 0
    seconds = said // 1000 if said > _MILLISECONDS else said
    if not 0 <= seconds <= _LONGEST_S:
        raise MatchUnreadable("This response has no believable length.", "info.gameDuration")
    return seconds


def _winner(parts: _Parts) -> str | None:
    """Name the side that won; two winners, or a winner of no side, are none."""
    if parts.mode not in modes.SIDED:
        return None
    won = {team.side for team in parts.teams if team.win and team.side}
    if not won:
        won = {player.side for player in parts.players if player.win and player.side}
    return won.pop() if len(won) == 1 else None
