"""What the tabs Overview, Economy, Laning and Data promise."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient

from tests.lol.kept import keep
from tests.lol.told import PART, RIFT, TABLES, queries, twin_of
from webapp.lol.pages.tables import table_csv
from webapp.matchroom.moment import Moment

TABS = {
    "": ("", "?t=900&player=3", "?from=300&to=900", "?sort=damage", "?player=77&sort=x"),
    "/economy": ("", "?t=900&figure=cs", "?from=300&to=900&of=lane", "?of=player", "?of=x"),
    "/laning": ("", "?t=400", "?from=300&to=900", "?t=1500"),
    "/data": ("", "?t=900"),
}
IDS = {"": "overview", "/economy": "economy", "/laning": "laning", "/data": "data"}


@pytest.fixture
def kept(app: object) -> None:
    assert app
    keep(RIFT)


@pytest.mark.usefixtures("kept")
def test_every_tab_is_whole_a_part_or_json_at_any_moment(client: FlaskClient) -> None:
    for tab, addresses in TABS.items():
        for address in addresses:
            path = f"/lol/matches/{RIFT}{tab}{address}"
            whole, piece = client.get(path), client.get(path, headers=PART)
            assert whole.status_code == piece.status_code == 200, path
            assert whole.text.startswith("<!doctype html>")
            assert f'id="{IDS[tab]}"' in piece.text
            assert "<html" not in piece.text
            assert piece.text.strip() in whole.text, path
            twin = client.get(path, headers={"Accept": "application/json"}).json
            assert (twin["tab"], twin["frame"]["match_id"]) == (IDS[tab], RIFT)
            assert twin_of(client, RIFT, tab, address) == twin


@pytest.mark.usefixtures("kept")
def test_every_tab_costs_few_questions_a_304_one_and_little_weight(client: FlaskClient) -> None:
    for tab, addresses in TABS.items():
        for address in addresses[:3]:
            path = f"/lol/matches/{RIFT}{tab}{address}"
            with queries() as asked:
                answer = client.get(path, headers={"Accept-Encoding": "gzip"})
            assert 1 <= len(asked) <= 6, asked
            assert len(answer.data) < 30_000, path
            with queries() as asked:
                again = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
            assert (again.status_code, len(asked)) == (304, 1), path


@pytest.mark.usefixtures("kept")
def test_a_panel_follows_the_moment_by_its_frames(client: FlaskClient) -> None:
    at_nine, later = (twin_of(client, RIFT, "", f"?t={at_s}") for at_s in (541, 599))
    assert at_nine["standing"] == later["standing"]
    assert at_nine["standing"]["said"] == "at 9:00"
    assert twin_of(client, RIFT, "")["standing"] is None
    path = f"/lol/matches/{RIFT}"
    parts = [client.get(f"{path}?t={at_s}", headers=PART).text for at_s in (300, 1200)]
    assert "Players, at 5:00" in parts[0]
    assert "Players, at 20:00" in parts[1]


@pytest.mark.usefixtures("kept")
def test_figures_of_a_span_are_what_was_gained_in_it(client: FlaskClient) -> None:
    def gold(query: str) -> list[int]:
        groups = twin_of(client, RIFT, "/economy", query)["economy"]["groups"]
        return [row["gold"] for group in groups for row in group["rows"]]

    until_five, until_ten = gold("?t=300"), gold("?t=600")
    between = gold("?from=300&to=600")
    assert [later - sooner for sooner, later in zip(until_five, until_ten, strict=True)] == between


@pytest.mark.usefixtures("kept")
def test_the_lanes_at_fourteen_are_the_stored_mark(client: FlaskClient) -> None:
    duels = twin_of(client, RIFT, "/laning")["lanes"]["duels"]
    rows = list(csv.DictReader(io.StringIO(table_csv(RIFT, "laning", Moment(), {}) or "")))
    at_mark = {(row["role"], row["slot"]): row for row in rows if row["mark_s"] == "840"}
    assert len(duels) == 5
    for duel in duels:
        for side in ("a", "b"):
            row = at_mark[duel["role"], str(duel[side]["slot"])]
            for figure in duel["rows"]:
                assert str(figure[side]) == row[figure["key"]], (duel["role"], figure["key"])
            assert duel["side"] == ("" if row["winner"] == "even" else row["winner"])


@pytest.mark.usefixtures("kept")
def test_a_chosen_players_score_is_explained_figure_by_figure(client: FlaskClient) -> None:
    page = twin_of(client, RIFT, "", "?player=3")
    assert page["scores"]["chosen"]["slot"] == 3
    assert len(page["scores"]["figures"]) > 12
    for line in page["scores"]["rows"]:
        assert line["score"] == pytest.approx(5 + sum(line["points"]))
    assert twin_of(client, RIFT, "", "?player=77")["scores"]["chosen"] is None


@pytest.mark.usefixtures("app")
def test_a_match_not_kept_has_a_next_step_on_every_tab(client: FlaskClient) -> None:
    for tab in TABS:
        path = f"/lol/matches/EUW1_77777{tab}"
        assert client.get(f"{path}.json").status_code == 404
        assert 'action="/lol/matches/EUW1_77777/analysis"' in client.get(path).text


@pytest.mark.usefixtures("kept")
def test_every_table_is_csv_with_names_beside_ids(client: FlaskClient) -> None:
    for name in TABLES:
        answer = client.get(f"/lol/matches/{RIFT}/tables/{name}.csv")
        assert answer.status_code == 200
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert len(rows) >= 10
        assert name == "lead" or rows[0]["champion"]
    assert client.get(f"/lol/matches/{RIFT}/tables/nothing.csv").status_code == 404
