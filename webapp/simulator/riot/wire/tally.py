"""What one participant did, counted from the same events the timeline tells."""

from collections import Counter
from dataclasses import dataclass

from webapp.simulator.riot.game.state import Event, Fighter, Game, other

SOLO_MS = 600_000
MULTI = ("doubleKills", "tripleKills", "quadraKills", "pentaKills")


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one participant."""

    kills: int
    deaths: int
    assists: int
    solo_kills: int
    longest_run: int
    multikills: dict[str, int]
    largest_spree: int
    sprees: int
    towers: int
    tower_takedowns: int
    inhibitors: int
    plates: int
    dragons: int
    barons: int
    wards_placed: int
    stones_placed: int
    stones_bought: int
    wards_killed: int
    bought: int
    first_blood: bool
    bounty: int
    early_takedowns: int


def tally(game: Game, one: Fighter) -> Tally:
    """Count everything one participant did."""
    kills = game.counted("CHAMPION_KILL")
    mine = [e for e in kills if e["killerId"] == one.slot]
    helped = [e for e in kills if one.slot in e.get("assistingParticipantIds", ())]
    sprees = _sprees(kills, one.slot)
    runs = Counter(
        e["multiKillLength"]
        for e in game.counted("CHAMPION_SPECIAL_KILL")
        if e["killerId"] == one.slot and e["killType"] == "KILL_MULTI"
    )
    return Tally(
        kills=len(mine),
        deaths=sum(e["victimId"] == one.slot for e in kills),
        assists=len(helped),
        solo_kills=sum("assistingParticipantIds" not in e for e in mine),
        longest_run=max([min(len(mine), 1), *runs]),
        multikills=_multikills(runs),
        largest_spree=max([0, *sprees]),
        sprees=sum(length > 1 for length in sprees),
        **_buildings(game, one),
        dragons=_slain(game, one, "DRAGON"),
        barons=_slain(game, one, "BARON_NASHOR"),
        **_vision(game, one),
        bought=_count(game, "ITEM_PURCHASED", participantId=one.slot),
        first_blood=_count(game, "CHAMPION_SPECIAL_KILL", killerId=one.slot,
                           killType="KILL_FIRST_BLOOD") > 0,
        bounty=sum(e["shutdownBounty"] for e in mine),
        early_takedowns=sum(e["timestamp"] < SOLO_MS for e in (*mine, *helped)),
    )  # fmt: skip


def objectives(game: Game, team: int) -> dict[str, dict[str, object]]:
    """Count what a side took, as the match's own summary does."""
    foe = other(team)
    slain = {
        "atakhan": "ATAKHAN",
        "baron": "BARON_NASHOR",
        "dragon": "DRAGON",
        "horde": "HORDE",
        "riftHerald": "RIFTHERALD",
    }
    found = {
        name: _taken(
            game.counted("ELITE_MONSTER_KILL"), {"monsterType": kind}, "killerTeamId", team
        )
        for name, kind in slain.items()
    }
    towers = game.counted("BUILDING_KILL")
    for name, kind in (("inhibitor", "INHIBITOR_BUILDING"), ("tower", "TOWER_BUILDING")):
        found[name] = _taken(towers, {"buildingType": kind}, "teamId", foe)
    killed = [{**e, "side": _side(game, e["killerId"])} for e in game.counted("CHAMPION_KILL")]
    found["champion"] = _taken([e for e in killed if e["killerId"]], {}, "side", team)
    return dict(sorted(found.items()))


def _taken(events: list[Event], wanted: dict[str, str], by: str, team: int) -> dict[str, object]:
    fitting = sorted(
        (e for e in events if all(e.get(key) == value for key, value in wanted.items())),
        key=lambda e: int(e["timestamp"]),
    )
    first = bool(fitting) and fitting[0][by] == team
    return {"first": first, "kills": sum(e[by] == team for e in fitting)}


def _side(game: Game, slot: int) -> int:
    return game.fighters[slot - 1].team if slot else 0


def _sprees(kills: list[Event], slot: int) -> list[int]:
    found = [0]
    for event in sorted(kills, key=lambda e: int(e["timestamp"])):
        if event["killerId"] == slot:
            found[-1] += 1
        elif event["victimId"] == slot:
            found.append(0)
    return found


def _multikills(runs: Counter[int]) -> dict[str, int]:
    """Count each run once, at its full length: a triple is told as a double first."""
    return {name: runs[length] - runs[length + 1] for length, name in enumerate(MULTI, start=2)}


def _buildings(game: Game, one: Fighter) -> dict[str, int]:
    fallen = game.counted("BUILDING_KILL")
    towers = [e for e in fallen if e["buildingType"] == "TOWER_BUILDING"]
    mine = [e for e in towers if e["killerId"] == one.slot]
    helped = [e for e in towers if one.slot in e.get("assistingParticipantIds", ())]
    return {
        "towers": len(mine),
        "tower_takedowns": len(mine) + len(helped),
        "inhibitors": sum(e["killerId"] == one.slot for e in fallen) - len(mine),
        "plates": _count(game, "TURRET_PLATE_DESTROYED", killerId=one.slot),
    }


def _vision(game: Game, one: Fighter) -> dict[str, int]:
    placed = [
        e for e in game.counted("WARD_PLACED")
        if e["creatorId"] == one.slot and e["wardType"] != "UNDEFINED"
    ]  # fmt: skip
    return {
        "wards_placed": len(placed),
        "stones_placed": sum(e["wardType"] == "CONTROL_WARD" for e in placed),
        "stones_bought": _count(game, "ITEM_PURCHASED", participantId=one.slot, itemId=2055),
        "wards_killed": _count(game, "WARD_KILL", killerId=one.slot),
    }


def _slain(game: Game, one: Fighter, kind: str) -> int:
    return _count(game, "ELITE_MONSTER_KILL", killerId=one.slot, monsterType=kind)


def _count(game: Game, kind: str, **said: object) -> int:
    return sum(
        all(event.get(key) == value for key, value in said.items()) for event in game.counted(kind)
    )
