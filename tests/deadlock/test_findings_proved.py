"""What a finding says is on the page it leads to: the very number, read where the link ends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.deadlock.kept import keep, keep_body
from tests.deadlock.test_findings import body_of_a_denier, numbers
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.simulator.deadlock import generate_match

Json = dict[str, Any]
KEPT = (5001, "normal"), (5102, "abandoned")


def body_of_a_thief(match_id: int) -> bytes:
    """Give a generated match whose last mid boss one side killed, and the other took from it."""
    read = generate_match(match_id)
    last = read["match_info"]["mid_boss"][-1]
    last["team_killed"] = 1 - last["team_claimed"]
    return json.dumps(read).encode()


def linked(client: FlaskClient, card: Json) -> Json:
    """Follow a finding's link as a program does; `begun` is the page at a stretch's start."""
    path, _, query = card["href"].partition("?")
    answer = client.get(f"{path}.json?{query}")
    assert answer.status_code == 200
    page: Json = answer.json
    if card["rule"] == "out-earned":
        page["begun"] = client.get(f"{path}.json?t={card['at_s']}").json
    return page


def plain(card: Json, names: list[str]) -> list[int]:
    """Give the sentence's numbers; heroes may have some in their names."""
    said = card["sentence"]
    for name in names:
        said = said.replace(name, "")
    return numbers(said)


def slot_of(card: Json) -> int:
    found = re.search(r"player=(\d+)", card["href"])
    assert found
    return int(found[1])


def books(page: Json) -> dict[int, Json]:
    """Give everybody's row of the table of souls, with their side."""
    sides = page["economy"]["books"]["sides"]
    return {row["slot"]: {**row, "side": one["side"]} for one in sides for row in one["rows"]}


def lead(page: Json, card: Json, said: list[int]) -> None:
    rows = books(page).values()
    worth = {side: sum(row["worth"] for row in rows if row["side"] == side) for side in "ab"}
    assert abs(worth["a"] - worth["b"]) in said[:2], "what it became"
    assert card["sentence"].startswith(SIDE_NAMES[card["side"]])


def fight(page: Json, card: Json, said: list[int]) -> None:
    shown = [(one["row"]["clock"], one["row"]["outcome"]) for one in page["rows"]]
    assert any(
        when == card["clock"] and outcome == f"{SIDE_NAMES[card['side']]}, {said[0]} to {said[1]}"
        for when, outcome in shown
    ), shown


def spree(page: Json, card: Json, said: list[int]) -> None:
    parts = {one["fighter"]["slot"]: one["kills"] for one in page["opened"]["parts"]}
    assert parts[slot_of(card)] == said[0]


def alone(page: Json, card: Json, said: list[int]) -> None:
    (row,) = (one["row"] for one in page["rows"] if one["row"]["clock"] == card["clock"])
    assert (row["victim"]["slot"], row["near_own"]) == (slot_of(card), 1)
    assert row["near_enemy"] == said[0]


def deaths(page: Json, card: Json, said: list[int]) -> None:
    assert {one["row"]["victim"]["slot"] for one in page["rows"]} == {slot_of(card)}
    assert len(page["rows"]) == said[0]


def dead(page: Json, card: Json, _: list[int]) -> None:
    away = {row["name"] for side in page["map"]["sides"] for row in side["rows"] if row["away"]}
    named = card["sentence"].partition(" were dead")[0]
    assert set(re.split(r", | and ", named)) <= away


def lane(page: Json, card: Json, said: list[int]) -> None:
    (duel,) = (
        one["duel"]
        for one in page["laning"]["lanes"]
        if f"{one['duel']['lane']} lane" in card["sentence"]
    )
    assert (duel["verdict"]["side"], duel["verdict"]["souls"]) == (card["side"], said[0])


def mid_boss(page: Json, card: Json, _: list[int]) -> None:
    shown = {(one["at_s"], one["claimed_by"], one["stolen"]) for one in page["bosses"]}
    assert (card["at_s"], card["side"], card["rule"] == "stolen") in shown


def unspent(page: Json, card: Json, said: list[int]) -> None:
    assert books(page)[slot_of(card)]["held"] == said[0]


def denied(page: Json, card: Json, said: list[int]) -> None:
    column = [one["word"] for one in page["economy"]["books"]["heads"]].index("Denies")
    assert books(page)[slot_of(card)]["cells"][column]["value"] == said[0]


def out_earned(page: Json, card: Json, said: list[int]) -> None:
    """Read the player's worth at the samples, the enemies' on the pages of both ends."""
    one = page["economy"]["one"]
    spot = next(number for number, head in enumerate(one["heads"]) if head["shown"])
    worth = next(row["values"] for row in one["sums"] if row["word"] == "Net worth at the end")
    gained = worth[spot] - worth[spot - 1]
    assert abs(gained) == said[0]
    before, after = books(page["begun"]), books(page)
    side = after[slot_of(card)]["side"]
    enemies = [after[slot]["worth"] - before[slot]["worth"] for slot in after
               if after[slot]["side"] != side]  # fmt: skip
    assert round(sum(enemies) / len(enemies)) - gained == said[1]


def left(page: Json, card: Json, _: list[int]) -> None:
    notes = [row["note"] for group in page["groups"] for row in group["rows"] if row["note"]]
    assert notes == [f"left at {card['clock']}"]


PROOFS: dict[str, Callable[[Json, Json, list[int]], None]] = {
    "lead": lead,
    "fight": fight,
    "spree": spree,
    "alone": alone,
    "deaths": deaths,
    "before-a-fall": dead,
    "lane": lane,
    "mid-boss": mid_boss,
    "stolen": mid_boss,
    "unspent": unspent,
    "denied": denied,
    "out-earned": out_earned,
    "left": left,
}


def proved(client: FlaskClient, match_id: int) -> set[str]:
    """Follow every finding of a match and of its players; gives the rules that spoke."""
    path = f"/deadlock/matches/{match_id}/findings.json"
    whole = client.get(path).json
    names = [one["name"] for one in whole["people"]]
    cards = {card["sentence"]: card for card in whole["cards"]}
    for slot in range(1, 13):
        own = client.get(f"{path}?player={slot}").json["cards"]
        cards |= {card["sentence"]: card for card in own}
    for card in cards.values():
        PROOFS[card["rule"]](linked(client, card), card, plain(card, names))
    return {card["rule"] for card in cards.values()}


@pytest.mark.usefixtures("names")
def test_the_number_of_a_finding_is_on_the_page_it_leads_to(client: FlaskClient) -> None:
    kept = [keep(*one) for one in KEPT]
    kept.append(keep_body(body_of_a_denier(7100, times=12)))
    kept.append(keep_body(body_of_a_thief(7204)))
    rules = set[str]().union(*(proved(client, match_id) for match_id in kept))
    assert rules == PROOFS.keys()


@pytest.mark.usefixtures("names")
@pytest.mark.parametrize("real", ["m31067068", "m35077269", "m54331746"])
def test_so_it_is_for_real_matches(client: FlaskClient, shared_data: Path, real: str) -> None:
    body = (shared_data / "deadlock" / "metadata" / f"{real}.json").read_bytes()
    assert proved(client, keep_body(body)) >= {"lead", "fight", "lane", "unspent", "out-earned"}
