"""Wards, purchases, streaks, buildings and benchmarks as OpenDota counts them, against ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest

from tests.dota2.told import NAMES, Told, told
from webapp.dota2.domain.analysis.benchmarks import METRICS
from webapp.dota2.domain.analysis.events import Kill
from webapp.dota2.domain.analysis.laning import lane_sum


@pytest.fixture(params=NAMES)
def real(request: pytest.FixtureRequest) -> Told:
    return told(request.param)


def test_wards_brought_down_are_the_wards_players_killed(real: Told) -> None:
    if not real.ours.vision.ends_recorded:
        assert {ward.ended for ward in real.ours.vision.wards or ()} == {""}
        return
    for kind, word in (("observer", "observer_wards"), ("sentry", "sentry_wards")):
        killed = sum(one.get(f"npc_dota_{word}", 0) for _, one in real.players("killed"))
        ended = [ward.ended for ward in real.ours.vision.wards or () if ward.kind == kind]
        assert ended.count("dewarded") == killed


def test_counts_opendota_made_of_logs_are_ours(real: Told) -> None:
    backs = Counter(one.slot for one in real.ours.events.buybacks or ())
    for slot, count in real.players("buyback_count"):
        assert backs[slot] == count
    for slot, count in real.players("observer_kills"):
        assert real.ours.vision.players[slot].observers_killed == count
    for slot, count in real.players("sentry_kills"):
        assert real.ours.vision.players[slot].sentries_killed == count
    for slot, count in real.players("purchase_ward_observer"):
        assert real.ours.vision.players[slot].observers_bought == count
    for slot, count in real.players("purchase_ward_sentry"):
        assert real.ours.vision.players[slot].sentries_bought == count
    for slot, count in real.players("life_state_dead"):
        assert real.ours.combat.players[slot].dead_s == count
    for slot, seconds in real.players("stuns"):
        assert real.ours.combat.players[slot].stuns_s == pytest.approx(seconds)
    for slot, hit in real.players("max_hero_hit"):
        ours = real.ours.combat.players[slot].hit
        assert ours is not None
        assert (ours.damage, ours.at_s) == (hit["value"], hit["time"])


def test_purchases_begin_when_opendota_says(real: Told) -> None:
    builds = real.ours.builds.players
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
    holders = {one.holder for one in real.ours.objectives.roshans or ()}
    kills, compared = real.ours.events.kills or (), 0
    for slot, given in real.players("kill_streaks"):
        deaths = sum(kill.victim == slot for kill in kills)
        if slot in holders or deaths != real.given["players"][slot]["deaths"]:
            continue
        ours = _streaks([kill for kill in kills if slot in {kill.killer, kill.victim}], slot)
        told = dict(real.ours.combat.players[slot].streaks or ())
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
    by = Counter(one.by for one in real.ours.objectives.couriers or ())
    for slot, count in real.players("courier_kills"):
        assert by[slot] <= count


def test_roshan_and_towers_are_counted_alike_everywhere(real: Told) -> None:
    by_hero = sum(one.get("npc_dota_roshan", 0) for _, one in real.players("killed"))
    assert len(real.ours.objectives.roshans or ()) >= by_hero
    for side, word in (("a", "radiant"), ("b", "dire")):
        towers = [
            one for one in real.ours.objectives.buildings if (one.side, one.kind) == (side, "tower")
        ]
        mask: int = real.given[f"tower_status_{word}"]
        assert sum(one.stood is True for one in towers) == mask.bit_count()
        rax = [one for one in real.ours.objectives.buildings if one.kind in {"melee", "ranged"}]
        mask = real.given[f"barracks_status_{word}"]
        assert sum(one.stood is True and one.side == side for one in rax) == mask.bit_count()
    for slot, count in real.players("tower_kills"):
        fell = [one for one in real.ours.events.falls if one.by == slot and one.kind == "tower"]
        assert len(fell) == count


def test_benchmark_figures_are_opendotas_own(real: Told) -> None:
    compared = 0
    for slot, given in real.players("benchmarks"):
        ours = dict(zip(METRICS, real.ours.benchmarks.players[slot].values, strict=True))
        for name, one in given.items():
            if name == "stuns_per_min" and real.given["players"][slot]["stuns"] is None:
                assert ours[name] is None
            else:
                assert ours[name] == pytest.approx(one["raw"]), name
            compared += 1
    assert compared or "merged" in real.given.get("_derived", "")


def test_last_hits_of_a_lane_are_those_of_its_players_at_ten_minutes(real: Told) -> None:
    laning = real.ours.laning
    assert laning.verdicts
    for lane in laning.verdicts:
        for slots in (lane.slots_a, lane.slots_b):
            given = [_at(real.given["players"][slot], "lh_t", 600) for slot in slots]
            assert lane_sum(laning.players, slots, "last_hits") == (sum(given) if slots else None)


def test_a_purchase_stands_beside_gold_earned_by_then_which_is_no_net_worth(real: Told) -> None:
    assert all(one.net_worth is None for one in real.ours.moments.players)
    for slot, player in enumerate(real.given["players"]):
        log = real.ours.builds.players[slot].purchases
        assert log is not None
        for at_s, earned in zip(log.at_s, log.earned, strict=True):
            before = at_s < player["times"][0]
            assert earned == (None if before else _at(player, "gold_t", at_s))


def _at(player: dict[str, Any], column: str, at_s: int) -> int:
    """Give a column's figure at the last of its seconds up to one."""
    known = zip(player["times"], player[column], strict=True)
    figure: int = [value for second, value in known if second <= at_s][-1]
    return figure
