"""What is kept of a demo: exact columns, players by slot, parts that say what the tables say."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.changed import replace
from tests.deadlock.recorded import MATCH, change, drawn, match_of, reading_of
from webapp.deadlock.domain.demos import (
    DATASETS,
    DemoBosses,
    DemoCasts,
    DemoHeights,
    DemoHits,
    DemoItems,
    DemoModifiers,
    DemoRefused,
    csv_of,
    demo_parts,
    keep_columns,
    pack_table,
    parse_report,
)
from webapp.deadlock.domain.demos.bosses import boss_health
from webapp.deadlock.domain.demos.heights import heights_of
from webapp.deadlock.domain.demos.hits import LAST_S, MOST_HITS
from webapp.deadlock.domain.demos.modifiers import ModifiersOn, modifiers_on
from webapp.deadlock.domain.demos.purchases import item_changes
from webapp.deadlock.domain.lanes import UNITS_PER_METRE
from webapp.deadlock.ingest.demo import keeping
from webapp.deadlock.ingest.demo.keeping import NAMELESS, NO_CLOCK, OLDER, work_out
from webapp.deadlock.pages.demo.bosses import MOST_TIMES, shares


def kept() -> dict[str, pl.DataFrame]:
    slots = {player.hero_id: player.slot for player in match_of().players}
    return {name: keep_columns(frame, DATASETS[name], slots) for name, frame in drawn().items()}


def test_every_table_has_its_own_columns_in_its_own_types() -> None:
    for name, frame in kept().items():
        assert frame.columns == [column for column, _, _ in DATASETS[name].columns]
        told = {"slot": "UInt8", "side": "String"}
        types = [told.get(kind, kind) for _, _, kind in DATASETS[name].columns]
        assert [str(kind) for kind in frame.dtypes] == types
        assert frame["tick"].is_sorted()
        assert frame.height == drawn()[name].height


def test_players_are_slots_and_teams_are_sides() -> None:
    slots = {player.slot for player in match_of().players}
    assert set(kept()["casts"]["slot"]) == slots
    assert set(kept()["hits"]["victim"]) <= slots
    assert set(kept()["bosses"]["side"]) == {"a", "b"}


def test_whoever_is_no_player_is_nobody() -> None:
    frame = drawn()["hits"].with_columns(attacker_hero_id=pl.lit(0))
    table = keep_columns(frame, DATASETS["hits"], {})
    assert table["attacker"].null_count() == table.height == table["victim"].null_count()


@given(
    st.sampled_from(sorted(DATASETS)),
    st.lists(st.sampled_from(["tick", "at_s", "hero_id", "x", "damage", "team_num", "other"])),
    st.sampled_from([["7"], [None], [1e300], [True], [[1, 2]]]),
)
def test_a_strangers_columns_of_any_kind_become_ours_or_null(
    name: str, columns: list[str], values: list[object]
) -> None:
    frame = pl.DataFrame({"tick": [5], **dict.fromkeys(columns, values)}, strict=False)
    try:
        table = keep_columns(frame, DATASETS[name], {7: 1})
    except pl.exceptions.PolarsError:
        return
    assert table.columns == [column for column, _, _ in DATASETS[name].columns]
    assert table.height == 1


def test_a_packed_table_comes_back_with_the_match_beside_it() -> None:
    table = kept()["hits"]
    back = pl.read_parquet(io.BytesIO(pack_table(table, MATCH)))
    assert back.drop("match_id").equals(table)
    assert set(back["match_id"]) == {MATCH}


def test_no_text_of_a_demo_runs_in_a_spreadsheet() -> None:
    table = kept()["casts"].with_columns(ability=pl.lit("=1+1")).head(2)
    assert csv_of(pack_table(table, MATCH)).count(b",'=1+1,") == 2


def test_each_death_has_the_hits_that_led_to_it() -> None:
    match, tables = match_of(), kept()
    part = demo_parts(tables, match, of="x")["demo_hits"]
    assert isinstance(part, DemoHits)
    deaths = {(p.slot, d.at_s) for p in match.players for d in p.deaths}
    assert {(one.slot, one.at_s) for one in part.deaths} == deaths
    for one in part.deaths:
        told = (one.before_s, one.attacker, one.ability_id, one.damage, one.health_left)
        assert len({len(each) for each in (*told, one.height_m)}) == 1
        assert len(one.damage) <= MOST_HITS
        assert all(0 <= before <= LAST_S for before in one.before_s)
        assert list(one.before_s) == sorted(one.before_s, reverse=True)
        assert one.health_left[-1] == 0
        assert one.attacker[-1] == one.killer
        assert one.slot not in one.attacker


def test_the_hits_of_a_death_are_all_hits_of_its_last_seconds() -> None:
    tables = kept()
    part = demo_parts(tables, match_of(), of="x")["demo_hits"]
    assert isinstance(part, DemoHits)
    hits = tables["hits"]
    for one in part.deaths:
        kill = tables["kills"].filter(
            (pl.col("victim") == one.slot) & ((pl.col("at_s") - one.at_s).abs() <= 3)
        )
        died = kill.sort((pl.col("at_s") - one.at_s).abs())["at_s"][0]
        mine = hits.filter(
            (pl.col("victim") == one.slot)
            & pl.col("at_s").is_between(died - LAST_S, died + 0.05)
            & (pl.col("damage") > 0)
        )
        assert sum(one.damage) == mine["damage"].tail(MOST_HITS).sum()
        assert len(one.damage) + one.left_out == mine.height


def test_casts_add_up_to_the_table() -> None:
    tables = kept()
    part = demo_parts(tables, match_of(), of="x")["demo_casts"]
    assert isinstance(part, DemoCasts)
    assert sum(len(one.at_s) for one in part.casts) == tables["casts"].height
    assert all(list(one.at_s) == sorted(one.at_s) for one in part.casts)


def test_each_second_of_the_metadata_is_matched_once() -> None:
    part = demo_parts(kept(), match_of(), of="x")["demo_items"]
    assert isinstance(part, DemoItems)
    told = [one for one in part.changes if one.told_s is not None]
    keys = [(one.slot, one.item_id, one.change == "sold", one.told_s) for one in told]
    assert len(keys) == len(set(keys)) == len(part.changes)
    assert all(0 <= one.at_s - (one.told_s or 0) < 1 for one in told)
    assert [one.at_s for one in part.changes] == sorted(one.at_s for one in part.changes)


def test_a_change_the_metadata_does_not_tell_is_kept_without_its_second() -> None:
    match = match_of()
    slot, item = next((p.slot, i) for p in match.players for i in p.items)
    hero = next(player.hero_id for player in match.players if player.slot == slot)
    rows = {
        "tick": [0, 1, 2, 3],
        "at_s": [item.at_s + 2.5, item.at_s + 2.6, item.at_s + 3.5, -4.0],
        "hero_id": [hero] * 4,
        "ability_id": [item.item_id] * 4,
        "change": ["purchased", "purchased", "failure", "purchased"],
    }
    table = keep_columns(pl.DataFrame(rows), DATASETS["items"], {hero: slot})
    changes = item_changes({"items": table}, match)
    assert [one.told_s for one in changes if one.at_s > 1] == [item.at_s, None, None]
    assert min(one.at_s for one in changes) == 0


def modifiers(*rows: tuple[float, str, int, int, float]) -> ModifiersOn | None:
    """Read (second, event, modifier, serial number, own time) rows of one player by themselves."""
    at, event, modifier, serial, lasts = zip(*rows, strict=True)
    frame = pl.DataFrame(
        {
            "tick": range(len(rows)),
            "at_s": at,
            "event": event,
            "modifier_id": modifier,
            "serial": serial,
            "duration": lasts,
            "hero_id": [9] * len(rows),
            "caster_hero_id": [9] * len(rows),
        }
    )
    return modifiers_on(keep_columns(frame, DATASETS["modifiers"], {9: 3}), 100)


def test_a_modifier_is_on_from_applied_to_removed_or_for_its_own_time() -> None:
    found = modifiers(
        (1.0, "applied", 5, 1, 10.0),
        (2.0, "applied", 5, 2, 10.0),
        (3.0, "changed", 5, 1, 10.0),
        (4.5, "removed", 5, 2, 10.0),
        (6.0, "removed", 5, 1, 10.0),
        (7.0, "removed", 5, 1, 10.0),
        (95.0, "applied", 5, 3, 10.0),
        (40.0, "applied", 6, 4, 8.0),
    )
    assert found is not None
    [five, six] = found.kinds
    assert (five.at_s, five.lasted_s) == ((1.0, 2.0, 95.0), (5.0, 2.5, 5.0))
    assert (six.at_s, six.lasted_s, six.slot, six.caster) == ((40.0,), (8.0,), 3, 3)
    assert found.lasting == ()


def test_what_came_once_and_never_went_is_counted_alone() -> None:
    found = modifiers(
        (1.0, "applied", 5, 1, -1.0), (2.0, "applied", 6, 2, -1.0), (9.0, "removed", 6, 2, -1.0)
    )
    assert found is not None
    assert found.lasting == ((3, 1),)
    assert [(one.modifier_id, one.lasted_s) for one in found.kinds] == [(6, (7.0,))]


def test_a_match_too_full_of_modifiers_keeps_those_on_longest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("webapp.deadlock.domain.demos.modifiers.MOST_SPELLS", 2)
    found = modifiers(
        (1.0, "applied", 5, 1, 2.0),
        (1.0, "applied", 6, 2, 9.0),
        (1.0, "applied", 7, 3, 5.0),
    )
    assert found is not None
    assert ({one.modifier_id for one in found.kinds}, found.left_out) == ({6, 7}, 1)


def test_heights_are_whole_metres_of_the_living() -> None:
    rows = {
        "tick": [0, 1, 2, 3],
        "at_s": [0.0, 1.0, 3.0, 4.0],
        "hero_id": [9] * 4,
        "z": [393.7, -79.0, 40.0, 512.0],
        "is_alive": [True, True, True, False],
    }
    table = keep_columns(pl.DataFrame(rows), DATASETS["positions"], {9: 3})
    [found] = heights_of(table, 6)
    assert (found.slot, found.metres) == (3, (10, -2, -2, 1, None, None, None))
    assert heights_of(table.with_columns(z=pl.lit(None)), 6) == ()


def test_every_height_is_a_position_of_the_table() -> None:
    tables = kept()
    part = demo_parts(tables, match_of(), of="x")["demo_heights"]
    assert isinstance(part, DemoHeights)
    told = {(slot, round(at)): z for slot, at, z in
            tables["positions"].select("slot", "at_s", "z").rows()}  # fmt: skip
    assert {one.slot for one in part.players} == {player.slot for player in match_of().players}
    for one in part.players:
        assert len(one.metres) == match_of().duration_s + 1
        assert all(
            up is None or abs(up - told[one.slot, second] / UNITS_PER_METRE) <= 0.5
            for second, up in enumerate(one.metres)
            if (one.slot, second) in told
        )


def test_the_drawn_modifiers_all_end_within_the_match() -> None:
    part = demo_parts(kept(), match_of(), of="x")["demo_modifiers"]
    assert isinstance(part, DemoModifiers)
    assert part.on.kinds
    for one in part.on.kinds:
        ends = [at + lasted for at, lasted in zip(one.at_s, one.lasted_s, strict=True)]
        assert max(ends) <= match_of().duration_s + 0.1
        assert min(one.lasted_s) >= 0


def test_a_bosss_last_point_is_its_last_health() -> None:
    tables = kept()
    part = demo_parts(tables, match_of(), of="x")["demo_bosses"]
    assert isinstance(part, DemoBosses)
    for kind in ("Guardian", "Walker"):
        fell = [one for one in match_of().objectives if one.fell_at_s and one.kind == kind]
        down = [one for one in part.bosses if one.kind == kind and one.health[-1] == 0]
        told = {(one.side, one.lane, one.at_s[-1]) for one in down}
        assert told == {(one.side, one.lane, one.fell_at_s) for one in fell}


def test_a_guardian_is_first_hurt_when_the_match_says() -> None:
    part = demo_parts(kept(), match_of(), of="x")["demo_bosses"]
    assert isinstance(part, DemoBosses)
    told = {(one.side, one.lane): one for one in part.bosses if one.kind == "Guardian"}
    known = [one for one in match_of().objectives if one.kind == "Guardian"]
    assert len(told) == len(known) == 6
    for one in known:
        drawn_one = told[one.side, one.lane]
        assert drawn_one.hurt == bool(one.first_damage_at_s)
        if one.first_damage_at_s:
            assert drawn_one.at_s[1] == one.first_damage_at_s
        if one.fell_at_s:
            assert drawn_one.share_at(one.fell_at_s) == 0
            assert (drawn_one.share_at(one.fell_at_s - 1) or 0) > 0


@given(
    front=st.integers(1, 3000),
    behind=st.integers(1, 6000),
    middle=st.integers(-20_000, 20_000),
    order=st.permutations(range(4)),
)
def test_the_guardian_of_a_lane_stands_before_those_of_the_base(
    front: int, behind: int, middle: int, order: list[int]
) -> None:
    places = [(2, 5, -front - behind), (2, 6, -front), (3, 7, front), (3, 8, front + behind)]
    rows = [
        {"tick": 0, "at_s": 0.0, "team_num": team, "lane": 4, "y": middle + y,
         "health": entity, "max_health": 9, "entity_id": entity}
        for team, entity, y in (places[number] for number in order)
    ]  # fmt: skip
    table = keep_columns(pl.DataFrame(rows), DATASETS["guardians"], {})
    found = boss_health({"guardians": table}, four=False)
    assert {(one.kind, one.side, one.lane, one.health) for one in found} == {
        ("Guardian", "a", "blue", (6,)),
        ("Guardian", "b", "blue", (7,)),
    }


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=400))
def test_a_drawn_curve_keeps_its_end_and_invents_nothing(healths: list[int]) -> None:
    rows = {
        "tick": range(len(healths)),
        "at_s": [float(n) for n in range(len(healths))],
        "objective_type": ["walker"] * len(healths),
        "team_num": [2] * len(healths),
        "lane": [4] * len(healths),
        "health": healths,
        "max_health": [10_000] * len(healths),
        "entity_id": [7] * len(healths),
    }
    table = keep_columns(pl.DataFrame(rows), DATASETS["bosses"], {})
    [one] = boss_health({"bosses": table}, four=False)
    assert (one.kind, one.side, one.lane) == ("Walker", "a", "blue")
    assert one.hurt == (len(set(healths)) > 1)
    assert [one.share_at(at) for at in range(len(healths))] == [n / 10_000 for n in healths]
    assert one.share_at(-1) is None
    points = shares(one, len(healths) - 1)
    assert len(points) <= MOST_TIMES + 1
    assert all(percent == pytest.approx(healths[at] / 100, abs=0.051) for at, percent in points)
    assert points[0][0] == 0
    assert healths[points[-1][0]] == healths[-1]


def test_what_a_demo_lacks_is_said_and_the_rest_kept(tmp_path: Path) -> None:
    reading = reading_of(tmp_path)
    change(reading, "hits", pl.lit(0).alias("victim_hero_id"))
    pl.read_parquet(tmp_path / "casts.parquet").clear().write_parquet(tmp_path / "casts.parquet")
    (tmp_path / "bosses.parquet").write_bytes(b"PAR1 but no more")
    worked = work_out(reading, match_of(), of="x")
    told = {"kills", "hits", "guardians", "items", "upgrades", "positions", "modifiers"}
    assert set(worked.tables) == told
    assert "Casts: the reader found none in this demo." in worked.missing
    assert "Boss health: the reader wrote nothing that can be read." in worked.missing
    assert NAMELESS in worked.missing
    assert set(worked.parts) == {"demo_bosses", "demo_items", "demo_modifiers", "demo_heights"}


def test_an_older_match_is_told_why_so_little_was_read(tmp_path: Path) -> None:
    reading = reading_of(tmp_path)
    assert work_out(reading, match_of(), of="x").missing == ()
    old = replace(match_of(), started_at=datetime(2026, 9, 28, tzinfo=UTC))
    assert work_out(reading, old, of="x").missing == ()
    change(reading, "hits", pl.lit(0).alias("victim_hero_id"))
    assert work_out(reading, old, of="x").missing == (OLDER, NAMELESS)
    assert work_out(reading, match_of(), of="x").missing == (NAMELESS,)


def test_a_demo_without_the_matchs_clock_has_tables_and_no_parts(tmp_path: Path) -> None:
    reading = reading_of(tmp_path)
    unplaced = replace(reading, header=replace(reading.header, on_match_clock=False))
    worked = work_out(unplaced, match_of(), of="x")
    assert worked.parts == {}
    assert NO_CLOCK in worked.missing
    assert len(worked.tables) == 9


def test_a_report_cut_in_the_middle_tells_how_far_it_came() -> None:
    text = b'{"begun": "header"}\n{"header": {"match_id": 0, "build": 1, "map_name": "m",'
    text += b' "seconds": 1, "on_match_clock": true, "reader": "r", "players": [[1, 2, 9]]}}\n'
    text += b'{"begun": "kills"}\n{"read": "kills", "rows": 1}\n{"begun": "hits"}\n{"rea'
    report = parse_report(text)
    assert report.header is not None
    assert (report.header.match_id, report.header.players) == (None, ())
    assert (report.read, report.at) == (("kills",), "hits")


@given(st.binary(max_size=300))
def test_a_report_of_nonsense_is_refused_or_empty(text: bytes) -> None:
    try:
        report = parse_report(text)
    except DemoRefused:
        return
    assert report.header is None


def test_rows_beyond_any_match_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_ROWS", 100)
    worked = work_out(reading_of(tmp_path), match_of(), of="x")
    assert "Single hits: it has more rows than a match can give." in worked.missing
