"""Findings: true for both sides, linked to a second and a number, and total for any match."""

from __future__ import annotations

import dataclasses
import re
from functools import cache

import pytest

from tests.changed import replace
from tests.lol.real import bodies, generated, generated_ids, mirrored, real_matches
from webapp.lol.domain.analysis import Analysis, analyse
from webapp.lol.domain.findings import (
    Material,
    balanced,
    findings_of,
    material_of,
    personal_findings,
    price_of,
)
from webapp.lol.domain.findings.dying import deaths
from webapp.lol.domain.findings.laning import lanes
from webapp.lol.domain.findings.ranking import every_finding
from webapp.lol.domain.findings.taking import objectives
from webapp.lol.domain.records import Match
from webapp.lol.domain.terms import TERMS
from webapp.lol.domain.winning import first_model
from webapp.matchplay.findings import Finding

OTHER = {"a": "b", "b": "a"}
LIKE = Finding("r", 0, None, "a", (1,), "S.", "D.", "", 100, 4.0)


def material(match: Match) -> Material:
    worked = analyse(match)
    slices = {one.name: getattr(worked, one.name) for one in dataclasses.fields(Analysis)}
    names = {row.slot: f"Champion{row.slot}" for row in worked.scoreboard.rows}
    return material_of(slices, names, price_of(first_model().weights, worked.known))


@cache
def pair() -> tuple[Material, Material]:
    return material(generated("EUW1_2")), material(mirrored(*bodies("EUW1_2")))


def turned(one: Finding) -> tuple[object, ...]:
    swap = {"Blue": "Red", "Red": "Blue"}
    sentence = re.sub("Blue|Red", lambda found: swap[found[0]], one.sentence)
    return one.rule, one.at_s, OTHER[one.side], one.slots, sentence


def as_is(one: Finding) -> tuple[object, ...]:
    return one.rule, one.at_s, one.side, one.slots, one.sentence


def test_a_red_players_findings_are_those_of_the_same_player_on_blue() -> None:
    ours, theirs = pair()
    told = 0
    for slot, side in ours.sides.items():
        assert theirs.sides[slot] == OTHER[side]
        own, other = personal_findings(ours, slot), personal_findings(theirs, slot)
        assert sorted(map(turned, own)) == sorted(map(as_is, other))
        weights = [one.weight for one in own]
        assert weights == pytest.approx([one.weight for one in other])
        told += len(own)
    assert told > 10


def test_a_mirrored_match_was_decided_by_the_same_things() -> None:
    ours, theirs = pair()
    found = findings_of(ours)
    assert found
    assert sorted(map(turned, found)) == sorted(map(as_is, findings_of(theirs)))


def test_a_death_is_never_a_gain_of_the_side_that_died() -> None:
    told = 0
    for one in pair():
        for slot, side in one.sides.items():
            for found in personal_findings(one, slot):
                if found.rule.startswith("death") and found.slots[0] == slot:
                    assert found.side == OTHER[side]
                    assert found.points is None or found.points > 0
                    told += 1
    assert told


def test_a_price_for_red_is_that_for_blue_turned_round() -> None:
    ours, theirs = pair()
    assert ours.price
    assert theirs.price
    for at_s in (0, 300, 900, 5_000):
        for things in ({"kills": 1.0}, {"gold": 700.0, "xp": 300.0}, {"baron": 1.0, "towers": 2.0}):
            price = ours.price.of("a", at_s, **things)
            assert price == pytest.approx(theirs.price.of("b", at_s, **things))
            assert price > 0


def test_a_lane_is_worth_what_its_side_would_lose_without_the_lead() -> None:
    told = 0
    for match in real_matches().values():
        one = material(match)
        mark = one.laning.marks[-1] if one.laning.marks else None
        for found in lanes(one) if one.price and mark else ():
            assert one.price
            lane = next(lane for lane in mark.lanes if lane.a.slot in found.slots)
            sign = 1 if found.side == "a" else -1
            lead = {"gold": -sign * lane.gold_lead, "xp": -sign * lane.xp_lead}
            less = one.price.of(found.side, mark.at_s + 1, **lead)
            assert found.points == pytest.approx(-less)
            assert found.points > 0
            told += 1
    assert told > 5


@pytest.mark.parametrize("match_id", generated_ids())
def test_any_match_has_at_most_five_findings_each_with_a_second_and_a_number(
    match_id: str,
) -> None:
    match = generated(match_id)
    check(material(match), match)
    check(material(replace(match, timeline=None)), match)


def check(one: Material, match: Match) -> None:
    personal = [personal_findings(one, player.slot) for player in match.players]
    for found in (findings_of(one), *personal):
        assert len(found) <= 5
        for finding in found:
            assert 0 <= finding.at_s <= one.duration_s
            assert (finding.to_s or finding.at_s) <= one.duration_s
            assert re.search(r"\d", finding.sentence), finding.sentence
            assert finding.sentence.endswith(".")
            assert finding.weight > 0
            assert finding.side in OTHER


def test_real_matches_are_told_and_nothing_is_said_of_a_remake() -> None:
    told = 0
    for match in real_matches().values():
        one = material(match)
        check(one, match)
        if match.mode in {"remake", "aborted", "arena", "swarm"}:
            assert findings_of(one) == ()
        told += len(findings_of(one))
    assert told > 20


def test_no_sentence_says_that_an_item_won_a_game_or_what_caused_a_win() -> None:
    causes = re.compile(r"\b(because|caus\w+|thanks to|due to|won (by|with|through)|items?)\b")
    told = 0
    for match in (*real_matches().values(), *map(generated, generated_ids())):
        for found in every_finding(material(match)):
            said = f"{found.sentence} {found.detail}"
            assert not causes.search(said), said
            told += 1
    assert told > 100
    for term in TERMS.values():
        if term.key.startswith("build-"):
            assert not re.search(r"\bw[io]n", f"{term.definition} {term.how}"), term.key


def test_a_stretch_tells_only_what_lies_in_it() -> None:
    one, _ = pair()
    first = findings_of(one)[0]
    inside = findings_of(one, within=(first.at_s, first.to_s or first.at_s))
    assert inside
    assert all(found.at_s >= first.at_s for found in inside)
    assert findings_of(one, within=(one.duration_s + 1, one.duration_s + 2)) == ()


def test_what_worked_is_told_beside_five_faults() -> None:
    faults = [
        replace(LIKE, rule=f"r{n}", side="b", at_s=1_000 * n, points=9.0 - n) for n in range(6)
    ]
    told = balanced([*faults, LIKE], "a")
    assert [one.side for one in told] == ["b", "b", "b", "b", "a"]
    assert [one.side for one in balanced(faults, "a")] == ["b"] * 5


def test_what_is_told_of_deaths_and_monsters_is_in_the_body_at_that_second() -> None:
    _, timeline = bodies("EUW1_2")
    said = [event for frame in timeline["info"]["frames"] for event in frame["events"]]
    fell = {
        (event["victimId"], event["timestamp"] // 1000, event["victimId"] >= 6)
        for event in said
        if event["type"] == "CHAMPION_KILL"
    }
    taken = {
        (event["timestamp"] // 1000, "a" if event["killerTeamId"] == 100 else "b")
        for event in said
        if event["type"] == "ELITE_MONSTER_KILL"
    }
    one, _ = pair()
    found = [each for rule in (deaths, objectives) for each in rule(one)]
    kinds = {each.rule.partition("-")[0] for each in found}
    assert {"death", "objective"} <= kinds
    for each in found:
        if each.rule.startswith("death"):
            # Samples seat Red at 6 to 10; whoever fell, the other side is helped.
            assert (each.slots[0], each.at_s, each.side == "a") in fell
        else:
            assert (each.at_s, each.side) in taken


def test_less_sure_findings_weigh_less() -> None:
    assert replace(LIKE, confidence=0.5).weight == LIKE.weight / 2
