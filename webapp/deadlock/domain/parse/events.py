"""Buildings, mid bosses, pauses and the names of custom statistics as records."""

from webapp.deadlock.domain import records, wire
from webapp.deadlock.domain.parse import lanes, words


def objectives(found: wire.Match, *, four: bool) -> tuple[records.Objective, ...]:
    """Every building whose side is known, in the order of the response."""
    made = []
    for one in found.objectives or ():
        side = words.side(one.team)
        if side is None:
            continue
        kind, lane = lanes.objective(one.team_objective_id or 0, four=four)
        made.append(_objective(one, side, kind, lane))
    return tuple(made)


def _objective(source: wire.Objective, side: str, kind: str, lane: str | None) -> records.Objective:
    return records.Objective(
        side=side,
        kind=kind,
        lane=lane,
        fell_at_s=source.destroyed_time_s or None,
        first_damage_at_s=source.first_damage_time_s or None,
        player_damage=source.player_damage or 0,
        spirit_damage=source.player_spirit_damage,
        trooper_damage=source.creep_damage or 0,
    )


def mid_bosses(found: wire.Match) -> tuple[records.MidBoss, ...]:
    """Every death of the mid boss whose second is known, earliest first."""
    made = [
        records.MidBoss(
            at_s=one.destroyed_time_s,
            killed_by=words.side(one.team_killed),
            claimed_by=words.side(one.team_claimed),
        )
        for one in found.mid_boss or ()
        if one.destroyed_time_s
    ]
    return tuple(sorted(made, key=lambda one: one.at_s))


def pauses(found: wire.Match) -> tuple[records.Pause, ...]:
    """One record for each second the match was paused at.

    The response has a row of 0 seconds when the pause is asked for and, since 2025, another with
    its length when play goes on.
    """
    merged: dict[int, records.Pause] = {}
    for one in found.match_pauses or ():
        at = one.game_time_s or 0
        known = merged.get(at, records.Pause(at, 0, one.player_slot))
        lasted = max(known.lasted_s, one.pause_duration_s or 0)
        merged[at] = records.Pause(at, lasted, known.slot)
    return tuple(merged[at] for at in sorted(merged))


def custom_stats(found: wire.Match) -> tuple[tuple[int, str], ...]:
    """Names of the custom statistics by the id that snapshots use."""
    return tuple(
        (one.id or 0, words.clean(one.name or "")) for one in found.custom_user_stats or ()
    )
