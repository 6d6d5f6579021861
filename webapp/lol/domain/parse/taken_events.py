"""Events of something that fell: champions, monsters, buildings, plates."""

from webapp.lol.domain import records, wire
from webapp.lol.domain.parse import words
from webapp.lol.domain.parse.event_parts import Made, assists, at, place, who
from webapp.lol.domain.parse.numbers import whole
from webapp.lol.domain.parse.recaps import recap


def kill(one: wire.Event, slots: frozenset[int]) -> Made:
    """Read a champion's fall; None when the fallen is nobody of the match."""
    victim = who(one.victim_id, slots)
    if victim is None:
        return None
    killer = who(one.killer_id, slots)
    return records.Kill(
        at_ms=at(one),
        killer=None if killer == victim else killer,
        victim=victim,
        assists=assists(one, slots),
        bounty=whole(one.bounty),
        shutdown=whole(one.shutdown_bounty),
        streak=whole(one.kill_streak_length),
        place=place(one),
        dealt=recap(one.victim_damage_dealt, slots),
        received=recap(one.victim_damage_received, slots),
        fight_dealt=recap(one.victim_teamfight_damage_dealt, slots),
        fight_received=recap(one.victim_teamfight_damage_received, slots),
    )


def special(one: wire.Event, slots: frozenset[int]) -> Made:
    """Read a first blood, a multikill or an ace."""
    return records.SpecialKill(
        at_ms=at(one),
        kind=words.special(one.kill_type),
        killer=who(one.killer_id, slots),
        length=whole(one.multi_kill_length),
        place=place(one),
    )


def monster(one: wire.Event, slots: frozenset[int]) -> Made:
    """Read an epic monster's fall."""
    return records.MonsterKill(
        at_ms=at(one),
        kind=words.monster(one.monster_type),
        element=words.element(one.monster_sub_type),
        killer=who(one.killer_id, slots),
        side=words.side(one.killer_team_id),
        assists=assists(one, slots),
        bounty=whole(one.bounty),
        place=place(one),
    )


def soul(one: wire.Event, _: frozenset[int]) -> Made:
    """Read a soul given, or its element announced (team 0)."""
    return records.Soul(at(one), (one.name or "unknown").lower(), words.side(one.team_id))


def building(one: wire.Event, slots: frozenset[int]) -> Made:
    """Read a building's fall; the event names the team that lost it."""
    return records.BuildingKill(
        at_ms=at(one),
        side=words.side(one.team_id),
        kind=words.building(one.building_type),
        tier=words.tier(one.tower_type),
        lane=words.lane(one.lane_type),
        killer=who(one.killer_id, slots),
        assists=assists(one, slots),
        bounty=whole(one.bounty),
        place=place(one),
    )


def plate(one: wire.Event, slots: frozenset[int]) -> Made:
    """Read a plate's fall; the event names the team that lost it."""
    return records.PlateKill(
        at_ms=at(one),
        side=words.side(one.team_id),
        lane=words.lane(one.lane_type),
        killer=who(one.killer_id, slots),
        place=place(one),
    )
