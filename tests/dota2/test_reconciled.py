"""What OpenDota worked out itself, figure by figure against ours, over every real match."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from tests.conftest import shared_data
from webapp.dota2.domain.analysis.benchmarks import METRICS, benchmarks_of
from webapp.dota2.domain.analysis.builds import builds_of
from webapp.dota2.domain.analysis.combat import Combat, combat_of
from webapp.dota2.domain.analysis.events import Events, Kill, events_of
from webapp.dota2.domain.analysis.fights import Fights, fights_of, windows_of
from webapp.dota2.domain.analysis.objectives import Objectives, objectives_of
from webapp.dota2.domain.analysis.vision import Vision, vision_of
from webapp.dota2.domain.parse import parse_match
from webapp.dota2.domain.records import Match

NAMES = ("1781962623", "2472899185", "2890465108", "7490235544_merged")


class Told:
    """One real match: as OpenDota tells it, and as we do."""

    def __init__(self, name: str) -> None:
        body = (shared_data() / "dota2" / "matches" / f"{name}.json").read_bytes()
        self.given: dict[str, Any] = json.loads(body)
        self.match: Match = parse_match(body)
        self.objectives: Objectives = objectives_of(self.match)
        self.events: Events = events_of(self.match, self.objectives)
        self.fights: Fights = fights_of(self.match, self.events, self.objectives)
        self.vision: Vision = vision_of(self.match)
        self.combat: Combat = combat_of(self.match)

    def players(self, field: str) -> Iterator[tuple[int, Any]]:
        """Give a figure of every player who has it, by slot."""
        for slot, player in enumerate(self.given["players"]):
            if player.get(field) is not None:
                yield slot, player[field]


@cache
def told(name: str) -> Told:
    return Told(name)


@pytest.fixture(params=NAMES)
def real(request: pytest.FixtureRequest) -> Told:
    return told(request.param)


def test_every_fight_has_the_bounds_and_deaths_opendota_gives(real: Told) -> None:
    ours = {fight.start_s: fight for fight in real.fights.fights or ()}
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
    ours = {(one.start_s, one.end_s, one.deaths) for one in _windows(real)}
    for fight in real.fights.fights or ():
        if not fight.untimed:
            assert (fight.start_s, fight.end_s, fight.deaths) in ours


def _windows(real: Told) -> list[Any]:
    return windows_of(kill.at_s for kill in real.events.kills or ())


def test_kills_of_log_and_of_sums_agree_hero_by_hero(real: Told) -> None:
    logged = Counter((kill.killer, kill.victim) for kill in real.events.kills or ())
    for one in real.combat.players:
        for other in real.combat.players:
            count = logged[one.slot, other.slot]
            assert one.kills is not None
            assert other.deaths is not None
            assert one.kills[other.slot] == other.deaths[one.slot] == count


def test_hero_kills_and_deaths_add_up(real: Told) -> None:
    for slot, count in real.players("hero_kills"):
        assert sum(kill.killer == slot for kill in real.events.kills or ()) == count
    deaths = sum(count for _, count in real.players("deaths"))
    logged = Counter(kill.victim for kill in real.events.kills or ())
    more = sum(max(0, logged[slot] - count) for slot, count in real.players("deaths"))
    assert (real.events.untimed or 0) == deaths - logged.total() + more


def test_damage_dealt_is_damage_taken_and_the_sum_of_its_sources(real: Told) -> None:
    rows = real.combat.players
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
        assert real.combat.players[slot].participation == pytest.approx(share)


def test_multi_kills_fit_the_log(real: Told) -> None:
    """The game's window is 18 s; where two kills lie exactly so far apart either may hold."""
    for slot, given in real.players("multi_kills"):
        times = [kill.at_s for kill in real.events.kills or () if kill.killer == slot]
        least, most = _multi(times, 17), _multi(times, 18)
        doubles = given.get("2", 0)
        assert least <= doubles <= most
        assert dict(real.combat.players[slot].multi_kills or ()).get(2, 0) == doubles


def _multi(times: list[int], within_s: int) -> int:
    together = [second - first <= within_s for first, second in pairwise(times)]
    return sum(one and not before for before, one in pairwise([False, *together]))


def test_wards_brought_down_are_the_wards_players_killed(real: Told) -> None:
    if not real.vision.ends_recorded:
        assert {ward.ended for ward in real.vision.wards or ()} == {""}
        return
    for kind, word in (("observer", "observer_wards"), ("sentry", "sentry_wards")):
        killed = sum(one.get(f"npc_dota_{word}", 0) for _, one in real.players("killed"))
        ended = [ward.ended for ward in real.vision.wards or () if ward.kind == kind]
        assert ended.count("dewarded") == killed


def test_counts_opendota_made_of_logs_are_ours(real: Told) -> None:
    backs = Counter(one.slot for one in real.events.buybacks or ())
    for slot, count in real.players("buyback_count"):
        assert backs[slot] == count
    for slot, count in real.players("observer_kills"):
        assert real.vision.players[slot].observers_killed == count
    for slot, count in real.players("sentry_kills"):
        assert real.vision.players[slot].sentries_killed == count
    for slot, count in real.players("purchase_ward_observer"):
        assert real.vision.players[slot].observers_bought == count
    for slot, count in real.players("purchase_ward_sentry"):
        assert real.vision.players[slot].sentries_bought == count
    for slot, count in real.players("life_state_dead"):
        assert real.combat.players[slot].dead_s == count
    for slot, seconds in real.players("stuns"):
        assert real.combat.players[slot].stuns_s == pytest.approx(seconds)
    for slot, hit in real.players("max_hero_hit"):
        ours = real.combat.players[slot].hit
        assert ours is not None
        assert (ours.damage, ours.at_s) == (hit["value"], hit["time"])


def test_purchases_begin_when_opendota_says(real: Told) -> None:
    builds = builds_of(real.match).players
    for slot, given in real.players("first_purchase_time"):
        log = builds[slot].purchases
        assert log is not None
        first: dict[str, int] = {}
        for at_s, item in zip(log.at_s, log.item, strict=True):
            first.setdefault(item, at_s)
        # OpenDota takes a second of 0 for none and goes on to the next purchase.
        assert {item: at_s for item, at_s in first.items() if at_s} == {
            item: at_s for item, at_s in given.items() if first.get(item)
        }


def test_streaks_fit_the_log_where_every_death_is_in_it(real: Told) -> None:
    """An Aegis ends no streak and stands in no log of deaths; its holders are left out."""
    holders = {one.holder for one in real.objectives.roshans or ()}
    kills, compared = real.events.kills or (), 0
    for slot, given in real.players("kill_streaks"):
        deaths = sum(kill.victim == slot for kill in kills)
        if slot in holders or deaths != real.given["players"][slot]["deaths"]:
            continue
        ours = _streaks([kill for kill in kills if slot in {kill.killer, kill.victim}], slot)
        told = dict(real.combat.players[slot].streaks or ())
        assert told == {int(size): count for size, count in given.items()}
        assert max(ours, default=0) == max(told, default=0)
        compared += 1
    assert compared


def _streaks(kills: Sequence[Kill], slot: int) -> Counter[int]:
    found: Counter[int] = Counter()
    run = 0
    for kill in kills:
        run = run + 1 if kill.killer == slot else 0
        if run >= 3:
            found[run] += 1
    return found


def test_couriers_players_killed_were_lost(real: Told) -> None:
    """Old responses tell only some of the couriers in their list of objectives."""
    by = Counter(one.by for one in real.objectives.couriers or ())
    for slot, count in real.players("courier_kills"):
        assert by[slot] <= count


def test_roshan_and_towers_are_counted_alike_everywhere(real: Told) -> None:
    by_hero = sum(one.get("npc_dota_roshan", 0) for _, one in real.players("killed"))
    assert len(real.objectives.roshans or ()) >= by_hero
    for side, word in (("a", "radiant"), ("b", "dire")):
        towers = [
            one for one in real.objectives.buildings if (one.side, one.kind) == (side, "tower")
        ]
        mask: int = real.given[f"tower_status_{word}"]
        assert sum(one.stood is True for one in towers) == mask.bit_count()
        rax = [one for one in real.objectives.buildings if one.kind in {"melee", "ranged"}]
        mask = real.given[f"barracks_status_{word}"]
        assert sum(one.stood is True and one.side == side for one in rax) == mask.bit_count()
    for slot, count in real.players("tower_kills"):
        fell = [one for one in real.events.falls if one.by == slot and one.kind == "tower"]
        assert len(fell) == count


def test_benchmark_figures_are_opendotas_own(real: Told) -> None:
    compared = 0
    for slot, given in real.players("benchmarks"):
        ours = dict(zip(METRICS, benchmarks_of(real.match).players[slot].values, strict=True))
        for name, one in given.items():
            if name == "stuns_per_min" and real.given["players"][slot]["stuns"] is None:
                assert ours[name] is None
            else:
                assert ours[name] == pytest.approx(one["raw"]), name
            compared += 1
    assert compared or "merged" in real.given.get("_derived", "")
