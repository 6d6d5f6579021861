"""Scoreboard, lead, lanes, gold and draft on matches made up for the purpose."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.changed import replace
from webapp.dota2.domain.analysis import analyse
from webapp.dota2.domain.analysis.draft import draft_of
from webapp.dota2.domain.analysis.economy import story_of
from webapp.dota2.domain.analysis.economy.sources import gold_by_word, gold_dialect
from webapp.dota2.domain.analysis.laning import laning_of
from webapp.dota2.domain.analysis.laning.lanes import lane_at, role_of
from webapp.dota2.domain.analysis.lead import Lead, lead_of
from webapp.dota2.domain.analysis.moments import moments_of
from webapp.dota2.domain.analysis.scoreboard import kda
from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.domain.catalogue_bodies import RESOURCES
from webapp.dota2.domain.catalogue_parsing import parse_catalogue
from webapp.dota2.domain.draft_orders import ORDERS
from webapp.dota2.domain.parse import parse_match
from webapp.dota2.domain.records import DraftStep, Match
from webapp.matchplay.lead import LeadSample
from webapp.matchplay.lead_story import CLOSE, COMEBACK, HELD, STOMP

TOP, MIDDLE, BOTTOM = (80, 170), (128, 128), (170, 80)
SEATS = {0: BOTTOM, 1: MIDDLE, 2: TOP, 3: TOP, 4: BOTTOM}
SEATS |= {5: TOP, 6: MIDDLE, 7: BOTTOM, 8: BOTTOM, 9: TOP}
GOLD = {0: 5000, 1: 4500, 2: 4000, 3: 2000, 4: 1800, 5: 4800, 6: 4400, 7: 3900, 8: 2100, 9: 1700}


def player(slot: int, **more: object) -> dict[str, Any]:
    x, y = SEATS[slot]
    gold = [0, *(GOLD[slot] * minute // 10 for minute in range(1, 13))]
    return {
        "player_slot": slot if slot < 5 else 123 + slot,
        "hero_id": slot + 1,
        "kills": 1,
        "deaths": 2,
        "assists": 3,
        "times": [60 * minute for minute in range(13)],
        "gold_t": gold,
        "xp_t": [one // 2 for one in gold],
        "lane_pos": {str(x): {str(y): 500}},
        "kills_log": [],
        **more,
    }


def match(**more: object) -> Match:
    body = {
        "match_id": 7,
        "duration": 720,
        "radiant_win": True,
        "players": [player(slot) for slot in range(10)],
    }
    return parse_match(json.dumps(body | more).encode())


def test_kda_is_over_deaths_and_one() -> None:
    assert kda(10, 1, 10) == 10
    assert kda(6, 15, 6) == 0.75
    assert kda(None, 1, 1) is None


def test_positions_follow_lanes_and_gold() -> None:
    laning = laning_of(match(), moments_of(match()))
    told = {one.slot: (one.role, one.position) for one in laning.players}
    assert [told[slot][1] for slot in range(5)] == [1, 2, 3, 4, 5]
    assert [told[slot][1] for slot in range(5, 10)] == [1, 2, 3, 4, 5]
    assert told[0][0] == told[5][0] == "safe lane"
    assert told[2][0] == told[7][0] == "off lane"


def test_a_lane_is_judged_by_gold_at_ten_minutes() -> None:
    laning = laning_of(match(), moments_of(match()))
    judged = {one.lane: (one.gold_a, one.gold_b, one.winner) for one in laning.verdicts}
    assert judged["top"] == (6000, 6500, "even")
    assert judged["middle"] == (4500, 4400, "even")
    assert judged["bottom"] == (6800, 6000, "a")
    assert (laning.ends_s, laning.reached) == (600, True)


def test_a_hero_that_roamed_counts_in_no_lane() -> None:
    roaming = {"80": {"170": 40}, "128": {"128": 30}, "170": {"80": 30}}
    players = [player(slot) for slot in range(10)]
    players[3] = player(3, lane_pos=roaming)
    one = match(players=players)
    laning = laning_of(one, moments_of(one))
    assert laning.players[3].roaming
    assert {slot for lane in laning.verdicts for slot in lane.slots_a} == {0, 1, 2, 4}


@given(x=st.integers(64, 191), y=st.integers(65, 192))
def test_the_map_of_lanes_knows_every_cell_and_turns_with_the_sides(x: int, y: int) -> None:
    lane = lane_at(x, y)
    assert lane is not None
    swapped = {"safe lane": "off lane", "off lane": "safe lane"}
    here = role_of(lane, "a")
    assert role_of(lane, "b") == swapped.get(here, here)


def test_a_match_seen_from_the_other_side_has_every_lead_turned() -> None:
    own = lead_of(match())
    players = [player(slot) for slot in range(10)]
    for one in players:
        one["player_slot"] = (one["player_slot"] + 128) % 256
    turned = lead_of(match(players=players))
    assert [one.a - one.b for one in own.samples] == [one.b - one.a for one in turned.samples]
    assert own.biggest_a == turned.biggest_b


def test_a_lead_is_not_summed_from_some_of_the_players() -> None:
    players = [player(slot) for slot in range(10)]
    players[4]["gold_t"] = None
    lead = lead_of(match(players=players, radiant_gold_adv=[0, 500, -200]))
    assert lead.sides_known is False
    assert [(one.a, one.b) for one in lead.samples] == [(0, 0), (500, 0), (0, 200)]


def test_minutes_after_the_end_are_left_out() -> None:
    one = match(duration=610)
    assert [sample.at_s for sample in lead_of(one).samples][-2:] == [600, 610]
    assert moments_of(one).at_s[-1] == 610


def samples(*leads: int, total: int = 40_000) -> Lead:
    made = tuple(
        LeadSample(600 + 60 * place, (total + lead) // 2, (total - lead) // 2)
        for place, lead in enumerate(leads)
    )
    return Lead(
        made, (), sides_known=True, biggest_a=None, biggest_b=None, changes=0, unlike_upstream=()
    )


@pytest.mark.parametrize(
    ("leads", "kind", "given_up", "widest"),
    [
        ((-3000, 4000), COMEBACK, 3000, 4000),
        ((-1000, 4000), HELD, 1000, 4000),
        ((500, 8000), STOMP, 0, 8000),
        ((500, -100, 900), CLOSE, 100, 900),
    ],
)
def test_the_story_of_a_lead_has_its_word_and_its_figures(
    leads: tuple[int, ...], kind: str, given_up: int, widest: int
) -> None:
    story = story_of(samples(*leads), "a")
    assert (story.kind, story.given_up, story.widest) == (kind, given_up, widest)
    turned = story_of(samples(*(-lead for lead in leads)), "b")
    assert (turned.kind, turned.given_up, turned.widest) == (kind, given_up, widest)


@pytest.mark.parametrize(
    ("reasons", "dialect", "word"),
    [
        ({"13": 9000, "14": 200}, "old", "Roshan"),
        ({"13": 9000, "14": 6000}, "new", "neutral creeps"),
        ({"13": 9000, "14": 100, "17": 400}, "new", "neutral creeps"),
    ],
)
def test_the_two_lists_of_gold_sources_are_told_apart(
    reasons: dict[str, int], dialect: str, word: str
) -> None:
    killed = {"npc_dota_roshan": 1}
    one = match(players=[player(0, gold_reasons=reasons, killed=killed)])
    assert gold_dialect(one) == dialect
    assert gold_by_word(reasons, dialect)[word] == reasons["14"]


@pytest.mark.parametrize("order", ORDERS, ids=[one.name for one in ORDERS])
def test_an_order_has_five_picks_a_side_and_is_followed_from_either_side(order: Any) -> None:
    picks = [turn.first for turn in order.turns if turn.is_pick]
    assert (picks.count(True), picks.count(False)) == (5, 5)
    for first, second in (("a", "b"), ("b", "a")):
        steps = tuple(
            DraftStep(place, turn.is_pick, place + 1, first if turn.first else second)
            for place, turn in enumerate(order.turns)
        )
        one = replace(match(), game_mode=2, started_at=order.since, draft=steps)
        assert draft_of(one).as_ordered is True
        assert draft_of(replace(one, draft=steps[::-1])).as_ordered is False


def test_a_draft_is_out_of_order_only_while_an_order_is_known() -> None:
    one = replace(match(), game_mode=2, draft=(DraftStep(0, is_pick=True, hero_id=1, side="a"),))
    for order, following in pairwise(ORDERS):
        assert order.until is not None
        assert order.until <= following.since
        for moment, told in ((order.since, False), (order.until, None), (following.since, False)):
            assert draft_of(replace(one, started_at=moment)).as_ordered is told
    assert ORDERS[-1].until is None


def test_the_last_order_is_the_one_real_matches_follow() -> None:
    turns = "".join("FS"[not turn.first] for turn in ORDERS[-1].turns)
    assert turns == "FSSFSSF" + "FS" + "FFS" + "SFFSSF" + "FSSF" + "FS"
    picked = draft_of(replace(match(), game_mode=22, started_at=datetime(2026, 1, 1, tzinfo=UTC)))
    assert picked.order_name is None


def test_a_match_of_two_players_or_none_recorded_is_still_told() -> None:
    told = analyse(parse_match(b'{"match_id": 7, "players": [{"player_slot": 128}]}'))
    assert told.scoreboard.side_b.kills is None
    assert told.scoreboard.winner is None
    assert "Only one player took part." in told.scoreboard.oddities


def test_names_nobody_knows_are_shown_as_what_they_are() -> None:
    bare = Catalogue("none")
    assert bare.hero(1).name == "Antimage"
    assert bare.hero(999).name == "Hero 999"
    assert bare.item(77777).name == "Item 77777"
    assert bare.item_called("recipe_new_thing").name == "New thing recipe"
    assert bare.ability(12).name == "Ability 12"
    assert bare.game_mode(99) == "Mode 99"
    assert bare.patch(99) == "number 99"
    assert bare.hero_of_unit("npc_dota_hero_brand_new") is not None
    assert bare.facet(1, 2) == "Facet 2"
    assert bare.facet(1, -2) is None


@given(st.dictionaries(st.sampled_from(RESOURCES), st.binary(max_size=40)))
@example({"heroes": b'"\x80"'})
def test_names_that_cannot_be_read_leave_the_rest(bodies: dict[str, bytes]) -> None:
    assert parse_catalogue("v", bodies, {}, None).hero(2).name == "Axe"


def test_a_name_is_read_of_each_body_it_stands_in() -> None:
    bodies = {
        "heroes": b'{"1": {"id": 1, "name": "npc_dota_hero_antimage", "localized_name": "AM"},'
        b'"2": 5}',
        "items": b'{"blink": {"id": 1, "dname": "Blink", "cost": 2250}}',
        "hero_abilities": b'{"npc_dota_hero_antimage": {"facets": [{"title": "Mirror"}]}}',
        "patch": b'[{"id": 60, "name": "7.41", "date": "2026-03-24T00:50:59.580Z"}]',
        "cluster": b'{"153": 5}',
        "region": b'{"5": "SINGAPORE"}',
    }
    names = parse_catalogue("v", bodies, {}, None)
    assert (names.hero(1).name, names.item(1).name, names.facet(1, 1)) == ("AM", "Blink", "Mirror")
    assert names.patch(None, datetime(2026, 5, 1, tzinfo=UTC)) == "7.41"
    assert names.region(None, 153) == "Singapore"
