"""Findings: every rule speaks only where it may, says what the records say, and is ranked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.deadlock.kept import PART, PATH, keep, keep_body
from tests.deadlock.small_match import small_body
from tests.deadlock.test_winning import NOW, samples_of
from tests.tables import csv_rows
from webapp.deadlock.domain.analysis import Analysis, analyse
from webapp.deadlock.domain.analysis.events import killed_by
from webapp.deadlock.domain.findings import (
    SLICES,
    Material,
    all_findings,
    findings_of,
    gathered,
    match_findings,
    personal_findings,
)
from webapp.deadlock.domain.findings.dying import (
    deaths_alone,
    deaths_before_a_fall,
    deaths_in_a_row,
)
from webapp.deadlock.domain.findings.earning import denied, left, out_earned, unspent
from webapp.deadlock.domain.findings.fighting import fights_won, sprees
from webapp.deadlock.domain.findings.leading import lanes_won, lead_swing
from webapp.deadlock.domain.findings.ranking import RULES
from webapp.deadlock.domain.findings.taking import mid_bosses
from webapp.deadlock.domain.findings.words import counted, where
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records import Match
from webapp.deadlock.domain.terms import TERMS
from webapp.deadlock.domain.terms.findings import term_of_rule
from webapp.deadlock.domain.winning import RECIPE
from webapp.deadlock.store import chances
from webapp.matchplay.findings import MOST, Finding, listed
from webapp.matchplay.winning import Model, make_model
from webapp.simulator.deadlock import SCENARIOS, generate_match

MATCHES = [(7100 + spot, scenario) for spot, scenario in enumerate(SCENARIOS)]
OTHER = {"a": "b", "b": "a"}
DENIES = 7
"""The source of souls as the body numbers it."""


@pytest.fixture(autouse=True)
def _nothing_held() -> Iterator[None]:
    chances.forget_standing()
    yield
    chances.forget_standing()


@cache
def told(match_id: int, scenario: str) -> tuple[Match, Analysis]:
    match = parse_metadata(json.dumps(generate_match(match_id, scenario=scenario)).encode())
    return match, analyse(match)


def body_of_a_denier(match_id: int, times: int = 3) -> bytes:
    """Give a generated match in which slot 1 denied so many times as much; else nobody does."""
    read = generate_match(match_id)
    own = next(one for one in read["match_info"]["players"] if one["player_slot"] == 1)
    for sample in own["stats"]:
        sample["denies"] *= times
        for one in sample["gold_sources"]:
            one["gold"] *= times if one["source"] == DENIES else 1
    return json.dumps(read).encode()


@cache
def a_denier() -> tuple[Match, Analysis]:
    match = parse_metadata(body_of_a_denier(7100))
    return match, analyse(match)


@cache
def model() -> Model:
    return make_model(RECIPE, samples_of(600), NOW)


def material_of(match: Match, analysis: Analysis, *, measured: bool = False) -> Material:
    heroes = {player.slot: f"Hero {player.slot}" for player in match.players}
    slices = {name: getattr(analysis, name) for name in SLICES}
    return gathered(slices, heroes, match.duration_s, model() if measured else None)


@pytest.mark.parametrize(("match_id", "scenario"), MATCHES)
@pytest.mark.parametrize("measured", [False, True])
def test_every_finding_has_a_minute_a_number_a_name_and_a_proof(
    match_id: int, scenario: str, *, measured: bool
) -> None:
    match, analysis = told(match_id, scenario)
    found = findings_of(all_findings(material_of(match, analysis, measured=measured)))
    assert 3 <= len(found) <= MOST
    for one in found:
        assert re.search(r"\d", one.sentence), one
        assert re.search(r"Hero \d+|The (?:Hidden King|Archmother)", one.sentence), one
        assert 0 <= one.at_s <= (one.to_s or one.at_s) <= match.duration_s
        assert one.side in OTHER
        assert one.weight > 0
        assert one.evidence == "" or one.evidence.startswith("/")
        assert (one.points is None) is not measured
        assert not re.search(r"\b1 (?:kills|Walkers|Shrines|times)\b|None", one.sentence)
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)


@pytest.mark.parametrize(("match_id", "scenario"), MATCHES)
def test_a_player_is_told_only_of_what_they_were_in(match_id: int, scenario: str) -> None:
    match, analysis = told(match_id, scenario)
    material = material_of(match, analysis)
    for player in match.players:
        found = personal_findings(all_findings(material), player.slot)
        assert len(found) <= MOST
        assert all(player.slot in one.slots for one in found)
        assert len({(one.rule, one.at_s) for one in found}) == len(found)


@pytest.mark.parametrize(("match_id", "scenario"), MATCHES)
def test_no_rule_speaks_twice_of_the_same_thing(match_id: int, scenario: str) -> None:
    match, analysis = told(match_id, scenario)
    rules = [one.rule for one in findings_of(all_findings(material_of(match, analysis)))]
    assert all(rules.count(rule) <= (2 if rule == "fight" else 1) for rule in rules)


def test_what_was_asked_of_a_stretch_lies_in_it() -> None:
    match, analysis = told(*MATCHES[0])
    found = findings_of(all_findings(material_of(match, analysis)), within=(600, 1200))
    assert all(one.at_s >= 600 and (one.to_s or one.at_s) <= 1200 for one in found)


def each(rule: Any) -> Iterator[tuple[Match, Analysis, Finding]]:
    for match_id, scenario in MATCHES:
        match, analysis = told(match_id, scenario)
        for one in rule(material_of(match, analysis)):
            yield match, analysis, one


def numbers(text: str) -> list[int]:
    """Give plain whole numbers, m:ss and names of heroes left out."""
    plain = re.sub(r"Hero \d+|\d+:\d\d", "", text)
    return [int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*", plain)]


def test_a_fight_is_told_by_its_own_score() -> None:
    found = list(each(fights_won))
    assert found
    for match, analysis, one in found:
        fight = next(f for f in analysis.fights.fights if f.start_s == one.at_s
                     and f.winner == one.side and f.end_s == one.to_s)  # fmt: skip
        sides = {player.slot: player.side for player in match.players}
        dealt = [killed_by(analysis.events.kills[number], sides) for number in fight.deaths]
        won, lost = dealt.count(one.side), dealt.count(OTHER[one.side])
        assert numbers(one.sentence)[:2] == [won, lost]
        assert won - lost >= 2


def test_a_spree_counts_one_players_kills_of_one_fight() -> None:
    found = list(each(sprees))
    assert found
    for _, analysis, one in found:
        kills = [
            kill
            for kill in analysis.events.kills
            if kill.killer == one.slots[0] and one.at_s <= kill.at_s <= (one.to_s or one.at_s)
        ]
        assert numbers(one.sentence)[0] == len(kills) >= 2


def test_a_death_alone_had_nobody_near() -> None:
    found = list(each(deaths_alone))
    assert found
    for _, analysis, one in found:
        death = next(d for d in analysis.deaths.deaths
                     if (d.at_s, d.victim) == (one.at_s, one.slots[0]))  # fmt: skip
        assert death.around.near
        assert not death.around.near.own
        assert numbers(one.sentence)[0] == len(death.around.near.enemy) >= 2
        assert one.side == OTHER[death.side]
        assert "enemy" in death.place


def test_who_was_dead_when_it_fell_was_dead() -> None:
    found = list(each(deaths_before_a_fall))
    assert found
    for _, analysis, one in found:
        fall = next(f for f in analysis.events.objectives if f.at_s == one.at_s)
        assert fall.kind in one.sentence
        for slot in one.slots:
            assert any(
                kill.victim == slot
                and kill.at_s <= one.at_s < kill.at_s + kill.respawn_s
                and one.at_s - kill.at_s <= 45
                for kill in analysis.events.kills
            )


def test_deaths_in_a_row_are_counted_within_five_minutes() -> None:
    found = list(each(deaths_in_a_row))
    assert found
    for match, analysis, one in found:
        assert (one.to_s or 0) - one.at_s <= 300
        kills = [
            kill
            for kill in analysis.events.kills
            if kill.victim == one.slots[0] and one.at_s <= kill.at_s <= (one.to_s or 0)
        ]
        assert numbers(one.sentence)[0] == len(kills) >= 3
        away = sum(min(kill.respawn_s, match.duration_s - kill.at_s) for kill in kills)
        assert f"{away // 60}:{away % 60:02d}" in one.sentence


def test_the_lead_moved_by_what_is_said() -> None:
    found = list(each(lead_swing))
    assert len(found) == len(MATCHES)
    for _, analysis, one in found:
        lead = {0: 0} | {s.at_s: s.a - s.b for s in analysis.lead.samples}
        moved = lead[one.to_s or 0] - lead[one.at_s]
        assert one.worth == abs(moved)
        assert one.side == ("a" if moved > 0 else "b")
        assert (one.to_s or 0) - one.at_s <= 600
        assert numbers(one.detail)[0] == one.worth


def test_a_lane_is_won_by_the_rule_of_the_laning_tab() -> None:
    found = list(each(lanes_won))
    assert found
    for _, analysis, one in found:
        verdict = next(v for v in analysis.lanes.verdicts if f"{v.lane} lane" in one.sentence)
        assert verdict.winner == one.side
        assert numbers(one.sentence)[0] == abs(verdict.souls_a - verdict.souls_b) == one.worth


def test_a_rejuvenator_is_stolen_only_when_another_side_killed_the_boss() -> None:
    found = list(each(mid_bosses))
    assert found
    for _, analysis, one in found:
        boss = next(b for b in analysis.events.mid_bosses if b.at_s == one.at_s)
        assert boss.claimed_by == one.side
        assert (one.rule == "stolen") == (boss.killed_by != boss.claimed_by)


def test_unspent_souls_are_the_games_own_count() -> None:
    found = list(each(unspent))
    assert found
    for _, analysis, one in found:
        player = next(p for p in analysis.economy.players if p.slot == one.slots[0])
        times = (0, *analysis.economy.times_s)
        spot = times.index(one.to_s or 0)
        held = (0, *(player.held or ()))
        minutes = ((one.to_s or 0) - one.at_s) / 60
        assert times[spot - 1] == one.at_s
        assert numbers(one.sentence)[0] == round((held[spot] - held[spot - 1]) / minutes) >= 2000


def test_denied_souls_are_those_of_the_last_sample_of_laning() -> None:
    match, analysis = a_denier()
    found = list(denied(material_of(match, analysis)))
    row = analysis.economy.sources.index("Denies")
    spot = analysis.economy.times_s.index(540)
    souls = {one.slot: one.earned[row][spot] for one in analysis.economy.players}
    assert {one.slots[0]: one.worth for one in found} == {
        slot: amount for slot, amount in souls.items() if amount >= 300
    }
    mine = next(one for one in found if one.slots == (1,))
    assert (mine.at_s, numbers(mine.sentence)) == (540, [souls[1]])
    count = next(one.denies[spot] for one in analysis.economy.players if one.slot == 1)
    assert mine.detail == f"{count} denies."


def test_out_earned_souls_are_those_of_the_samples() -> None:
    found = list(each(out_earned))
    assert found
    for _, analysis, one in found:
        times = analysis.economy.times_s
        spot = times.index(one.to_s or 0)
        player = next(p for p in analysis.economy.players if p.slot == one.slots[0])
        gained = player.net_worth[spot] - player.net_worth[spot - 1]
        assert times[spot - 1] == one.at_s >= 540
        assert abs(numbers(one.sentence)[0]) == abs(gained)


def test_a_player_who_left_is_told_of() -> None:
    found = list(each(left))
    assert [one.rule for _, _, one in found] == ["left"]
    match, _, one = found[0]
    player = next(p for p in match.players if p.slot == one.slots[0])
    assert player.abandoned_at_s == one.at_s
    assert one.side == OTHER[player.side]
    assert one.evidence == "", "the scoreboard says at which second"


def test_a_match_of_nothing_has_no_finding() -> None:
    match = parse_metadata(small_body(paths=False, damage=False, kills=()))
    analysis = analyse(match)
    slices = {name: getattr(analysis, name) for name in SLICES}
    assert all(one.points is None for one in match_findings(slices, {}, 0, None))
    for rule in RULES:
        assert all(one.at_s >= 0 for one in rule(material_of(match, analysis)))


def test_words_read_as_they_should() -> None:
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert counted(["Walker", "Shrine", "Walker"]) == "2 Walkers and a Shrine"
    assert counted(["Base Guardians", "Patron"]) == "a pair of Base Guardians and the Patron"
    assert where("yellow lane, middle") == "in the middle of the yellow lane"
    assert where("between yellow and blue") == "between the yellow and blue lanes"
    assert where("The Hidden King’s base") == "in the Hidden King’s base"
    assert where("green lane, Archmother’s half") == "on the green lane, in the Archmother’s half"


def test_the_tab_its_part_and_its_table(client: FlaskClient) -> None:
    keep()
    page = client.get(f"{PATH}/findings.json").json
    html = client.get(f"{PATH}/findings").text
    assert 3 <= len(page["cards"]) <= 5
    for card in page["cards"]:
        assert card["href"].replace("&", "&amp;") in html
        assert client.get(card["href"]).status_code == 200
    part = client.get(f"{PATH}/findings", headers=PART).text
    assert part.lstrip().startswith('<section id="findings"')
    rows = csv_rows(client, f"{PATH}/tables/findings.csv")
    assert [row["sentence"] for row in rows] == [card["sentence"] for card in page["cards"]]
    assert "souls for" in page["cards"][0]["worth"]


def test_the_overview_shows_them_below_the_scoreboard(client: FlaskClient) -> None:
    keep()
    cards = client.get(f"{PATH}/findings.json").json["cards"]
    html = client.get(PATH).text
    assert html.index("Scoreboard") < html.index("What decided it")
    assert html.count('class="finding"') == len(cards)
    assert client.get(f"{PATH}.json").json["cards"] == cards


def test_with_a_model_they_are_ranked_by_win_chance(client: FlaskClient) -> None:
    keep()
    chances.save_model(model())
    chances.db.session.commit()
    chances.forget_standing()
    page = client.get(f"{PATH}/findings.json").json
    assert page["measured"] == "points of win chance"
    numbers = [card["number"] for card in page["cards"]]
    assert numbers == sorted(numbers, reverse=True)


def test_a_player_a_span_and_a_second_can_be_asked_for(client: FlaskClient) -> None:
    keep()
    for query in ("?player=3", "?from=600&to=1200", "?t=900", "?player=99", "?player=x&t=5"):
        assert client.get(f"{PATH}/findings{query}").status_code == 200
    page = client.get(f"{PATH}/findings.json?player=3&from=600&to=1200").json
    assert [one["name"] for one in page["people"] if one["current"]] != ["The whole match"]
    assert all("from=600" in one["href"] for one in page["people"])
    assert all(card["gain"] in {True, False} for card in page["cards"])
    assert all(600 <= card["at_s"] <= 1200 for card in page["cards"])
    within = client.get(f"{PATH}/findings.json?from=600&to=1200").json
    assert all(600 <= card["at_s"] <= 1200 for card in within["cards"])


def test_real_matches_have_findings_whose_numbers_are_theirs(
    client: FlaskClient, shared_data: Path
) -> None:
    for name in ("m31067068", "m35077269", "m54331746"):
        body = (shared_data / "deadlock" / "metadata" / f"{name}.json").read_bytes()
        match_id = keep_body(body)
        page = client.get(f"/deadlock/matches/{match_id}/findings.json").json
        assert len(page["cards"]) == 5
    match = parse_metadata((shared_data / "deadlock" / "metadata" / "m35077269.json").read_bytes())
    lanes = {one.sentence for one in lanes_won(material_of(match, analyse(match)))}
    assert "The green lane went to The Hidden King by 3,460 souls at 9:00." in lanes


def test_every_rule_speaks_and_is_explained(client: FlaskClient) -> None:
    spoke: dict[str, set[str]] = {rule.__name__: set() for rule in RULES}
    for match, analysis in (*(told(*one) for one in MATCHES), a_denier()):
        material = material_of(match, analysis)
        for rule in RULES:
            spoke[rule.__name__] |= {one.rule for one in rule(material)}
    assert all(spoke.values()), spoke
    rules = set[str]().union(*spoke.values())
    explained = {key for key in TERMS if key.startswith("finding-")}
    assert {term_of_rule(rule).key for rule in rules} == explained - {"finding-worth"}
    assert "stolen" in client.get("/deadlock/method").text


def test_a_rejuvenator_another_side_killed_for_is_told_as_stolen() -> None:
    match = parse_metadata(small_body())
    (found,) = mid_bosses(material_of(match, analyse(match)))
    assert (found.rule, found.side, found.at_s) == ("stolen", "b", 590)
    assert found.sentence == (
        "The Hidden King killed the mid boss at 9:50, but The Archmother stole the Rejuvenator."
    )
