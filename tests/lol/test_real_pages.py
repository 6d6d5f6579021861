"""Pages of real games of every kind: each tab opens, and shows what its body says.

Arena of every size, Swarm, games whose length is in milliseconds, that broke off, of which the
timeline has no events or a frame nobody, and those everybody plays.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.conftest import shared_data
from tests.lol.told import keep_bodies
from tests.shown import see_match, see_twin
from webapp.lol import ingest
from webapp.lol.pages.frame import FRAMING
from webapp.lol.pages.tables import TABLES
from webapp.matchplay.charts import clock
from webapp.simulator.ddragon import sample_names

NEWEST, PRO, ARENA, WITHOUT_EVENTS = (
    *("JP1_566638130", "ESPORTSTMNT03_2074792", "JP1_445141671", "NA1_5506397559"),
)
ABORTED, NOT_BEGUN, SWARM, REMAKE = (
    *("RU_490603994", "EUW1_6834713231", "JP1_456819992", "BR1_2619338540"),
)
KINDS = (
    *(NEWEST, PRO, ARENA, WITHOUT_EVENTS, ABORTED, NOT_BEGUN, SWARM, REMAKE),
    *("ESPORTSTMNT01_2693492", "EUW1_6511808246", "EUW1_7261321891", "JP1_518437246"),
)
COLUMNS = {
    "kills": "kills",
    "deaths": "deaths",
    "assists": "assists",
    "level": "champLevel",
    "gold": "goldEarned",
    "damage": "totalDamageDealtToChampions",
}
Bodies = tuple[dict[str, Any], dict[str, Any] | None]

pytestmark = pytest.mark.usefixtures("app")


def bodies_of(match_id: str) -> Bodies:
    """Read a real match and its timeline; skips the test where they are absent."""
    folder = shared_data() / "lol"
    path = folder / "matches" / f"{match_id}.match.json"
    if path.exists():
        return _read(path) or {}, _read(path.with_name(f"{match_id}.timeline.json"))
    end = f"{match_id.lower()}.json"
    seed = folder / "seed_fixtures"
    return _read(seed / f"match_detail.{end}") or {}, _read(seed / f"match_timeline.{end}")


def _read(path: Path) -> dict[str, Any] | None:
    return json.loads(path.read_bytes()) if path.exists() else None


def kept(bodies: Bodies) -> str:
    """Keep a match where there are names; gives its address."""
    ingest.save_bundled("en_US", sample_names("en_US"))
    return FRAMING.url_of(keep_bodies(*bodies))


def see_all(client: FlaskClient, bodies: Bodies) -> None:
    """Keep a match and open all there is of it."""
    match_id = kept(bodies).rpartition("/")[2]
    twins = see_match(client, FRAMING, TABLES, match_id)
    see_board(bodies[0].get("info", bodies[0]), twins["overview"])


def see_board(info: Mapping[str, Any], twin: Mapping[str, Any]) -> None:
    """See that the scoreboard has the body's figures, and groups what theirs add up to."""
    players = {one["participantId"]: one for one in info["participants"]}
    groups = twin["board"]["groups"]
    rows = {row["seat"]["slot"]: row["values"] for group in groups for row in group["rows"]}
    assert rows.keys() == players.keys()
    for slot, player in players.items():
        told = {ours: player[theirs] for ours, theirs in COLUMNS.items()}
        assert {ours: rows[slot][ours] for ours in COLUMNS} == told
        assert (
            rows[slot].get("cs", 0) == player["totalMinionsKilled"] + player["neutralMinionsKilled"]
        )
    if len(groups) > 1:
        for group in groups:
            own = [players[row["seat"]["slot"]] for row in group["rows"]]
            assert f"{sum(one['goldEarned'] for one in own):,} gold" in group["said"]
            assert f"{sum(one['kills'] for one in own)} kill" in group["said"]
    length = info["gameDuration"]
    facts = {one["term"]: one["value"] for one in twin["frame"]["head"]["facts"]}
    assert facts["Length"] == clock(length // 1000 if length > 10_000 else length)


@pytest.mark.parametrize("match_id", KINDS)
def test_every_tab_of_a_real_game_opens_with_the_figures_of_its_body(
    client: FlaskClient, match_id: str
) -> None:
    see_all(client, bodies_of(match_id))


def test_what_a_timeline_without_events_lacks_is_never_said_to_be_nothing(
    client: FlaskClient,
) -> None:
    url = kept(bodies_of(WITHOUT_EVENTS))
    shown = see_twin(client, f"{url}/economy.json")["economy"]["shown"]
    assert shown == "at 15:00, where the timeline ends"
    assert not see_twin(client, f"{url}/map.json")["scene"]["buildings"]
    said = {
        "map": "what was taken and what still stood are not recorded",
        "combat": "its deaths are not dated or told",
        "objectives": "Not recorded.",
        "builds": "Purchases are not dated",
        "vision": "Wards are not dated",
        "chance": "how it stood by the minute is not recorded",
    }
    for tab, words in said.items():
        page = client.get(f"{url}/{tab}").text.partition('id="panel"')[2]
        assert words in page, tab
        for nothing in ("Nobody died", "was taken then", "None then", "None fell", "Nothing was"):
            assert nothing not in page, (tab, nothing)


def test_a_game_nobody_played_lacks_no_timeline_that_is_kept(client: FlaskClient) -> None:
    url = kept(bodies_of(NOT_BEGUN))
    assert "kept" in client.get(f"{url}/data").text
    for tab in ("/economy", "/laning"):
        page = client.get(url + tab).text
        assert "Nothing by the minute is recorded" in page
        assert "The timeline of this match is not here" not in page
    assert "Nobody played this game" in client.get(url).text


def test_a_game_that_broke_off_late_is_told_as_played_and_said_to_count_nowhere(
    client: FlaskClient,
) -> None:
    url = kept(bodies_of(ABORTED))
    (notice,) = see_twin(client, f"{url}.json")["frame"]["notices"]
    assert notice["title"] == "This game was aborted"
    assert "counts in no statistic" in notice["sentence"]
    assert len(see_twin(client, f"{url}/combat.json")["deaths"]) == 75
    alike = see_twin(client, f"{url}/findings.json")["alike"]
    assert "that somebody won" in alike["nothing"]


def of_eighteen(bodies: Bodies) -> None:
    """Seat a ninth team of two: everything the first team had, once more."""
    body, timeline = bodies
    assert timeline
    people = body["info"]["participants"]
    for number, one in enumerate(people[:2], start=17):
        teams = {"playerSubteamId": 9, "subteamPlacement": 9, "placement": 9}
        people.append(one | teams | {"participantId": number, "puuid": f"nobody {number}"})
    for frame in timeline["info"]["frames"]:
        there = frame["participantFrames"]
        there |= {str(number): there[str(number - 16)] for number in (17, 18)}


def with_gaps(bodies: Bodies) -> None:
    """Leave a frame without anybody, another without one player, and a third without events."""
    _, timeline = bodies
    assert timeline
    frames = timeline["info"]["frames"]
    frames[5]["participantFrames"] = None
    frames[9]["participantFrames"]["3"] = None
    frames[11]["events"] = None


def late(bodies: Bodies) -> None:
    """Let each frame come a little later than the one before, as long games have it."""
    _, timeline = bodies
    assert timeline
    for number, frame in enumerate(timeline["info"]["frames"]):
        frame["timestamp"] += 700 * number


def without_roles(bodies: Bodies) -> None:
    """Leave out who played which role."""
    for one in bodies[0]["info"]["participants"]:
        one |= {"teamPosition": "", "individualPosition": "Invalid", "lane": "NONE", "role": "NONE"}


@pytest.mark.parametrize(
    ("match_id", "change"),
    [(ARENA, of_eighteen), (NEWEST, with_gaps), (NEWEST, late), (NEWEST, without_roles)],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_a_real_game_with_what_others_have_opens_too(
    client: FlaskClient, match_id: str, change: Callable[[Bodies], None]
) -> None:
    bodies = bodies_of(match_id)
    change(bodies)
    see_all(client, bodies)
