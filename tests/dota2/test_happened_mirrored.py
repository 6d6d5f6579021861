"""A match told with its sides exchanged must come out the same, with its sides exchanged."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from tests.dota2.kept import PARSED, body_of
from webapp.dota2.domain.analysis import Analysis, analyse
from webapp.dota2.domain.findings import findings_of, material_of
from webapp.dota2.domain.parse import parse_match

OTHER = {"a": "b", "b": "a", "": "", None: None}
TEAMS = {2: 3, 3: 2}
WORDS = {"goodguys": "badguys", "badguys": "goodguys", "radiant": "dire", "dire": "radiant"}
KEPT = frozenset({"radiant_win", "radiant_gold_adv", "radiant_xp_adv"})


def other_slot(slot: int) -> int:
    return (slot + 5) % 10


def other_player_slot(slot: int) -> int:
    return slot - 128 if slot >= 128 else slot + 128


def renamed(name: str) -> str:
    for word, other in WORDS.items():
        if word in name and name not in KEPT:
            return name.replace(word, other)
    return name


def mirrored(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {renamed(key): mirrored(one, key) for key, one in value.items()}
    if isinstance(value, list):
        made = [mirrored(one, name) for one in value]
        return made[5:] + made[:5] if name == "players" else made
    if isinstance(value, str):
        return renamed(value)
    if isinstance(value, bool):
        return not value if name in {"radiant_win", "isRadiant"} else value
    if isinstance(value, int):
        return _number(value, name)
    return value


def _number(value: int, name: str) -> int:
    if name in {"player_slot", "killer"} and value >= 0:
        return other_player_slot(value)
    if name in {"slot", "player1", "player2"} and 0 <= value <= 9:
        return other_slot(value)
    if name == "team":
        return TEAMS.get(value, value)
    return -value if name in {"radiant_gold_adv", "radiant_xp_adv"} else value


def _victims(body: dict[str, Any]) -> dict[str, Any]:
    """First blood has its victim's slot in `key`, where other objectives have a name."""
    for one in body["objectives"]:
        if one["type"] == "CHAT_MESSAGE_FIRSTBLOOD" and isinstance(one.get("key"), int):
            one["key"] = other_slot(one["key"])
    return body


@cache
def both() -> tuple[Analysis, Analysis]:
    body = json.loads(body_of(PARSED))
    turned = _victims(mirrored(body))
    return analyse(parse_match(json.dumps(body).encode())), analyse(
        parse_match(json.dumps(turned).encode())
    )


def test_kills_and_fights_change_sides_and_nothing_else() -> None:
    one, other = both()
    kills = [(kill.at_s, kill.killer, kill.victim, kill.x) for kill in one.events.kills or ()]
    turned = [
        (kill.at_s, other_slot(kill.killer), other_slot(kill.victim), kill.x)
        for kill in other.events.kills or ()
    ]
    assert sorted(kills) == sorted(turned)
    for fight, same in zip(one.fights.fights or (), other.fights.fights or (), strict=True):
        assert (fight.start_s, fight.end_s, fight.deaths) == (same.start_s, same.end_s, same.deaths)
        assert fight.winner == OTHER[same.winner]
        assert (fight.a.gold, fight.a.damage, fight.a.kills, fight.a.fought) == (
            same.b.gold,
            same.b.damage,
            same.b.kills,
            same.b.fought,
        )
        assert fight.a.roshans == same.b.roshans
        assert len(fight.a.took) == len(same.b.took)


def test_buildings_wards_and_damage_change_sides_and_nothing_else() -> None:
    one, other = both()
    fell = {
        (x.side, x.kind, x.tier, x.lane, x.order): x.fell_at_s for x in one.objectives.buildings
    }
    turned = {
        (OTHER[x.side], x.kind, x.tier, x.lane, x.order): x.fell_at_s
        for x in other.objectives.buildings
    }
    assert fell == turned
    assert [x.side for x in one.objectives.roshans or ()] == [
        OTHER[x.side] for x in other.objectives.roshans or ()
    ]
    wards = {(x.slot, x.kind, x.placed_s, x.ended) for x in one.vision.wards or ()}
    assert wards == {
        (other_slot(x.slot), x.kind, x.placed_s, x.ended) for x in other.vision.wards or ()
    }
    for fighter in one.combat.players:
        same = other.combat.players[other_slot(fighter.slot)]
        assert fighter.dealt is not None
        assert same.dealt is not None
        assert fighter.dealt == (*same.dealt[5:], *same.dealt[:5])


def test_findings_say_the_same_of_the_other_side() -> None:
    told = []
    for analysis in both():
        slices = {
            name: getattr(analysis, name) for name in ("events", "objectives", "fights", "combat")
        }
        lead = [(one.at_s, one.a - one.b) for one in analysis.lead.samples]
        winner = analysis.scoreboard.winner
        material = material_of(slices, {}, lead, duration_s=2500, winner=winner)
        told.append(findings_of(material))
    one, other = told
    assert [(x.rule, x.at_s, x.worth, x.side) for x in one] == [
        (x.rule, x.at_s, x.worth, OTHER[x.side]) for x in other
    ]
