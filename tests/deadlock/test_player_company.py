"""Whom a player met and what two shared, under a filter: each counted again in the matches."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime

import pytest
from flask.testing import FlaskClient

from tests.deadlock.together import ADA, BO, HOME, NEW, OLD, keep_together, with_both
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records import Match, Player


@pytest.fixture
def house(client: FlaskClient) -> FlaskClient:
    keep_together()
    return client


FILTERS = ("since", "won", "lost", "hero", "hero lately", "another mode")


def taken_by(which: str) -> tuple[str, list[tuple[Match, Player]]]:
    """Give a filter as asked, and the house's matches it takes, each with who Ada was in it."""
    first = parse_metadata(with_both(74_001, together=True))
    second = parse_metadata(with_both(74_002, together=False))
    kept = [(first, first.started_at), (second, second.started_at)]
    kept += [(first, NEW)] * 6 + [(second, OLD)] * 6
    hero, may = ada_in(second).hero_id, date(2026, 5, 1)
    asked, takes = {
        "since": ("since=2026-05-01", lambda _, at: at.date() >= may),
        "won": ("result=won", won_by_ada),
        "lost": ("result=lost", lambda match, at: not won_by_ada(match, at)),
        "hero": (f"hero={hero}", lambda match, _: ada_in(match).hero_id == hero),
        "hero lately": (
            f"hero={hero}&since=2026-05-01",
            lambda match, at: ada_in(match).hero_id == hero and at.date() >= may,
        ),
        "another mode": ("mode=street-brawl-unranked", lambda *_: False),
    }[which]
    return asked, [(match, ada_in(match)) for match, at in kept if takes(match, at)]


def ada_in(match: Match) -> Player:
    return next(one for one in match.players if one.account_id == ADA)


def won_by_ada(match: Match, _: datetime) -> bool:
    return ada_in(match).side == "ab"[match.winning_team or 0]


def test_company_follows_the_filter(house: FlaskClient) -> None:
    for which in FILTERS:
        see_company(house, *taken_by(which))


def see_company(house: FlaskClient, asked: str, taken: list[tuple[Match, Player]]) -> None:
    """Compare whom Ada met with what these matches say."""
    told: Counter[tuple[int, bool]] = Counter()
    won: Counter[tuple[int, bool]] = Counter()
    for match, ada in taken:
        for other in match.players:
            if other.account_id and other.slot != ada.slot:
                key = (other.account_id, other.side == ada.side)
                told[key] += 1
                won[key] += ada.side == "ab"[match.winning_team or 0]
    page = house.get(f"{HOME}/people.json?{asked}").json
    shown = {
        (one["account_id"], side == "together"): (one["matches"], one["share"]["wins"])
        for side in ("together", "against")
        for one in page[side]
    }
    assert shown == {key: (count, won[key]) for key, count in told.items()}
    assert page["kept"] == len(taken)
    for one in (*page["together"], *page["against"]):
        assert one["compare_url"] == f"{HOME}/with/{one['account_id']}?{asked}"


def test_what_two_players_shared_follows_the_filter(house: FlaskClient) -> None:
    """Hero and result are asked of the first of the two."""
    for which in FILTERS:
        see_shared(house, *taken_by(which))


def see_shared(house: FlaskClient, asked: str, taken: list[tuple[Match, Player]]) -> None:
    """Compare what Ada and Bo shared with what these matches say."""
    sides = Counter[bool]()
    won = Counter[bool]()
    for match, ada in taken:
        bo = next(one for one in match.players if one.account_id == BO)
        sides[bo.side == ada.side] += 1
        won[bo.side == ada.side] += ada.side == "ab"[match.winning_team or 0]
    page = house.get(f"{HOME}/with/{BO}.json?{asked}").json
    assert (page["together_matches"], page["against_matches"]) == (sides[True], sides[False])
    assert (page["together"]["wins"], page["against"]["wins"]) == (won[True], won[False])
    assert len(page["shared"]) == sides.total()
    assert page["people"][0]["matches"] == sides.total()
    text = house.get(f"{HOME}/with/{BO}?{asked}").text
    assert ("No match both played fits and is kept here." in text) == (not sides)


def test_a_filter_of_the_shared_matches_is_offered_and_taken_back(house: FlaskClient) -> None:
    text = house.get(f"{HOME}/with/{BO}?since=2026-05-01").text
    assert text.index('name="since"') < text.index("All matches both played that fit")
    assert f'href="/deadlock/players/{BO}/with/{ADA}?since=2026-05-01"' in text
    plain = house.get(f"{HOME}/with/{BO}").text
    assert "All matches both played that are kept here" in plain


def test_a_typed_account_is_compared_under_the_filter_chosen(house: FlaskClient) -> None:
    modes = house.get(f"{HOME}/people.json").json["head"]["filter"]["modes"]
    asked = f"result=won&mode={modes[0]['value']}&since=2025-01-01"
    page = house.get(f"{HOME}/people?{asked}").text
    form = page[page.index(f'action="{HOME}/with"') :]
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form))
    assert "&".join(f"{name}={value}" for name, value in fields.items()) == asked
    answer = house.get(f"{HOME}/with", query_string={**fields, "other": str(BO)})
    assert answer.headers["Location"] == f"{HOME}/with/{BO}?{asked}"
