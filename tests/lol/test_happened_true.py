"""What happened, against what the bodies say themselves: every shared match, figure by figure."""

from __future__ import annotations

from collections import Counter

import msgspec

from tests.lol.played import on_the_rift, played
from webapp.lol.domain.analysis import Analysis, analyse
from webapp.lol.domain.analysis.builds import held_at
from webapp.lol.domain.analysis.deaths import gold_paid
from webapp.lol.domain.analysis.respawning import away_of

NEW_BOOK = {"dragon", "baron", "herald", "grub", "atakhan", "turret", "inhibitor"}


def test_kills_count_for_the_sides_they_count_for_on_the_scoreboard() -> None:
    for match in on_the_rift():
        events = analyse(match).events
        for side in "ab":
            team = match.team(side)
            said = team.tally("champion") if team else None
            counted = sum(one.side == side for one in events.kills)
            assert said is None or said.kills == counted, match.match_id


def test_towers_dragons_and_the_rest_are_as_many_as_the_body_says() -> None:
    compared = 0
    for match in on_the_rift():
        for one in analyse(match).objectives.counts:
            if one.kind not in NEW_BOOK:
                continue
            elders = next(c for c in analyse(match).objectives.counts if c.kind == "elder")
            also = (elders.a, elders.b) if one.kind == "dragon" else (0, 0)
            for ours, said in ((one.a + also[0], one.said_a), (one.b + also[1], one.said_b)):
                if said is not None:
                    assert ours == said, (match.match_id, one)
                    compared += 1
    assert compared > 100


def test_feats_won_are_those_the_body_says_the_other_side_lost() -> None:
    won = {}
    for match in on_the_rift():
        feats = next(one for one in analyse(match).objectives.counts if one.kind == "feat")
        if feats.said_a is not None:
            assert (feats.a, feats.b) == (feats.said_a, feats.said_b), match.match_id
            won[match.match_id] = (feats.a, feats.b)
    assert won["JP1_497158018"] == (1, 2)
    assert won["JP1_546614216"] == (0, 2)


def test_every_death_is_the_scoreboards_and_its_damage_adds_up() -> None:
    for match in on_the_rift():
        ledger = analyse(match).deaths
        deaths = ledger.deaths
        for player in match.players:
            own = [one for one in deaths if one.victim == player.slot]
            assert len(own) == player.combat.deaths, (match.match_id, player.slot)
        for number, death in enumerate(deaths):
            told = match.timeline.kills[number].received if match.timeline else None
            sources = ledger.sources(death)
            if told is None or sources is None:
                continue
            sums = [
                sum(one.physical for one in told),
                sum(one.magic for one in told),
                sum(one.true for one in told),
            ]
            assert [death.physical, death.magic, death.true] == sums
            assert sum(one.physical + one.magic + one.true for one in sources) == sum(sums)


def test_death_timers_add_up_to_the_bodys_seconds_of_being_dead() -> None:
    """The body leaves out a death that the end of the game cut short."""
    close = everyone = 0
    for match in on_the_rift():
        if match.queue_id not in {400, 420}:
            continue
        for player in match.players:
            away = [end - start for start, end in away_of(match, player.slot)]
            ended = [
                one
                for one, (_, end) in zip(away, away_of(match, player.slot), strict=True)
                if end <= match.duration_s
            ]
            everyone += 1
            close += abs(sum(ended) - (player.combat.dead_s or 0)) <= 2
    assert close >= 0.95 * everyone > 50


def test_builds_end_with_the_items_of_the_scoreboard() -> None:
    agreed = 0
    for match in played():
        for build in analyse(match).builds.players:
            if build.agrees is None:
                continue
            assert build.agrees, (match.match_id, build.slot)
            held = Counter(held_at(build, match.duration_s + 60))
            own = Counter(one for one in build.final if one and one not in build.given)
            assert own <= held
            agreed += 1
    assert agreed > 100


def test_wards_without_the_undefined_are_nearly_all_the_body_counts() -> None:
    ours = said = control = said_control = 0
    for match in on_the_rift():
        vision = analyse(match).vision
        for one in vision.players:
            placed = sum(sum(row) for row in one.placed)
            assert placed <= (one.said_placed or 0)
            ours, said = ours + placed, said + (one.said_placed or 0)
            control += sum(one.placed[vision.kinds.index("control")])
            said_control += one.control_placed or one.control_bought or 0
    assert ours >= 0.97 * said
    assert abs(control - said_control) <= 0.02 * said_control


def test_slices_stay_small_and_come_back_as_they_were() -> None:
    for match in played():
        analysis = analyse(match)
        packed = msgspec.json.encode(analysis)
        assert msgspec.json.decode(packed, type=Analysis) == analysis


def test_a_kill_that_paid_less_is_not_charged_for_it_twice() -> None:
    """In Swiftplay a bounty has its negative shutdown in it already."""
    match = next(one for one in played() if one.match_id == "EUW1_7261321891")
    found = analyse(match)
    less = [one for one in found.deaths.deaths if (one.shutdown or 0) < 0]
    assert len(less) == 22
    assert all(gold_paid(one.bounty, one.shutdown) == one.bounty for one in less)
    for fight in found.fights.fights:
        paid = [
            gold_paid(found.deaths.deaths[one].bounty, found.deaths.deaths[one].shutdown)
            for one in fight.kills
            if found.deaths.deaths[one].killer
        ]
        assert fight.a.gold + fight.b.gold == sum(paid)
        assert min(fight.a.gold, fight.b.gold) >= 0


def test_a_fight_is_a_trade_of_kills_each_in_one_fight_at_most() -> None:
    for match in played():
        analysis = analyse(match)
        numbers = [one for fight in analysis.fights.fights for one in fight.kills]
        assert len(numbers) == len(set(numbers))
        for fight in analysis.fights.fights:
            kills = [analysis.events.kills[one] for one in fight.kills]
            assert (fight.at_s, fight.to_s) == (kills[0].at_s, kills[-1].at_s)
            assert fight.a.kills + fight.b.kills <= len(kills)
