"""What everybody bought and learnt: by name and price, at a moment, beside the published build."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.archive import OURS, Archive, asked_run, brought, done
from tests.deadlock.kept import MATCH, PATH, body_of, keep
from tests.deadlock.small_match import small_match
from tests.tables import beside, csv_rows
from webapp.deadlock import ingest
from webapp.deadlock.domain.analysis import analyse
from webapp.deadlock.domain.analysis.builds import BuffLine, Builds, Line
from webapp.deadlock.domain.catalogue import Catalogue, Item
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.published import follow, longest_rise, parse_published
from webapp.deadlock.domain.shop import bought_of, learnt_of, spent_by
from webapp.deadlock.pages.builds.extras import buff_rows
from webapp.simulator import sample_assets

BUILDS = f"{PATH}/builds"
BOOTS, SPEED, STAMINA, MASTERY = 101, 102, 103, 104
PUNCH, LEAP = 900, 901
NAMES = Catalogue(
    version="tests",
    items={
        BOOTS: Item(BOOTS, "Boots", "vitality", 1, 800, "upgrade_boots"),
        SPEED: Item(SPEED, "Speed", "vitality", 2, 1600, "upgrade_speed", ("upgrade_boots",)),
        STAMINA: Item(STAMINA, "Stamina", "vitality", 1, 800, "upgrade_stamina"),
        MASTERY: Item(MASTERY, "Mastery", "spirit", 3, 3200, "upgrade_mastery", ("upgrade_speed",)),
        PUNCH: Item(PUNCH, "Punch", class_name="ability_punch"),
    },
)


def builds_from(*lines: dict[str, int]) -> Builds:
    body = small_match()
    body["match_info"]["players"][1]["items"] = list(lines)
    return analyse(parse_metadata(json.dumps(body).encode())).builds


def own(builds: Builds, slot: int = 1) -> list[Line]:
    return [line for line in builds.lines if line.slot == slot]


def line(item_id: int, at_s: int, sold_s: int = 0, flags: int = 0, **more: int) -> dict[str, int]:
    return {"item_id": item_id, "game_time_s": at_s, "sold_time_s": sold_s, "flags": flags, **more}


def test_a_part_that_is_used_up_lowers_what_the_upgrade_cost() -> None:
    builds = builds_from(line(BOOTS, 60, 300, 1), line(SPEED, 300), line(STAMINA, 300))
    bought = bought_of(own(builds), NAMES)
    assert [(one.name, one.paid, one.end, one.into) for one in bought] == [
        ("Boots", 800, "used up", "Speed"),
        ("Speed", 800, "", None),
        ("Stamina", 800, "", None),
    ]
    assert spent_by(bought, 300)["Vitality"] == 2400


def test_a_part_of_a_part_goes_into_the_nearest_above_it() -> None:
    builds = builds_from(line(BOOTS, 60, 300, 1), line(MASTERY, 300), line(SPEED, 300))
    boots, *_ = bought_of(own(builds), NAMES)
    assert boots.into == "Speed"
    alone = builds_from(line(BOOTS, 60, 300, 1), line(MASTERY, 300))
    boots, mastery = bought_of(own(alone), NAMES)
    assert (boots.into, mastery.paid) == ("Mastery", 2400)


def test_what_is_used_up_into_nothing_known_is_told_as_that() -> None:
    boots, _ = bought_of(own(builds_from(line(BOOTS, 60, 300, 1), line(STAMINA, 300))), NAMES)
    assert (boots.end, boots.into, boots.until_s) == ("used up", None, 300)


def test_a_sale_is_no_part_and_unknown_flags_stay_a_number() -> None:
    boots, speed = bought_of(own(builds_from(line(BOOTS, 60, 300, 6), line(SPEED, 300))), NAMES)
    assert (boots.end, boots.into, boots.flags) == ("sold", None, 6)
    assert speed.paid == 1600


def test_an_ability_climbs_by_its_own_lines() -> None:
    builds = builds_from(
        line(PUNCH, 5),
        line(LEAP, 20),
        line(PUNCH, 90, upgrade_id=77_001),
        line(LEAP, 120, upgrade_id=77_002),
        line(PUNCH, 400, upgrade_id=77_003),
    )
    learnt = learnt_of(own(builds), NAMES)
    assert [(one.name, one.rank, one.points) for one in learnt] == [
        ("Punch", 1, 0),
        (f"Item {LEAP}", 1, 0),
        ("Punch", 2, 1),
        (f"Item {LEAP}", 2, 2),
        ("Punch", 3, 4),
    ]
    assert bought_of(own(builds), NAMES) == ()


def test_an_item_nobody_knows_is_still_bought() -> None:
    (one,) = bought_of(own(builds_from(line(77, 60))), NAMES)
    assert (one.name, one.shop, one.cost, one.paid) == ("Item 77", "Other", None, None)


def test_buffs_add_up_by_level_and_tell_when_they_were_picked_up() -> None:
    body = small_match()
    body["match_info"]["players"][1]["power_up_buffs"] = [
        {
            "type": f"hp_permanent_pickup{level}",
            "value": len(times),
            "is_permanent": True,
            "pickup_times_s": times,
            "pickup_stat_values": [gave] * len(times),
        }
        for level, times, gave in (("", [400], 15.0), ("_lv2", [300, 500], 20.0))
    ]
    buffs = analyse(parse_metadata(json.dumps(body).encode())).builds.buffs
    (row,) = buff_rows(buffs)
    assert (row.name, row.levels, row.total, row.gained) == ("Max health", (1, 2, 0), 3, "+55")
    assert row.pickups == ((300, "5:00"), (400, "6:40"), (500, "8:20"))


def test_buffs_of_older_matches_have_counts_alone() -> None:
    old = [BuffLine(1, 1, "cd_permanent_pickup_lv2", 2, permanent=True, picked_at_s=(), gave=())]
    (row,) = buff_rows(old)
    assert (row.name, row.levels, row.gained) == ("Cooldown reduction", (0, 2, 0), "")
    assert row.pickups == ()


SHELF = st.lists(
    st.tuples(
        st.sampled_from([BOOTS, SPEED, STAMINA, MASTERY]),
        st.integers(1, 590),
        st.none() | st.integers(1, 590),
        st.booleans(),
    ),
    max_size=12,
)


@settings(max_examples=60)
@given(SHELF, st.integers(0, 600))
def test_money_and_items_add_up(shelf: list[tuple[int, int, int | None, bool]], at_s: int) -> None:
    lines = [
        line(item, at, max(at, gone) if gone else 0, int(used and bool(gone)))
        for item, at, gone, used in shelf
    ]
    bought = bought_of(own(builds_from(*lines)), NAMES)
    assert len(bought) == len(shelf)
    assert [one.at_s for one in bought] == sorted(one.at_s for one in bought)
    assert all(one.paid is not None and 0 <= one.paid <= (one.cost or 0) for one in bought)
    spent = spent_by(bought, at_s)
    assert sum(spent.values()) == sum(one.paid or 0 for one in bought if one.at_s <= at_s)
    assert sum(spent_by(bought, 600).values()) <= sum(one.cost or 0 for one in bought)
    for one in bought:
        assert one.owned_at(at_s) == (one.at_s <= at_s < (one.until_s or 10**9))


@given(st.lists(st.integers(0, 40), unique=True, max_size=9))
def test_the_longest_rise_is_that_of_trying_every_choice(numbers: list[int]) -> None:
    best = 0
    for mask in range(1 << len(numbers)):
        chosen = [one for spot, one in enumerate(numbers) if mask >> spot & 1]
        if chosen == sorted(chosen):
            best = max(best, len(chosen))
    assert longest_rise(numbers) == best


@pytest.mark.parametrize("match_id", [5101, 5102, 5103])
def test_every_generated_purchase_is_told_once(match_id: int) -> None:
    match = parse_metadata(body_of(match_id))
    builds = analyse(match).builds
    for player in match.players:
        lines = own(builds, player.slot)
        assert len(bought_of(lines, NAMES)) + len(learnt_of(lines, NAMES)) == len(player.items)
        assert [one.at_s for one in lines] == [one.at_s for one in player.items]


def published(name: str = "A build", **details: object) -> bytes:
    lists = [
        {"name": "Lane", "mods": [{"ability_id": BOOTS}, {"ability_id": SPEED}]},
        {"name": "Late", "mods": [{"ability_id": MASTERY}, {"ability_id": BOOTS}]},
        {"name": "If needed", "optional": True, "mods": [{"ability_id": STAMINA}]},
        {"name": "Empty", "mods": None},
    ]
    hero = {
        "hero_build_id": 7,
        "hero_id": 1,
        "version": 3,
        "name": name,
        "details": {"mod_categories": lists, **details},
    }
    return json.dumps({"hero_build": hero}).encode()


def test_a_build_counts_what_was_bought_of_it_and_in_which_order() -> None:
    order = [{"ability_id": one, "currency_type": 2, "delta": -1} for one in (PUNCH, LEAP, PUNCH)]
    build = parse_published(published(ability_order={"currency_changes": order}))
    assert build
    builds = builds_from(line(SPEED, 60), line(BOOTS, 70), line(STAMINA, 80), line(77, 90))
    learnt = learnt_of(own(builds_from(line(PUNCH, 5), line(PUNCH, 9, upgrade_id=99))), NAMES)
    told = follow(build, bought_of(own(builds), NAMES), learnt)
    assert (told.core, told.taken, told.in_order) == (3, 2, 1)
    assert [one.item_id for one in told.off] == [77]
    assert told.skills == ((PUNCH, PUNCH), (LEAP, PUNCH), (PUNCH, None))
    assert told.skills_agreed == 1


@pytest.mark.parametrize("body", [b"", b"[]", b'{"hero_build":{"hero_id":"x"}}', b"\xff"])
def test_a_build_that_cannot_be_read_is_none(body: bytes) -> None:
    assert parse_published(body) is None


def test_a_builds_name_is_cut_and_kept_to_one_line() -> None:
    build = parse_published(published("Cy's\n<b>build</b>\u202e " + "x" * 400))
    assert build
    assert len(build.name) == 80
    assert build.name.isprintable()


@pytest.mark.usefixtures("kept_match")
def test_everybody_can_be_chosen_and_has_a_lane_of_items(client: FlaskClient) -> None:
    page = client.get(f"{BUILDS}.json").json
    assert (len(page["players"]), len(page["lanes"]["lanes"])) == (12, 12)
    assert page["build"]["item_count"] == len(page["build"]["items"])


@pytest.mark.usefixtures("kept_match")
def test_a_moment_shows_what_was_owned_then_and_a_span_what_was_bought(client: FlaskClient) -> None:
    whole = client.get(f"{BUILDS}.json?player=1").json
    then = client.get(f"{BUILDS}.json?player=1&t=700").json
    within = client.get(f"{BUILDS}.json?player=1&from=300&to=700").json
    assert (whole["follows"], then["follows"], within["follows"]) == (None, 700, None)
    items = whole["build"]["items"]
    assert [one["at_s"] for one in then["build"]["items"]] == [
        one["at_s"] for one in items if one["at_s"] <= 700
    ]
    assert [one["at_s"] for one in within["build"]["items"]] == [
        one["at_s"] for one in items if 300 <= one["at_s"] <= 700
    ]
    row = next(row for side in then["inventories"] for row in side["rows"] if row["slot"] == 1)
    owned = [one for one in items if one["at_s"] <= 700 and (one["until_s"] or 10**9) > 700]
    assert row["count"] == len(owned)
    assert row["souls"] == sum(one["cost"] or 0 for one in owned)
    side = next(side for side in then["inventories"] if row in side["rows"])
    worth = sum(one["souls"] for one in side["rows"])
    assert side["said"] == f"items worth {worth:,} souls at today’s prices"
    assert within["inventories"][0]["said"].endswith("souls paid, at today’s prices")


@pytest.mark.usefixtures("kept_match")
def test_a_player_who_did_not_play_is_as_good_as_none(client: FlaskClient) -> None:
    for asked in ("99", "x", "-1", "1e9", ""):
        assert client.get(f"{BUILDS}.json?player={asked}").json["build"]["slot"] in range(1, 13)


@pytest.mark.usefixtures("kept_match")
@pytest.mark.parametrize("table", ["builds", "skills", "stacks", "buffs"])
def test_a_table_is_there_as_csv(client: FlaskClient, table: str) -> None:
    answer = client.get(f"{PATH}/tables/{table}.csv")
    assert answer.status_code == 200
    assert answer.mimetype == "text/csv"


@pytest.mark.parametrize("scenario", ["four_lanes_old", "abandoned", "short"])
def test_an_odd_match_reads(client: FlaskClient, scenario: str) -> None:
    keep(5200, scenario)
    assert client.get("/deadlock/matches/5200/builds").status_code == 200


def test_a_match_that_came_asks_for_its_builds_and_shows_them(
    client: FlaskClient, archive: Archive
) -> None:
    ingest.save_bundled(sample_assets())
    assert brought(client, MATCH).state == "done"
    slot = client.get(f"{BUILDS}.json").json["players"][0]["slot"]
    before = client.get(f"{BUILDS}?player={slot}")
    assert "It is not kept here yet" in before.text
    run = done(asked_run(client, BUILDS))
    assert (run.state, run.target_url) == ("done", BUILDS)
    page = client.get(f"{BUILDS}.json?player={slot}").json["build"]["published"]
    assert (page["state"], page["later"]) == ("kept", False)
    assert 0 < page["in_order"] <= page["taken"] <= page["core"]
    assert any("/v1/builds" in one["path"] for one in archive.asked())
    after = client.get(f"{BUILDS}?player={slot}", headers={"If-None-Match": before.headers["ETag"]})
    assert (after.status_code, "as the simulator plays" in after.text) == (200, True)


def with_its_builds(client: FlaskClient) -> int:
    """Bring the match and its builds; gives the slot of one who began with one."""
    ingest.save_bundled(sample_assets())
    brought(client, MATCH)
    done(asked_run(client, BUILDS))
    return int(client.get(f"{BUILDS}.json").json["players"][0]["slot"])


def test_a_published_build_follows_the_strip_and_is_csv(
    client: FlaskClient, archive: Archive
) -> None:
    assert archive
    slot, taken = with_its_builds(client), []
    for query, first, last in (("", 0, 10**9), ("t=700", 0, 700), ("from=600&to=1200", 600, 1200)):
        page, rows = beside(client, BUILDS, f"player={slot}&{query}", "published")
        view = page["build"]["published"]
        shown = [one for group in view["lists"] for one in group["lines"]] + view["off"]
        assert [(one["item"], one["at_s"]) for one in rows] == [
            (one["name"], "" if one["at_s"] is None else str(one["at_s"])) for one in shown
        ]
        assert {one["slot"] for one in rows} == {str(slot)}
        assert all(first <= int(one["at_s"]) <= last for one in rows if one["at_s"])
        taken.append(view["taken"])
    assert 0 < min(taken) < taken[0] == max(taken)
    everybody = {one["slot"] for one in csv_rows(client, f"{PATH}/tables/published.csv")}
    assert len(everybody) == 6


def test_a_published_skill_order_follows_the_strip_and_is_csv(
    client: FlaskClient, archive: Archive
) -> None:
    assert archive
    slot = with_its_builds(client)
    for query, said in (
        ("", "the whole match"),
        ("t=700", "by 11:40"),
        ("from=600&to=1200", "from 10:00 to 20:00"),
    ):
        asked = f"player={slot}&{query}"
        page, steps = beside(client, BUILDS, asked, "published-skills")
        assert [(one["ability"], one["taken"]) for one in steps] == [
            (one["said"], one["took"]) for one in page["build"]["published"]["skills"]
        ]
        learnt = {str(one["number"]) for one in page["build"]["steps"]}
        assert {one["number"] for one in steps if one["taken"]} <= learnt
        text = client.get(f"{BUILDS}?{asked}").text
        assert f"as the simulator plays, {said}</h3>" in text
        assert f"beside the one taken, {said}</summary>" in text


def test_a_build_the_archive_does_not_keep_is_said_to_be_so(
    client: FlaskClient, archive: Archive
) -> None:
    body = json.loads(body_of(MATCH))
    body["hero_build_ids"] = dict.fromkeys(body["hero_build_ids"], 5)
    archive.serve(json.dumps(body).encode())
    brought(client, MATCH)
    slot = client.get(f"{BUILDS}.json").json["players"][0]["slot"]
    assert done(asked_run(client, BUILDS)).state == "done"
    page = client.get(f"{BUILDS}.json?player={slot}").json["build"]["published"]
    assert page["state"] == "absent"
    assert "does not keep" in client.get(f"{BUILDS}?player={slot}").text


def test_builds_of_a_match_that_is_not_here_cannot_be_asked_for(client: FlaskClient) -> None:
    assert client.post("/deadlock/matches/999999/builds", headers=OURS).status_code == 404
