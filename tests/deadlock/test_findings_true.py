"""Findings say no more than happened: nobody is away past the end, and means are one number."""

from __future__ import annotations

import json
import re
from functools import cache

from flask.testing import FlaskClient

from tests.changed import replace
from tests.deadlock.kept import PATH, keep
from tests.deadlock.small_match import Kill, small_body
from webapp.deadlock.domain.analysis import analyse
from webapp.deadlock.domain.findings import SLICES, Material, gathered
from webapp.deadlock.domain.findings.dying import deaths_before_a_fall, deaths_in_a_row
from webapp.deadlock.domain.findings.earning import out_earned
from webapp.deadlock.domain.findings.fighting import fights_won, sprees
from webapp.deadlock.domain.findings.leading import lanes_won, lead_swing
from webapp.deadlock.domain.findings.taking import mid_bosses
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records import Match
from webapp.simulator.deadlock import SCENARIOS, generate_match


def small(*kills: Kill) -> Match:
    return parse_metadata(small_body(kills=kills))


def material_of(match: Match) -> Material:
    analysis = analyse(match)
    slices = {name: getattr(analysis, name) for name in SLICES}
    heroes = {player.slot: f"Hero {player.slot}" for player in match.players}
    return gathered(slices, heroes, match.duration_s, None)


@cache
def played() -> tuple[Material, ...]:
    """Give a generated match of every scenario."""
    bodies = (generate_match(7300 + spot, scenario=one) for spot, one in enumerate(SCENARIOS))
    return tuple(material_of(parse_metadata(json.dumps(body).encode())) for body in bodies)


def test_nobody_is_away_longer_than_the_match() -> None:
    match = small((500, 7, 1, 8), (540, 7, 1, 8), (595, 7, 1, 60))
    (found,) = deaths_in_a_row(material_of(match))
    assert found.sentence == "Hero 1 died 3 times between 8:20 and 9:55 and was away for 0:21."
    for material in played():
        for one in fights_won(material):
            away = int(re.findall(r"away for (\d+) s", one.detail)[0])
            assert away <= material.duration_s - one.at_s


def test_nobody_comes_back_after_the_end() -> None:
    material = material_of(small((290, 7, 1, 400), (295, 7, 2, 500)))
    walker = replace(material.events.objectives[0], kind="Walker")
    events = replace(material.events, objectives=(walker,))
    (found,) = deaths_before_a_fall(replace(material, events=events))
    assert found.detail.endswith("the match ended before any of them was back.")
    assert found.evidence == "/map"


def test_who_falls_in_the_same_second_was_not_dead_yet() -> None:
    material = material_of(small((290, 7, 1, 40), (300, 7, 2, 40)))
    walker = replace(material.events.objectives[0], kind="Walker")
    events = replace(material.events, objectives=(walker,))
    assert list(deaths_before_a_fall(replace(material, events=events))) == []


def test_a_death_to_no_player_pays_nobody_and_is_no_kill_of_the_lead() -> None:
    match = small((200, 0, 1, 8), (250, 0, 1, 8), (300, 0, 1, 8))
    (row,) = deaths_in_a_row(material_of(match))
    assert row.detail == "That paid The Archmother about 0 souls in kills and assists."
    assert all("with 0 kills to 0." in one.sentence for one in lead_swing(material_of(match)))


def test_a_sides_mean_is_one_number() -> None:
    for material in played():
        means: dict[tuple[int, str], set[str]] = {}
        for one in out_earned(material):
            said = re.match(r"Hero \d+ gained ([\d,]+) souls .*, ([\d,]+) fewer", one.sentence)
            mean = re.findall(r"gained ([\d,]+) each", one.detail)[0]
            assert not said or _number(mean) == sum(map(_number, said.groups()))
            means.setdefault((one.at_s, one.side), set()).add(mean)
        assert all(len(found) == 1 for found in means.values())


def _number(word: str) -> int:
    return int(word.replace(",", ""))


def test_scores_name_the_winner_first() -> None:
    for material in played():
        verdicts = {one.lane: one for one in material.lanes.verdicts}
        for one in lanes_won(material):
            verdict = verdicts[one.sentence.split()[1]]
            kills = (verdict.kills_a, verdict.kills_b)[:: 1 if one.side == "a" else -1]
            assert one.detail.endswith(f"kills {kills[0]} to {kills[1]}.")
        for one in sprees(material):
            killed = int(re.findall(r"killed (\d+)", one.sentence)[0])
            assert killed <= int(re.findall(r"went (\d+) to", one.detail)[0])


def test_what_fell_to_a_rejuvenator_fell_by_then() -> None:
    for material in played():
        for one in mid_bosses(material):
            by = re.findall(r"fell by (\d+:\d+)", one.sentence)
            falls = [
                fall.at_s
                for fall in material.events.objectives
                if fall.side != one.side and one.at_s < fall.at_s <= one.at_s + 300
            ]
            assert by == [f"{max(falls) // 60}:{max(falls) % 60:02d}"]


def test_a_finding_about_one_player_leads_to_that_players_page(client: FlaskClient) -> None:
    keep()
    cards = client.get(f"{PATH}/findings.json?player=3").json["cards"]
    own = [card["href"] for card in cards if card["rule"] in {"deaths", "unspent", "out-earned"}]
    assert own
    for href in own:
        assert href.endswith("&player=3")
        assert client.get(href).status_code == 200
