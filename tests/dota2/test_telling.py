"""Findings and story: sentences that say what the records say, with a second and a worth."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from tests.changed import replace
from tests.dota2.kept import PARSED, body_of
from webapp.dota2.domain import story
from webapp.dota2.domain.analysis import Analysis, analyse
from webapp.dota2.domain.findings import Material, findings_of, material_of, personal_findings
from webapp.dota2.domain.parse import parse_match
from webapp.dota2.domain.records import Match
from webapp.dota2.domain.story import story_of


@cache
def match() -> Match:
    return parse_match(body_of(PARSED))


@cache
def analysis() -> Analysis:
    return analyse(match())


def material(**events: Any) -> Material:
    told = analysis()
    slices = {name: getattr(told, name) for name in ("events", "objectives", "fights", "combat")}
    slices["events"] = replace(told.events, **events)
    return material_of(
        slices,
        {slot: f"Hero {slot}" for slot in range(10)},
        [(one.at_s, one.a - one.b) for one in told.lead.samples],
        duration_s=match().duration_s,
        winner=match().winner,
    )


def test_findings_are_at_most_five_ranked_and_each_has_a_second_and_a_worth() -> None:
    found = findings_of(material())
    assert 0 < len(found) <= 5
    assert [one.worth for one in found] == sorted((one.worth for one in found), reverse=True)
    for one in found:
        assert 0 <= one.at_s <= match().duration_s
        assert one.worth > 0
        assert one.sentence.endswith(".")
        assert one.evidence in {"/fights", "/economy", "/objectives", "/combat", "/chat"}


def test_a_players_findings_are_about_the_player() -> None:
    for slot in range(10):
        assert all(slot in one.slots for one in personal_findings(material(), slot))


def test_fights_told_are_those_the_analysis_has() -> None:
    fights = {(max(0, one.start_s), one.end_s): one for one in analysis().fights.fights or ()}
    for one in findings_of(material()):
        if one.rule == "fight":
            fight = fights[one.at_s, one.to_s or 0]
            assert fight.winner == one.side
            won, lost = (fight.a, fight.b) if one.side == "a" else (fight.b, fight.a)
            assert one.worth == (won.gold or 0) - (lost.gold or 0)
            assert f"{won.kills} kills to {lost.kills}" in one.sentence


def test_the_story_runs_in_order_and_ends_with_the_result() -> None:
    told = story_of(material())
    assert 4 <= len(told) <= 10
    assert [one.at_s for one in told] == sorted(one.at_s for one in told)
    side = {"a": "Radiant", "b": "Dire"}[match().winner or ""]
    assert told[-1].text.startswith(f"{side} won after ")


def test_a_story_too_long_leaves_out_what_matters_least(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = story_of(material())
    monkeypatch.setattr(story, "MOST", 3)
    short = story_of(material())
    assert len(short) == 3
    assert set(short) <= set(whole)
    assert [one.at_s for one in short] == sorted(one.at_s for one in short)
    assert not any("first blood" in one.text for one in short)
    assert {one.evidence for one in short[:2]} <= {"/economy", "/objectives", "/fights"}


def test_a_lead_of_nothing_is_nobodys() -> None:
    even = replace(material(), lead=((0, 0), (600, 0), (900, 50)))
    (told,) = [one.text for one in story_of(even) if one.text.startswith("At 10:00")]
    assert told.startswith("At 10:00 neither side led after")


def test_nothing_recorded_tells_nothing_but_the_result() -> None:
    body = json.loads(body_of(PARSED))
    for player in body["players"]:
        for name in [name for name, value in player.items() if isinstance(value, (list, dict))]:
            player[name] = None
    body |= dict.fromkeys(("objectives", "teamfights", "chat", "pauses", "radiant_gold_adv"))
    bare = analyse(parse_match(json.dumps(body).encode()))
    assert bare.fights.fights is None
    assert bare.events.kills is bare.events.buybacks is bare.vision.wards is None
    assert bare.chat.lines is bare.objectives.runes is bare.objectives.rune_totals is None
    assert all(one.dealt is one.sources is one.casts is None for one in bare.combat.players)
    assert all(one.purchases is None for one in bare.builds.players)
    slices = {name: getattr(bare, name) for name in ("events", "objectives", "fights", "combat")}
    empty = material_of(slices, {}, [], duration_s=1000, winner="a")
    assert findings_of(empty) == ()
    assert [one.text for one in story_of(empty)] == ["Radiant won after 16:40."]
    assert [one.text for one in story_of(replace(empty, duration_s=0))] == ["Radiant won."]
