"""The damage page: whole, in part, as JSON; what is chosen, kept in every link; its cost."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient

from tests.deadlock.asking import asking
from tests.deadlock.kept import PATH, keep_body
from tests.deadlock.small_match import MATCH_ID, small_body

PAGE = f"{PATH}/combat"
pytestmark = pytest.mark.usefixtures("kept_match")
told = asking("/combat")


def test_the_page_leads_to_deaths_and_fights(client: FlaskClient) -> None:
    assert [link["word"] for link in told(client)["links"]] == ["Damage", "Deaths", "Fights"]


def test_a_match_not_kept_has_no_damage(client: FlaskClient) -> None:
    assert client.get("/deadlock/matches/77777/combat.csv").status_code == 404


def test_every_table_adds_up_to_the_scoreboard(client: FlaskClient) -> None:
    board = client.get(f"{PATH}.json").json["groups"]
    damage = {row["slot"]: row["values"]["player_damage"] for one in board for row in one["rows"]}
    shown = told(client)["explorer"]
    assert shown["check"] == "Equals the scoreboard for all 12 players."
    rows = [row for side in shown["matrix"]["sides"] for row in side["rows"]]
    assert {row["slot"]: row["total"] for row in rows} == damage
    by_kind = [row for group in shown["kinds"]["groups"] for row in group["rows"]]
    assert {row["slot"]: row["total"] for row in by_kind} == damage
    for side in shown["matrix"]["sides"]:
        assert sum(column["total"] for column in side["columns"]) == side["total"]
    player = shown["duel"]["player"]["slot"]
    assert shown["duel"]["halves"][0]["sources"]["total"] == damage[player]
    assert shown["duel"]["halves"][0]["people"]["total"] == damage[player]


def test_every_figure_of_the_match_has_its_page(client: FlaskClient) -> None:
    offered = told(client)["stats"]
    assert {"Damage", "Healing", "Mitigated", "Lethal damage"} <= {one["word"] for one in offered}
    for one in offered:
        assert client.get(one["href"]).status_code == 200
        page = told(client, f"?{one['href'].partition('?')[2]}")
        assert page["explorer"]["stat"]["label"] == one["word"]
        assert [two["word"] for two in page["stats"] if two["current"]] == [one["word"]]


@pytest.mark.parametrize(
    "query", ["?stat=nonsense", "?player=99", "?player=x&target=1", "?target=1", "?source=none"]
)
def test_what_makes_no_sense_is_as_good_as_none(client: FlaskClient, query: str) -> None:
    page, plain = told(client, query), told(client)
    assert page["explorer"] == plain["explorer"]


def test_a_choice_stays_in_every_link(client: FlaskClient) -> None:
    page = told(client, "?from=180&to=540&stat=healing&player=3")
    for link in (*page["stats"], *page["spans"], *page["links"]):
        assert "player=3" in link["href"]
    for link in (*page["stats"], *page["links"]):
        assert "from=180&to=540" in link["href"]
    for link in page["spans"]:
        assert "stat=healing" in link["href"]
    assert dict(page["kept"]) == {"stat": "healing", "from": "180", "to": "540"}
    assert "from=180&to=540&stat=healing&player=3" in page["csv_url"]


@pytest.mark.parametrize(("stat", "marked"), [("damage", 1), ("mitigated", 0)])
def test_a_source_is_marked_where_it_is_another_players(
    client: FlaskClient, stat: str, marked: int
) -> None:
    duel = told(client, f"?stat={stat}")["explorer"]["duel"]
    for number, half in enumerate(duel["halves"]):
        sides = {row["side"] for row in half["sources"]["rows"]}
        enemy = "ab".replace(duel["player"]["side"], "")
        assert sides == ({enemy} if number == marked else {""})


def test_a_pair_shows_both_ways(client: FlaskClient) -> None:
    side = told(client)["explorer"]["matrix"]["sides"][0]
    dealer = side["rows"][0]
    cell = next(cell for cell in dealer["cells"] if cell["amount"])
    query = cell["href"].partition("?")[2]
    duel = told(client, f"?{query}")["explorer"]["duel"]
    assert duel["player"]["slot"] == dealer["slot"]
    assert duel["halves"][0]["sources"]["total"] == cell["amount"]
    back = [row for row in duel["halves"][1]["people"]["rows"] if row["chosen"]]
    assert duel["halves"][1]["sources"]["total"] == sum(row["amount"] for row in back)


@pytest.mark.parametrize("when", ["", "from=180&to=540&"])
def test_one_source_alone_adds_up_to_its_row(client: FlaskClient, when: str) -> None:
    plain = told(client, f"?{when}")["explorer"]
    for row in plain["sources"]["rows"][:5]:
        query = row["href"].partition("?")[2]
        page = told(client, f"?{query}")
        shown = page["explorer"]
        sources = shown["sources"]["rows"] + shown["sources"]["more"]
        same = [one for one in sources if one["engine"] == row["engine"]]
        amount = sum(one["amount"] for one in same)
        assert all(one["chosen"] for one in same)
        assert sum(side["total"] for side in shown["matrix"]["sides"]) == amount
        assert sum(one["total"] for g in shown["kinds"]["groups"] for one in g["rows"]) == amount
        assert shown["sources"]["total"] == plain["sources"]["total"]
        assert (shown["alone"], shown["check"]) == (f": {row['name']} alone", "")
        lines = [
            one
            for one in rows_of(client, f"?{query}")
            if one["dealer_slot"] != "0" != one["target_slot"]
        ]
        assert {one["engine"] for one in lines} == {row["engine"]}
        assert sum(int(one["amount"]) for one in lines) == amount
        assert told(client, f"?{shown['all_url'].partition('?')[2]}")["explorer"] == plain


def test_one_source_of_a_pair_stays_while_another_figure_without_it_shows_all(
    client: FlaskClient,
) -> None:
    row = told(client)["explorer"]["sources"]["rows"][0]
    page = told(client, f"?player=3&target=9&source={row['engine']}")
    assert dict(page["kept"])["source"] == row["engine"]
    for link in (*page["stats"], *page["spans"]):
        assert f"source={row['engine']}" in link["href"]
    assert page["explorer"]["duel"]["halves"][0]["people"]["title"].endswith(
        f": {row['name']} alone"
    )
    assert "All sources" in client.get(f"{PAGE}?source={row['engine']}").text
    healing = told(client, f"?stat=healing&source={row['engine']}")["explorer"]
    assert (healing["alone"], healing["stat"]["slug"]) == ("", "healing")


def test_spans_that_meet_add_up(client: FlaskClient) -> None:
    spans = [one["href"].partition("?")[2] for one in told(client)["spans"]]
    sums = [
        sum(side["total"] for side in told(client, f"?{span}")["explorer"]["matrix"]["sides"])
        for span in spans
    ]
    assert sums[0] == sum(sums[1:])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "the whole match"),
        ("?t=100", "nothing yet: the first sample comes after 1:40"),
        ("?t=400", "0:00–6:00, the last sample by 6:40"),
        ("?from=180&to=360", "3:00–6:00"),
        ("?from=200&to=350", "3:00–6:00, the samples nearest to 3:20–5:50"),
        ("?from=400&to=430", "6:00–9:00, the samples nearest to 6:40–7:10"),
    ],
)
def test_the_heading_says_which_samples_are_shown(
    client: FlaskClient, query: str, said: str
) -> None:
    keep_body(small_body())
    path = f"/deadlock/matches/{MATCH_ID}"
    assert told(client, query, path)["explorer"]["shown"] == said
    assert said in client.get(f"{path}/combat{query}").text


def test_a_match_without_a_matrix_says_so(client: FlaskClient) -> None:
    keep_body(small_body(damage=False))
    path = f"/deadlock/matches/{MATCH_ID}"
    assert told(client, "", path)["explorer"] is None
    assert "No damage matrix" in client.get(f"{path}/combat").text
    assert client.get(f"{path}/combat.csv").status_code == 200


def rows_of(client: FlaskClient, query: str = "") -> list[dict[str, str]]:
    answer = client.get(f"{PAGE}.csv{query}")
    assert answer.mimetype == "text/csv"
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_the_csv_holds_what_is_shown(client: FlaskClient) -> None:
    rows = [row for row in rows_of(client) if row["dealer_slot"] != "0" != row["target_slot"]]
    shown = told(client)["explorer"]["matrix"]["sides"]
    assert sum(int(row["amount"]) for row in rows) == sum(side["total"] for side in shown)
    one = rows_of(client, "?player=3&target=9&stat=damage")
    assert {(row["dealer_slot"], row["target_slot"]) for row in one} <= {("3", "9"), ("9", "3")}
    assert one


def test_what_hit_a_player_names_whose_it_was(client: FlaskClient) -> None:
    """Everybody strikes: three rows of the same name are three heroes'."""
    half = client.get(f"{PATH}/combat.json?player=3").get_json()["explorer"]["duel"]["halves"][1]
    rows = half["sources"]["rows"] + half["sources"]["more"]
    assert all(row["whose"] for row in rows)
    assert len({(row["whose"], row["name"]) for row in rows}) == len(rows)
    page = client.get(f"{PATH}/combat?player=3").text
    assert f'<span class="hidden">{rows[0]["whose"]}: </span>' in page
