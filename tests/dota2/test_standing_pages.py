"""What the tabs of overview, economy, laning, draft and data promise."""

from __future__ import annotations

import csv
import io
import json

import pytest
from flask.testing import FlaskClient

from tests.dota2.kept import (
    PARSED,
    PART,
    UNPARSED,
    body_of,
    keep,
    keep_body,
    keep_unparsed,
    queries,
)
from webapp.dota2.domain.replays.numbers import FIRST_OWN
from webapp.dota2.ingest.catalogue import save_bundled
from webapp.dota2.store.matches import load_row
from webapp.matchplay.charts import clock
from webapp.simulator.dota2 import generate_steam_match
from webapp.simulator.dota2.constants import sample_names

TABS = {
    "overview": ("", "?t=900", "?from=300&to=900", "?sort=last_hits", "?sort=nonsense"),
    "economy": ("", "?t=900", "?from=300&to=900&player=3", "?of=denies&player=77"),
    "laning": ("", "?t=300", "?from=300&to=900", "?t=1500"),
    "draft": ("", "?t=900"),
    "data": ("",),
}
TABLES = ("scoreboard", "lead", "minutes", "sources", "farm", "laning", "lanes", "draft")
MATCH = f"/dota2/matches/{PARSED}"


def path_of(tab: str, match: str = MATCH) -> str:
    return match if tab == "overview" else f"{match}/{tab}"


@pytest.fixture
def kept(app: object) -> None:
    assert app
    keep(PARSED)


@pytest.mark.usefixtures("kept")
def test_every_tab_is_whole_a_part_or_json_at_any_moment(client: FlaskClient) -> None:
    for tab, addresses in TABS.items():
        for address in addresses:
            path = path_of(tab) + address
            whole, piece = client.get(path), client.get(path, headers=PART)
            assert whole.status_code == piece.status_code == 200, path
            assert f'id="{tab}"' in piece.text
            assert "<html" not in piece.text
            assert piece.text.strip() in whole.text, path
            twin = client.get(path, headers={"Accept": "application/json"}).json
            assert (twin["tab"], twin["frame"]["match_id"]) == (tab, PARSED)
            assert client.get(f"{path_of(tab)}.json{address}").json == twin


@pytest.mark.usefixtures("kept")
def test_every_tab_costs_few_questions_a_304_one_and_little_weight(client: FlaskClient) -> None:
    for tab, addresses in TABS.items():
        for address in addresses[:3]:
            path = path_of(tab) + address
            with queries() as asked:
                answer = client.get(path, headers={"Accept-Encoding": "gzip"})
            assert 1 <= len(asked) <= 6, asked
            assert len(answer.data) < 45_000, path
            with queries() as asked:
                again = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
            assert (again.status_code, len(asked)) == (304, 1), path


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"region": 3, "cluster": 131}, "Europe"),
        ({"region": None, "cluster": 131}, "Europe"),
        ({"region": 77, "cluster": None}, "Region 77"),
        ({"region": None, "cluster": None}, None),
    ],
)
def test_the_head_tells_the_region_by_its_number_or_its_servers(
    client: FlaskClient, told: dict[str, int | None], said: str | None
) -> None:
    keep_body(json.dumps(json.loads(body_of(PARSED)) | told).encode(), "generated")
    save_bundled(sample_names())
    facts = client.get(f"{MATCH}.json").json["frame"]["head"]["facts"]
    values = {one["term"]: one["value"] for one in facts}
    assert values.get("Region") == said
    assert values["Lobby"]


@pytest.mark.usefixtures("app")
def test_a_match_nobody_parsed_says_so_and_offers_to_ask(client: FlaskClient) -> None:
    match = f"/dota2/matches/{keep_unparsed()}"
    for tab in TABS:
        answer = client.get(path_of(tab, match))
        assert answer.status_code == 200, tab
        offered = f'action="{match}/parse"' in answer.text
        assert offered == (tab != "draft"), tab
    twin = client.get(f"{match}/economy.json").json
    assert (twin["parsed"], twin["story"], twin["charts"]) == (False, None, [])


@pytest.mark.usefixtures("app")
def test_a_match_half_recorded_shows_what_there_is_and_names_the_rest(client: FlaskClient) -> None:
    body = json.loads(body_of(PARSED))
    for player in body["players"]:
        for name in ("gold_t", "lane_pos", "gold_reasons", "kills_log", "net_worth"):
            player[name] = None
    body |= {"match_id": 7001, "radiant_gold_adv": None, "picks_bans": None}
    keep_body(json.dumps(body).encode())
    match = "/dota2/matches/7001"
    answers = {tab: client.get(path_of(tab, match) + "?t=900") for tab in TABS}
    assert {one.status_code for one in answers.values()} == {200}
    assert "The gold lead: not recorded." in answers["economy"].text
    assert "first ten minutes: not recorded." in answers["laning"].text
    assert "not recorded in this match" in answers["draft"].text
    assert "Net worth at the end: not recorded." in answers["data"].text
    assert f'action="{match}/parse"' in answers["data"].text
    assert ">None<" not in "".join(one.text for one in answers.values())


@pytest.mark.usefixtures("app")
def test_a_parse_is_offered_only_where_it_could_bring_more(client: FlaskClient) -> None:
    body = json.loads(body_of(PARSED))
    for match_id, lacks, offered in (
        (7004, {}, False),
        (7005, {"picks_bans": None}, False),
        (7006, {"teamfights": None}, True),
        (FIRST_OWN + 7, {"teamfights": None}, False),
    ):
        keep_body(json.dumps(body | {"match_id": match_id} | lacks).encode(), "upload")
        page = client.get(f"/dota2/matches/{match_id}/data").text
        assert ("Ask for a parse" in page) is offered, match_id


@pytest.mark.usefixtures("kept")
def test_what_was_gained_over_two_spans_is_what_was_gained_over_both(client: FlaskClient) -> None:
    def gold(address: str) -> list[int]:
        twin = client.get(f"{MATCH}/economy.json{address}").json
        return [row["gold"] for side in twin["income"] for row in side["rows"]]

    first, second = gold("?from=300&to=600"), gold("?from=600&to=900")
    assert [a + b for a, b in zip(first, second, strict=True)] == gold("?from=300&to=900")
    until, whole = gold("?t=300"), gold("?t=900")
    both = zip(until, gold("?from=300&to=900"), strict=True)
    assert [a + b for a, b in both] == whole


@pytest.mark.usefixtures("kept")
def test_both_sides_add_up_to_their_players_in_every_figure(client: FlaskClient) -> None:
    body = json.loads(body_of(PARSED))
    for of in ("gold", "xp", "last_hits", "denies"):
        plot = client.get(f"{MATCH}/economy.json?of={of}").json["teams"]["plot"]
        column = {"gold": "gold_t", "xp": "xp_t", "last_hits": "lh_t", "denies": "dn_t"}[of]
        sums = [sum(one[column][10] for one in body["players"][side : side + 5]) for side in (0, 5)]
        row = next(one for one in plot["table"]["rows"] if one["word"] == "10:00")
        assert row["cells"] == [f"{one:,}" for one in sums]


@pytest.mark.usefixtures("kept")
def test_net_worth_by_the_minute_is_offered_where_it_is_recorded(client: FlaskClient) -> None:
    body = json.loads(body_of(PARSED)) | {"match_id": 7003, "source": "replay"}
    for player in body["players"]:
        player["net_worth_t"] = [value - 100 for value in player["gold_t"]]
    keep_body(json.dumps(body).encode(), "upload")
    for match_id, offered in ((PARSED, False), (7003, True)):
        twin = client.get(f"/dota2/matches/{match_id}/economy.json").json
        assert ("Net worth" in [one["word"] for one in twin["figures"]]) is offered
        charts = client.get(f"/dota2/matches/{match_id}/economy.json?of=net_worth").json["charts"]
        assert bool(charts) is offered
    rows = csv.DictReader(io.StringIO(client.get("/dota2/matches/7003/tables/minutes.csv").text))
    assert all(int(row["net_worth"]) == int(row["gold"]) - 100 for row in rows)


@pytest.mark.usefixtures("kept")
def test_the_lanes_at_ten_minutes_are_those_shown_when_nothing_is_chosen(
    client: FlaskClient,
) -> None:
    plain, chosen = (client.get(f"{MATCH}/laning.json{one}").json for one in ("", "?t=600"))
    assert plain["lanes"] == chosen["lanes"]
    assert plain["lanes"] != client.get(f"{MATCH}/laning.json?t=900").json["lanes"]


@pytest.mark.usefixtures("kept")
def test_lanes_move_in_gold_experience_and_last_hits(client: FlaskClient) -> None:
    twin = client.get(f"{MATCH}/laning.json").json
    body = json.loads(body_of(PARSED))
    lanes = client.get(f"{MATCH}/tables/laning.csv").text
    rows = [row for row in csv.DictReader(io.StringIO(lanes)) if row["roaming"] != "True"]
    charts = (("chart", "gold_t"), ("xp_chart", "xp_t"), ("last_hits_chart", "lh_t"))
    for name, column in charts:
        table = twin[name]["plot"]["table"]
        row = next(one for one in table["rows"] if one["word"] == "10:00")
        for head, cell in zip(table["heads"], row["cells"], strict=True):
            mine = [int(one["slot"]) for one in rows if one["lane"] == head["text"].lower()]
            lead = sum(body["players"][slot][column][10] * (1 if slot > 4 else -1) for slot in mine)
            assert cell == f"{lead:,}".replace("-", "−"), (name, head)
    verdicts = csv.DictReader(io.StringIO(client.get(f"{MATCH}/tables/lanes.csv").text))
    for one in verdicts:
        for side, slots in (("a", range(5)), ("b", range(5, 10))):
            mine = [row for row in rows if row["lane"] == one["lane"] and int(row["slot"]) in slots]
            hits = sum(body["players"][int(row["slot"])]["lh_t"][10] for row in mine)
            assert int(one[f"last_hits_{side}"]) == hits == sum(int(r["last_hits"]) for r in mine)


@pytest.mark.usefixtures("kept")
def test_last_hits_of_a_lane_are_told_only_where_everybodys_are(client: FlaskClient) -> None:
    lane = client.get(f"{MATCH}/laning.json").json["lanes"][0]
    body = json.loads(body_of(PARSED)) | {"match_id": 7008}
    body["players"][lane["people_a"][0]["slot"]]["lh_t"] = None
    keep_body(json.dumps(body).encode())
    twin = client.get("/dota2/matches/7008/laning.json").json
    heads = {
        name: [one["text"] for one in twin[name]["plot"]["table"]["heads"]]
        for name in ("chart", "last_hits_chart")
    }
    assert heads["last_hits_chart"] == [one for one in heads["chart"] if one != lane["word"]]
    table = client.get("/dota2/matches/7008/tables/lanes.csv").text
    told = {one["lane"]: one for one in csv.DictReader(io.StringIO(table))}[lane["lane"]]
    assert (told["last_hits_a"], told["last_hits_b"] != "") == ("", True)
    for player in body["players"]:
        player["lh_t"] = None
    keep_body(json.dumps(body).encode())
    twin = client.get("/dota2/matches/7008/laning.json").json
    assert (twin["last_hits_chart"], twin["chart"] is None) == (None, False)
    assert "in last hits" not in client.get("/dota2/matches/7008/laning").text


@pytest.mark.usefixtures("kept")
def test_a_line_follows_the_chosen_minute_through_every_chart_of_lanes(client: FlaskClient) -> None:
    for query, field in (("?t=480", "cursor"), ("?from=300&to=600", "span")):
        twin = client.get(f"{MATCH}/laning.json{query}").json
        marks = [twin[name][field] for name in ("chart", "xp_chart", "last_hits_chart")]
        assert marks[0]
        assert marks == [marks[0]] * 3


@pytest.mark.usefixtures("kept")
def test_every_table_is_csv_with_a_heading_whatever_the_match_lacks(client: FlaskClient) -> None:
    keep(UNPARSED)
    for name in TABLES:
        full = client.get(f"{MATCH}/tables/{name}.csv")
        bare = client.get(f"/dota2/matches/{UNPARSED}/tables/{name}.csv")
        assert (full.status_code, bare.status_code) == (200, 200), name
        rows = list(csv.reader(io.StringIO(full.text)))
        assert len({len(row) for row in rows}) == 1, name
        assert next(csv.reader(io.StringIO(bare.text))) == rows[0], name
        assert len(rows) > 1, name
    assert client.get(f"{MATCH}/tables/nonsense.csv").status_code == 404


@pytest.mark.usefixtures("app")
def test_a_row_says_rank_party_and_who_left(client: FlaskClient) -> None:
    body = json.loads(body_of(PARSED))
    body["match_id"] = 7002
    for place, player in enumerate(body["players"]):
        party = 1 if place in {0, 3} else 50 + place
        player |= {"party_id": party, "rank_tier": 80 if place else 63, "hero_variant": None}
    body["players"][4]["leaver_status"] = 3
    keep_body(json.dumps(body).encode())
    twin = client.get("/dota2/matches/7002.json").json
    rows = {row["person"]["slot"]: row for group in twin["groups"] for row in group["rows"]}
    assert rows[0]["note"] == "Ancient 3 · party A"
    assert rows[3]["note"] == "Immortal · party A"
    assert rows[1]["note"] == "Immortal"
    assert [slot for slot, row in sorted(rows.items()) if row["abandoned"]] == [4]
    assert "One of the players abandoned the match." in twin["oddities"]


def test_a_match_of_unknown_length_is_neither_short_nor_of_no_seconds(client: FlaskClient) -> None:
    body = json.loads(body_of(UNPARSED)) | {"match_id": 7_000_205, "duration": None}
    match_id = keep_body(json.dumps(body).encode())
    row = load_row(match_id)
    assert row is not None
    assert (row.duration_s, row.outcome) == (0, "won")
    page = client.get(f"/dota2/matches/{match_id}").text
    assert "length not recorded" in page
    assert "How long this match took is not recorded." in page
    assert "within five minutes" not in page
    assert ">0:00<" not in page
    assert "length not recorded" in client.get("/dota2").text


@pytest.mark.usefixtures("kept")
def test_points_have_their_seconds_where_steam_tells_them(client: FlaskClient) -> None:
    body = generate_steam_match(501) | {"match_id": 7007}
    keep_body(json.dumps(body).encode())
    first = body["players"][0]["ability_upgrades"][0]
    steps = client.get("/dota2/matches/7007/builds.json?player=0").json["one"]["steps"]
    assert steps[0]["clock"] == clock(first["time"])
    assert "Since the draft began" in client.get("/dota2/matches/7007/builds").text
    table = client.get("/dota2/matches/7007/tables/abilities.csv").text
    assert next(csv.DictReader(io.StringIO(table)))["since_draft_s"] == str(first["time"])
    assert "Since the draft began" not in client.get(f"{MATCH}/builds").text
