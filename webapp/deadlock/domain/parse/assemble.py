"""A wire struct, from whichever encoding, as a Match."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from webapp.deadlock.domain import records, wire
from webapp.deadlock.domain.parse import events, lanes, words
from webapp.deadlock.domain.parse.damage import damage
from webapp.deadlock.domain.parse.paths import paths
from webapp.deadlock.domain.parse.players import players
from webapp.matchplay.unreadable import MatchUnreadable

_LONGEST_S: Final = 36_000


@dataclass(frozen=True, slots=True)
class _Parts:
    """What needs more than one field of the response to read."""

    match_id: int
    players: tuple[records.Player, ...]
    four_lanes: bool
    paths: records.Paths | None
    damage: records.DamageMatrix | None
    builds: tuple[tuple[int, int], ...]
    banned: tuple[int, ...]


def assemble(body: wire.Body, *, expect_match_id: int | None) -> records.Match:
    """Put the parts together. Raises MatchUnreadable when there is no match, or another one."""
    found = body.match_info
    if found is None:
        raise MatchUnreadable("This response holds no match.", "match_info")
    match_id = _match_id(found, expect_match_id)
    four = lanes.has_four_lanes(player.assigned_lane for player in found.players or ())
    builds = _builds(body)
    seated = players(found.players or (), four=four, builds=dict(builds))
    if not seated:
        raise MatchUnreadable("This response names no players.", "match_info.players")
    deaths = {player.slot: tuple(death.at_s for death in player.deaths) for player in seated}
    parts = _Parts(
        match_id=match_id,
        players=seated,
        four_lanes=four,
        paths=paths(found.match_paths, deaths, _duration(found)),
        damage=damage(found.damage_matrix, frozenset(deaths)),
        builds=builds,
        banned=tuple(hero for hero in body.banned_hero_ids or () if hero),
    )
    return _match(found, parts)


def _match(found: wire.Match, parts: _Parts) -> records.Match:
    return records.Match(
        match_id=parts.match_id,
        started_at=_started_at(found),
        duration_s=_duration(found),
        winning_team=words.team(found.winning_team),
        outcome=words.outcome(found.match_outcome),
        game_mode=words.game_mode(found.game_mode),
        match_mode=words.match_mode(found.match_mode),
        average_badge_a=found.average_badge_team0 or None,
        average_badge_b=found.average_badge_team1 or None,
        players=parts.players,
        objectives=events.objectives(found, four=parts.four_lanes),
        mid_bosses=events.mid_bosses(found),
        pauses=events.pauses(found),
        paths=parts.paths,
        damage=parts.damage,
        custom_stats=events.custom_stats(found),
        banned_hero_ids=parts.banned,
        hero_build_ids=parts.builds,
        four_lanes=parts.four_lanes,
        not_scored=bool(found.not_scored),
        low_priority=bool(found.low_pri_pool),
        new_players=bool(found.new_player_pool),
        bot_difficulty=_difficulty(found),
        dialect=_dialect(parts),
        missing=_missing(found, parts),
    )


def _match_id(found: wire.Match, expected: int | None) -> int:
    raw = found.match_id
    digits = str(raw)
    if not digits.isascii() or not digits.isdigit() or not 0 < int(digits) < 2**63:
        raise MatchUnreadable("This response has no match id.", "match_info.match_id")
    if expected is not None and int(digits) != expected:
        sentence = f"This response is about match {int(digits)}, not {expected}."
        raise MatchUnreadable(sentence, "match_info.match_id")
    return int(digits)


def _started_at(found: wire.Match) -> datetime:
    if not found.start_time:
        raise MatchUnreadable("This response does not say when it began.", "match_info.start_time")
    return datetime.fromtimestamp(found.start_time, tz=UTC)


def _duration(found: wire.Match) -> int:
    if found.duration_s is None or found.duration_s > _LONGEST_S:
        raise MatchUnreadable("This response has no believable length.", "match_info.duration_s")
    return found.duration_s


def _builds(body: wire.Body) -> tuple[tuple[int, int], ...]:
    pairs = (body.hero_build_ids or {}).items()
    return tuple(sorted((int(key), build) for key, build in pairs if key.isdecimal() and build))


def _difficulty(found: wire.Match) -> int | None:
    return found.bot_difficulty if isinstance(found.bot_difficulty, int) else None


def _dialect(parts: _Parts) -> str:
    last = [player.snapshots[-1] for player in parts.players if player.snapshots]
    if any(one.player_barriering is not None for one in last):
        return "2026"
    return "2025" if parts.paths is not None and parts.paths.move is not None else "2024"


def _missing(found: wire.Match, parts: _Parts) -> tuple[str, ...]:
    trails, seated = parts.paths, parts.players
    deaths = [death for player in seated for death in player.deaths]
    standing, bosses = events.objectives(found, four=parts.four_lanes), events.mid_bosses(found)
    lacks = {
        "This response has no positions.": trails is None,
        "This response does not say who was fighting or how they moved.": trails is not None
        and (trails.combat is None or trails.move is None),
        "This response has no damage by source and target.": parts.damage is None,
        "This response has no numbers from during the match.": not any(
            player.snapshots for player in seated
        ),
        "This response lists no buildings.": not found.objectives,
        "Some buildings of this response belong to no side and are left out.": len(standing)
        < len(found.objectives or ()),
        "Some deaths of the mid boss in this response have no time and are left out.": len(bosses)
        < len(found.mid_boss or ()),
        "This response does not say how long each fight before a death lasted.": bool(deaths)
        and all(death.time_to_kill_s is None for death in deaths),
        "Some players of this response belong to no side and are left out.": len(seated)
        < len(found.players or ()),
    }
    return tuple(sentence for sentence, lacking in lacks.items() if lacking)
