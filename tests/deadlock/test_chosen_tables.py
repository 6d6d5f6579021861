"""Beside a table that follows a choice, the CSV is of that choice and its link says so."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from tests.deadlock.kept import MATCH, PATH, keep
from tests.tables import beside, csv_rows
from webapp.deadlock import ingest
from webapp.deadlock.domain.metrics import KEYS
from webapp.deadlock.pages.sources import load_sources
from webapp.simulator import sample_assets

SPAN = "from=600&to=1200"
Rows = list[dict[str, str]]


@pytest.fixture(autouse=True)
def kept_match(app: object) -> None:
    assert app
    ingest.save_bundled(sample_assets())
    keep()


def chosen(link: str) -> dict[str, str]:
    return {name: one[0] for name, one in parse_qs(urlsplit(link).query).items()}


@pytest.mark.parametrize("query", ["", "t=900", SPAN, "player=3", f"side=a&{SPAN}", "player=99"])
def test_deaths_are_those_listed(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{PATH}/combat/deaths", query, "deaths")
    assert rows
    assert [int(row["victim"]) for row in rows] == [
        one["row"]["victim"]["slot"] for one in page["rows"]
    ]
    assert (len(rows) < page["in_all"]) == (query not in {"", "t=900", "player=99"})
    if page["totals"]:
        _, totals = beside(client, f"{PATH}/combat/deaths", query, "death-totals")
        told = {one["fighter"]["slot"]: one["line"]["deaths"] for one in page["totals"]}
        assert {int(row["slot"]): int(row["deaths"]) for row in totals} == told


def test_a_recap_is_that_of_the_death_told(client: FlaskClient) -> None:
    page, rows = beside(client, f"{PATH}/combat/deaths", "t=900", "recaps")
    recap = page["opened"]["recap"]
    assert {row["victim"] for row in rows} == {str(page["opened"]["victim"]["slot"])}
    assert sum(int(row["damage"]) for row in rows) == recap["damage"]
    assert len(csv_rows(client, f"{PATH}/tables/recaps.csv")) > len(rows)


@pytest.mark.parametrize(
    "query", ["", "all=1", "t=900", SPAN, "player=3", f"all=1&player=3&{SPAN}"]
)
def test_fights_are_those_listed(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{PATH}/combat/fights", query, "fights")
    assert rows
    assert [int(row["number"]) for row in rows] == [one["row"]["number"] for one in page["rows"]]
    _, fighters = beside(client, f"{PATH}/combat/fights", query, "fighters")
    assert {int(row["fight"]) for row in fighters} == {page["opened"]["number"]}
    assert {int(row["slot"]) for row in fighters} == {
        one["fighter"]["slot"] for one in page["opened"]["parts"]
    }


@pytest.mark.parametrize("query", ["", "t=900", SPAN, "player=3", f"player=3&{SPAN}", "player=x"])
def test_findings_are_those_told(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{PATH}/findings", query, "findings")
    assert [row["sentence"] for row in rows] == [one["sentence"] for one in page["cards"]]
    assert [row["href"] for row in rows] == [one["href"] for one in page["cards"]]


@pytest.mark.parametrize("query", ["", "t=900", SPAN, "from=0&to=400"])
def test_objectives_are_those_shown(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{PATH}/objectives", query, "objectives")
    shown = [row for group in page["groups"] for row in group["rows"]]
    hurt = [row for row in rows if row["first_damage_at_s"] or row["fell_at_s"]]
    assert sorted(row["fell_at_s"] for row in hurt) == sorted(
        "" if row["fell_at_s"] is None else str(row["fell_at_s"]) for row in shown
    )
    assert (len(hurt) < len(rows)) <= ("from" not in query)
    _, standing = beside(client, f"{PATH}/objectives", query, "standing")
    assert {row["at_s"] for row in standing} == {str(page["at_s"])}
    assert [(row["kind"], row["standing_a"], row["of_b"]) for row in standing] == [
        (one["word"], str(one["a"]), str(one["of_b"])) for one in page["left"]
    ]
    assert len({row["kind"] for row in standing}) == len(standing)
    whole = csv_rows(client, f"{PATH}/tables/mid-bosses.csv")
    bosses = csv_rows(client, page["csv"]["mid-bosses"])
    assert [row["at_s"] for row in bosses] == [str(one["at_s"]) for one in page["bosses"]]
    assert len(bosses) <= len(whole) == page["boss_count"]


@pytest.mark.parametrize("query", ["", "t=700", SPAN, "player=3", f"player=3&{SPAN}"])
def test_items_skills_and_what_was_owned_are_those_shown(client: FlaskClient, query: str) -> None:
    page, items = beside(client, f"{PATH}/builds", query, "builds")
    build = page["build"]
    assert {row["slot"] for row in items} == {str(build["slot"])}
    assert [int(row["at_s"]) for row in items] == [one["at_s"] for one in build["items"]]
    _, skills = beside(client, f"{PATH}/builds", query, "skills")
    assert [int(row["at_s"]) for row in skills] == [one["at_s"] for one in build["steps"]]
    assert (len(skills) < build["step_count"]) == ("t=" in query or "from" in query)
    _, owned = beside(client, f"{PATH}/builds", query, "owned")
    counts = {row["slot"]: row["count"] for side in page["inventories"] for row in side["rows"]}
    slots = [int(row["slot"]) for row in owned]
    assert {slot: slots.count(slot) for slot in counts} == counts


def test_a_skill_grid_holds_what_was_learnt_by_then(client: FlaskClient) -> None:
    whole, then, within = (
        client.get(f"{PATH}/builds.json?player=1&{query}").json["build"]
        for query in ("", "t=700", SPAN)
    )
    assert then["steps"] == [one for one in whole["steps"] if one["at_s"] <= 700]
    assert within["steps"] == [one for one in whole["steps"] if 600 <= one["at_s"] <= 1200]
    for build in (whole, then, within):
        assert all(len(row["ranks"]) == len(build["steps"]) for row in build["skills"])
    nothing = client.get(f"{PATH}/builds?player=1&from=1&to=2").text
    assert "No ability was learnt from 0:01 to 0:02" in nothing


def test_buffs_with_their_seconds_are_counted_by_then(client: FlaskClient) -> None:
    loaded = load_sources(MATCH, "builds")
    assert loaded is not None
    buffs = [one for one in loaded.slices["builds"].buffs if one.slot == 1]
    assert all(len(one.picked_at_s) == one.count for one in buffs if one.permanent)
    page, rows = beside(client, f"{PATH}/builds", "player=1&t=900", "buffs")
    counts = {
        one.kind: sum(at_s <= 900 for at_s in one.picked_at_s) if one.permanent else one.count
        for one in buffs
    }
    assert {row["kind"]: int(row["count"]) for row in rows} == {
        kind: count for kind, count in counts.items() if count
    }
    assert page["extras"]["shown"] == "by 15:00"
    lasting = sum(counts[one.kind] for one in buffs if one.permanent)
    assert 0 < lasting == sum(row["total"] for row in page["extras"]["buffs"])
    whole = client.get(f"{PATH}/builds.json?player=1").json["extras"]
    assert (whole["shown"], whole["bridges"]) == ("at the end", page["extras"]["bridges"])
    assert sum(row["total"] for row in whole["buffs"]) > lasting


@pytest.mark.parametrize("query", ["", "t=900", SPAN])
def test_souls_are_those_of_the_stretch(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{PATH}/economy", query, "souls")
    for side in page["economy"]["books"]["sides"]:
        for one in side["rows"]:
            own = [int(row["souls"]) for row in rows if row["slot"] == str(one["slot"])]
            assert sum(own) == one["gross"]
    swings = csv_rows(client, page["csv"]["lead-changes"])
    told = [one["about"]["href"].rpartition("=")[2] for one in page["economy"]["story"]["swings"]]
    assert [row["about_s"] for row in swings] == told


def test_souls_of_one_player_and_of_one_kind(client: FlaskClient) -> None:
    page, rows = beside(client, f"{PATH}/economy", f"player=3&of=farm&{SPAN}", "one")
    assert {row["slot"] for row in rows} == {"3"}
    gross = sum(row["total"] for row in page["economy"]["one"]["rows"])
    assert sum(int(row["souls"]) for row in rows) == gross
    _, farmed = beside(client, f"{PATH}/economy", f"player=3&of=farm&{SPAN}", "income")
    assert {row["source"] for row in farmed} <= {
        "Troopers", "Denies", "Neutral enemies", "Breakable pickups"
    }  # fmt: skip
    assert len({row["slot"] for row in farmed}) == 12


@pytest.mark.parametrize("query", ["", "t=700", SPAN])
def test_what_was_counted_is_of_the_stretch(client: FlaskClient, query: str) -> None:
    page, shots = beside(client, f"{PATH}/performance", query, "counters")
    shown = {one["key"]: one for one in page["tables"]}
    sums: dict[str, float] = {}
    for row in shots:
        sums[row["slot"]] = sums.get(row["slot"], 0) + int(row["shots"])
    cells = {
        str(row["person"]["slot"]): float(row["cells"][0]["text"].replace(",", ""))
        for side in shown["aim"]["sides"]
        for row in side["rows"]
    }
    assert sums == cells
    _, minutes = beside(client, f"{PATH}/performance", query, "minutes")
    _, blows = beside(client, f"{PATH}/performance", query, "blows")
    whole = [csv_rows(client, f"{PATH}/tables/{name}.csv") for name in ("minutes", "blows")]
    for part, every in zip((minutes, blows), whole, strict=True):
        assert (len(part) < len(every)) == bool(query)


@pytest.mark.parametrize("query", ["player=3", "player=3&t=700", f"player=3&{SPAN}"])
def test_a_profile_s_figures_are_those_shown(client: FlaskClient, query: str) -> None:
    page, rows = beside(client, f"{PATH}/performance", query, "figures")
    assert [row["slot"] for row in rows] == ["3"]
    lines = [line for group in page["profile"]["groups"] for line in group["lines"]]
    for line in lines:
        told = rows[0][line["key"]]
        assert bool(told) == bool(line["value"]), line
        if told:
            assert float(line["value"].replace(",", "")) == pytest.approx(float(told), abs=0.51)
    assert page["follows"] == (700 if "t=" in query else None)
    whole = ", whole match</h3>" in client.get(f"{PATH}/performance?{query}").text
    assert whole == (query != "player=3")


def test_a_profile_follows_the_strip(client: FlaskClient) -> None:
    whole, first, rest = (
        client.get(f"{PATH}/performance.json?player=3{query}").json
        for query in ("", "&from=0&to=540", "&from=540&to=99999")
    )

    def values(page: dict[str, Any], field: str = "value") -> dict[str, str]:
        groups = page["profile"]["groups"]
        return {line["key"]: line[field] for group in groups for line in group["lines"]}

    for key in ("kills", "deaths", "assists", "denies", "parries"):
        parts = [int(values(page)[key]) for page in (first, rest)]
        assert sum(parts) == int(values(whole)[key])
    assert values(first) != values(whole) != values(rest)
    assert values(first, "whole") == values(rest, "whole") == values(whole)
    assert (values(first)["souls_at_9"], values(rest)["souls_at_9"]) == (
        values(whole)["souls_at_9"], "",
    )  # fmt: skip
    assert "0:00 to 9:00" in first["profile"]["shown"]
    assert whole["profile"]["shown"] == ""
    text = client.get(f"{PATH}/performance?player=3&from=0&to=540").text
    assert "Places among other matches are of the whole match." in text
    ranges = [page["profile"]["ranges"] for page in (whole, first)]
    assert ranges[0] != ranges[1]


def test_figures_over_the_whole_are_those_kept(client: FlaskClient) -> None:
    length = client.get(f"{PATH}/performance.json").json["frame"]["strip"]["duration_s"]
    kept = csv_rows(client, f"{PATH}/tables/figures.csv")
    over = csv_rows(client, f"{PATH}/tables/figures.csv?from=0&to={length}")
    for one, other in zip(kept, over, strict=True):
        for key in KEYS:
            assert bool(one[key]) == bool(other[key]), key
            if one[key]:
                assert float(other[key]) == pytest.approx(float(one[key]), rel=0.02, abs=0.02), key


def test_a_player_s_findings_lie_in_the_span(client: FlaskClient) -> None:
    found = 0
    for slot in range(1, 13):
        whole = client.get(f"{PATH}/findings.json?player={slot}").json["cards"]
        page = client.get(f"{PATH}/findings.json?player={slot}&{SPAN}").json
        assert all(600 <= card["at_s"] <= 1200 for card in page["cards"])
        assert page["title"].startswith("What decided 10:00 to 20:00 for ")
        found += page["cards"] != whole
        near = client.get(f"{PATH}/findings.json?player={slot}&t=900").json
        assert all(780 <= card["at_s"] <= 1020 for card in near["cards"])
        assert near["follows"] == 900
    assert found


def test_a_drawing_that_is_held_writes_each_moment_into_its_links(client: FlaskClient) -> None:
    for tab, name in (
        ("/combat/deaths", "deaths"),
        ("/findings", "findings"),
        ("/builds", "skills"),
        ("/performance", "counters"),
    ):
        for second in (901, 902):
            page, _ = beside(client, f"{PATH}{tab}", f"t={second}", name)
            assert chosen(page["csv"][name])["t"] == str(second)


def test_before_anything_is_counted_tables_keep_their_columns_and_pages_say_why(
    client: FlaskClient,
) -> None:
    for name in ("counters", "blows", "minutes"):
        whole, early = (
            client.get(f"{PATH}/tables/{name}.csv{query}").text.splitlines()
            for query in ("", "?player=1&t=1")
        )
        assert early == [whole[0]]
    text = client.get(f"{PATH}/performance?player=1&t=1").text
    assert "Nothing was dealt or taken in this stretch." in text
    assert "none of the game" not in text


def test_a_kill_at_the_first_second_of_a_span_is_laning_s_too(client: FlaskClient) -> None:
    deaths = csv_rows(client, f"{PATH}/tables/deaths.csv")
    begins, ends = (int(deaths[place]["at_s"]) for place in (0, 2))
    here = [one for one in deaths if begins <= int(one["at_s"]) <= ends]
    rows = csv_rows(client, f"{PATH}/tables/laning.csv?from={begins}&to={ends}")
    assert sum(int(row["deaths"]) for row in rows) == len(here)


def test_what_lay_unspent_is_taken_away_with_its_link(client: FlaskClient) -> None:
    page = client.get(f"{PATH}/economy.json?count=held").json
    (line, *_) = csv_rows(client, page["csv"]["income"])
    assert "held_unspent" in line
