"""Fights, kills and damage as OpenDota worked them out, figure by figure against ours."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

from tests.dota2.told import NAMES, Told, told
from webapp.dota2.domain.analysis.fights import windows_of

NOT_IN_THE_LOG = {
    "1781962623": {
        1015: "one of four died to no hero, and last",
        1667: "two of five died to no hero",
    },
    "2472899185": {1594: "one of three died to no hero, which leaves two"},
    "2890465108": {
        269: "one of five died to no hero, and first",
        381: "two of four died to no hero, which leaves two",
    },
}
"""Fights the log of kills alone does not find whole, by their first second, and why."""
FOUND = {"1781962623": 7, "2472899185": 7, "2890465108": 6, "7490235544_merged": 4}
"""How many it finds exactly, without OpenDota's own list."""


@pytest.fixture(params=NAMES)
def real(request: pytest.FixtureRequest) -> Told:
    return told(request.param)


def test_every_fight_has_the_bounds_and_deaths_opendota_gives(real: Told) -> None:
    ours = {fight.start_s: fight for fight in real.ours.fights.fights or ()}
    for given in real.given["teamfights"]:
        fight = ours[given["start"]]
        assert (fight.end_s, fight.last_death_s) == (given["end"], given["last_death"])
        assert fight.deaths == given["deaths"]
        for part, theirs in zip(fight.players, given["players"], strict=True):
            assert part.deaths == theirs["deaths"]
            assert (part.gold, part.xp) == (theirs["gold_delta"], theirs["xp_delta"])
            assert (part.damage, part.buybacks) == (theirs["damage"], theirs["buybacks"])
            heroes = (count for unit, count in theirs["killed"].items() if "npc_dota_hero" in unit)
            assert part.kills == sum(heroes)


def test_the_log_alone_finds_every_fight_nobody_died_in_to_no_hero(real: Told) -> None:
    """OpenDota's list is held against windows that were never shown it."""
    ours = {(one.start_s, one.end_s, one.last_death_s, one.deaths) for one in _windows(real)}
    bounds = ("start", "end", "last_death", "deaths")
    theirs = {tuple(one[word] for word in bounds) for one in real.given["teamfights"]}
    unlike = NOT_IN_THE_LOG.get(real.name, {})
    assert len(ours & theirs) == FOUND[real.name]
    assert {start for start, *_ in theirs - ours} == unlike.keys()
    untimed = {one.start_s for one in real.ours.fights.fights or () if one.untimed}
    assert untimed == unlike.keys()


def _windows(real: Told) -> list[Any]:
    return windows_of(kill.at_s for kill in real.ours.events.kills or ())


def test_kills_of_log_and_of_sums_agree_hero_by_hero(real: Told) -> None:
    logged = Counter((kill.killer, kill.victim) for kill in real.ours.events.kills or ())
    for one in real.ours.combat.players:
        for other in real.ours.combat.players:
            count = logged[one.slot, other.slot]
            assert one.kills is not None
            assert other.deaths is not None
            assert one.kills[other.slot] == other.deaths[one.slot] == count


def test_hero_kills_and_deaths_add_up(real: Told) -> None:
    for slot, count in real.players("hero_kills"):
        assert sum(kill.killer == slot for kill in real.ours.events.kills or ()) == count
    deaths = sum(count for _, count in real.players("deaths"))
    logged = Counter(kill.victim for kill in real.ours.events.kills or ())
    more = sum(max(0, logged[slot] - count) for slot, count in real.players("deaths"))
    assert (real.ours.events.untimed or 0) == deaths - logged.total() + more


def test_damage_dealt_is_damage_taken_and_the_sum_of_its_sources(real: Told) -> None:
    rows = real.ours.combat.players
    for one in rows:
        assert one.dealt is not None
        assert one.sources is not None
        for other in rows:
            assert other.taken is not None
            if one.slot != other.slot:
                assert one.dealt[other.slot] == other.taken[one.slot]
        enemies = sum(one.dealt[other.slot] for other in rows if other.slot // 5 != one.slot // 5)
        assert sum(source.damage for source in one.sources) == enemies
        for source in one.sources:
            if source.targets is not None:
                assert sum(source.targets) >= source.damage


def test_participation_is_kills_and_assists_of_the_sides_kills(real: Told) -> None:
    players = real.given["players"]
    for slot, share in real.players("teamfight_participation"):
        own = players[slot // 5 * 5 : slot // 5 * 5 + 5]
        part = players[slot]["kills"] + players[slot]["assists"]
        assert part / sum(one["kills"] for one in own) == pytest.approx(share, abs=1e-6)
        assert real.ours.combat.players[slot].participation == pytest.approx(share)


def test_multi_kills_fit_the_log(real: Told) -> None:
    """The game's window is 18 s; where two kills lie exactly so far apart either may hold."""
    for slot, given in real.players("multi_kills"):
        times = [kill.at_s for kill in real.ours.events.kills or () if kill.killer == slot]
        least, most = _multi(times, 17), _multi(times, 18)
        doubles = given.get("2", 0)
        assert least <= doubles <= most
        assert dict(real.ours.combat.players[slot].multi_kills or ()).get(2, 0) == doubles


def _multi(times: list[int], within_s: int) -> int:
    together = [second - first <= within_s for first, second in pairwise(times)]
    return sum(one and not before for before, one in pairwise([False, *together]))
