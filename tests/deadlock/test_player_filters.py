"""A player's page under every filter: form, heroes, records and lines, each counted again here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import mean, median
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.tables import csv_rows
from webapp.core.db import db, utc_now
from webapp.deadlock.store import players
from webapp.deadlock.store.players import Played

ADA = 900_000_001
PAGE = f"/deadlock/players/{ADA}"
MODES = (("Normal", "Unranked"), ("Normal", "Ranked"), ("Street Brawl", "Unranked"))
SPRING = date(2026, 4, 1)
FILTERS: dict[str, Callable[[Played], bool]] = {
    "": lambda _: True,
    "hero=2": lambda one: one.hero_id == 2,
    "result=won": lambda one: one.won is True,
    "result=lost": lambda one: one.won is False,
    "mode=normal-ranked": lambda one: one.match_mode == "Ranked",
    "mode=street-brawl-unranked": lambda one: one.game_mode == "Street Brawl",
    "since=2026-04-01": lambda one: one.started_at.date() >= SPRING,
    "hero=1&result=lost&mode=normal-unranked&since=2026-04-01": lambda one: (
        (one.hero_id, one.won, one.game_mode, one.match_mode) == (1, False, "Normal", "Unranked")
        and one.started_at.date() >= SPRING
    ),
}
RECORDS: dict[str, Callable[[Played], float]] = {
    "Kills": lambda one: one.kills,
    "Assists": lambda one: one.assists,
    "Kills and assists for a death": lambda one: (one.kills + one.assists) / max(one.deaths, 1),
    "Souls": lambda one: one.souls,
    "Souls / min": lambda one: one.souls / one.duration_s * 60 if one.duration_s else 0,
    "Last hits": lambda one: one.last_hits,
    "Denies": lambda one: one.denies,
    "Longest match": lambda one: one.duration_s or 0,
}


def a_history(count: int = 90) -> list[Played]:
    """Give matches of two months, the newest first; some undecided, some of no known length."""
    rng, start = Random(5), datetime(2026, 3, 1, 12, tzinfo=UTC)
    found = [
        Played(
            match_id=40_000 + number,
            started_at=start + timedelta(hours=16 * number),
            duration_s=None if number % 11 == 4 else rng.randrange(900, 3000),
            hero_id=rng.randrange(1, 5),
            game_mode=MODES[number % 3][0],
            match_mode=MODES[number % 3][1],
            won=None if number % 13 == 7 else rng.random() < 0.6,
            abandoned=False,
            kills=rng.randrange(20),
            deaths=rng.randrange(9),
            assists=rng.randrange(25),
            souls=rng.randrange(9_000, 60_000),
            last_hits=rng.randrange(60, 250),
            denies=rng.randrange(15),
        )
        for number in range(count)
    ]
    return found[::-1]


@pytest.fixture(name="played")
def played_fixture(client: FlaskClient) -> list[Played]:
    assert client
    found = a_history()
    players.save_history(ADA, found, utc_now())
    db.session.commit()
    return found


def told(client: FlaskClient, asked: str) -> dict[str, Any]:
    page: dict[str, Any] = client.get(f"{PAGE}.json?{asked}").json
    return page


@pytest.mark.parametrize("asked", FILTERS)
def test_everything_on_the_page_follows_the_filter(
    client: FlaskClient, played: list[Played], asked: str
) -> None:
    mine = [one for one in played if FILTERS[asked](one)]
    assert mine, "a filter that takes nothing would prove nothing"
    for see in (see_list, see_heroes, see_records, see_form, see_tables):
        see(client, mine, asked)


def see_list(client: FlaskClient, mine: list[Played], asked: str) -> None:
    """Look at the lines, their share and their means."""
    page = told(client, asked)
    assert page["total"] == len(mine)
    assert [line["match_id"] for line in page["lines"]] == [one.match_id for one in mine][:25]
    decided = [one for one in mine if one.won is not None]
    assert page["share"]["n"] == len(decided)
    assert page["share"]["wins"] == sum(one.won is True for one in decided)
    means = (mean(getattr(one, name) for one in mine) for name in ("kills", "deaths", "assists"))
    assert page["kda"] == " / ".join(f"{one:.1f}" for one in means)


def see_heroes(client: FlaskClient, mine: list[Played], asked: str) -> None:
    """Count every hero's matches, wins, ratio and pace."""
    page = told(client, asked)
    counts = Counter(one.hero_id for one in mine)
    shown = [(one["hero_id"], one["matches"]) for one in page["heroes"]]
    assert shown == sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    assert page["heroes_in_all"] == len(counts)
    for line in page["heroes"]:
        own = [one for one in mine if one.hero_id == line["hero_id"]]
        assert line["share"]["n"] == sum(one.won is not None for one in own)
        assert line["share"]["wins"] == sum(one.won is True for one in own)
        assert line["share"]["low"] <= (line["share"]["percent"] or 0) <= line["share"]["high"]
        deaths = sum(one.deaths for one in own) or 1
        assert line["ratio"] == round(sum(one.kills + one.assists for one in own) / deaths, 1)
        paces = [one.souls * 60 / one.duration_s for one in own if one.duration_s]
        assert line["souls_per_minute"] == (round(median(paces)) if paces else None)
        asks = dict(part.split("=") for part in line["url"].removeprefix("?").split("&"))
        kept = dict(part.split("=") for part in asked.split("&") if part)
        assert asks == {**kept, "hero": str(line["hero_id"])}


def see_records(client: FlaskClient, mine: list[Played], asked: str) -> None:
    """Look for the most of each; other rules than the usual ones count only when asked for."""
    mine = [one for one in mine if "mode=" in asked or one.game_mode == "Normal"]
    page = told(client, asked)
    best = {word: max(map(measure, mine)) for word, measure in RECORDS.items()}
    shown = {one["word"]: one for one in page["records"]}
    assert list(shown) == [word for word, most in best.items() if most]
    by_id = {one.match_id: one for one in mine}
    for word, one in shown.items():
        assert RECORDS[word](by_id[one["match_id"]]) == best[word]
    assert shown["Souls"]["value"] == f"{best['Souls']:,}"
    minutes, rest = divmod(int(best["Longest match"]), 60)
    assert shown["Longest match"]["value"] == f"{minutes}:{rest:02d}"


def see_form(client: FlaskClient, mine: list[Played], asked: str) -> None:
    """Look at a dot for each of the newest thirty of known length, the oldest first."""
    known = [one for one in mine if one.duration_s]
    drawn = known[:30][::-1]
    form = told(client, asked)["form"]
    if len(drawn) < 3:
        assert form is None
        assert "Drawn from three matches" in client.get(f"{PAGE}?{asked}").text
        return
    assert form["count"] == len(form["dots"]) == len(drawn)
    assert [dot["url"] for dot in form["dots"]] == [
        f"/deadlock/matches/{one.match_id}" for one in drawn
    ]
    assert [dot["won"] for dot in form["dots"]] == [one.won for one in drawn]
    across = [dot["x"] for dot in form["dots"]]
    assert across == sorted(set(across))
    paces = [one.souls * 60 / (one.duration_s or 1) for one in drawn]
    assert form["middle"]["text"] == f"median {median(paces):,.0f}"
    for dot, one, pace in zip(form["dots"], drawn, paces, strict=True):
        assert f": {pace:,.0f} souls / min, " in dot["text"]
        assert dot["text"].startswith(f"{one.started_at.day} {one.started_at:%b %Y}, ")
        assert dot["text"].endswith({True: "won", False: "lost", None: "no result"}[one.won])


def see_tables(client: FlaskClient, mine: list[Played], asked: str) -> None:
    """Compare the tables to take away with the page."""
    page = told(client, asked)
    tables = {
        name: csv_rows(client, f"{PAGE}/tables/{name}.csv?{asked}")
        for name in ("matches", "heroes", "records")
    }
    assert [int(row["match_id"]) for row in tables["matches"]] == [one.match_id for one in mine]
    heroes = [(int(row["hero_id"]), int(row["won"])) for row in tables["heroes"]]
    assert heroes == [(one["hero_id"], one["share"]["wins"]) for one in page["heroes"]]
    records = [(row["word"], row["value"]) for row in tables["records"]]
    assert records == [(one["word"], one["value"]) for one in page["records"]]


def test_a_dot_is_as_high_as_its_pace(client: FlaskClient, played: list[Played]) -> None:
    """Heights lie on one straight line through the paces, and the grid on the same."""
    form = told(client, "")["form"]
    known = [one for one in played if one.duration_s][:30][::-1]
    paces = [one.souls * 60 / (one.duration_s or 1) for one in known]
    heights = [dot["y"] for dot in form["dots"]]
    low, high = paces.index(min(paces)), paces.index(max(paces))
    slope = (heights[high] - heights[low]) / (paces[high] - paces[low])
    assert slope < 0
    for pace, height in zip(paces, heights, strict=True):
        assert height == pytest.approx(heights[low] + slope * (pace - paces[low]), abs=0.2)
    for line in form["lines"]:
        pace = float(line["text"].replace(",", ""))
        assert line["y"] == pytest.approx(heights[low] + slope * (pace - paces[low]), abs=0.3)
    assert min(heights) <= form["middle"]["y"] <= max(heights)


def test_fewer_than_three_known_lengths_draw_no_form(client: FlaskClient) -> None:
    known = [one for one in a_history() if one.duration_s][:2]
    players.save_history(ADA, known, utc_now())
    db.session.commit()
    assert told(client, "")["form"] is None
