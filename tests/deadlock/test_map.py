"""The map of one moment: ground, places, both sides, what happened, and every link."""

from dataclasses import replace

import msgspec
import numpy as np
import pytest

from webapp.deadlock.domain.buildings import place_of, placed
from webapp.deadlock.domain.ground import ground_of, lane_path, region_at
from webapp.deadlock.domain.lanes import RADIUS, lanes_of, x_at
from webapp.deadlock.domain.paths_file import Replay, decode_paths, encode_paths
from webapp.deadlock.domain.paths_header import (
    PathDeath,
    PathObjective,
    PathPause,
    PathPlayer,
    PathsHeader,
    PathSouls,
)
from webapp.deadlock.domain.records import Paths
from webapp.deadlock.pages.map import MapView, map_view

LENGTH = 120


def replay() -> Replay:
    """Four invented players; Ada and Cy meet Bo and Di in the middle; Ada falls at 60."""
    players = [
        PathPlayer(slot=1, side="a", hero_id=1, name="Ada", letters="Ad"),
        PathPlayer(slot=2, side="a", hero_id=2, name="Cy", letters="Cy"),
        PathPlayer(slot=7, side="b", hero_id=3, name="Bo", letters="Bo"),
        PathPlayer(slot=8, side="b", hero_id=4, name="Di", letters="Di"),
    ]
    seconds = np.arange(LENGTH + 1)
    x = np.tile(np.array([[0], [200], [100], [-300]]), LENGTH + 1) + seconds
    health = np.full(x.shape, 80, dtype=np.uint8)
    health[0, 60:81] = 0
    walked = Paths((1, 2, 7, 8), 1.0, x.astype(np.float32), np.zeros(x.shape, np.float32), health)
    header = PathsHeader(
        match_id=5,
        duration_s=LENGTH,
        players=players,
        deaths=[PathDeath(slot=1, at=60, x=60, y=0, killer=7, away_s=20)],
        objectives=[PathObjective(side="a", kind="Walker", lane="blue", fell_at=70)],
        pauses=[PathPause(at=90, lasted_s=12)],
        souls=[PathSouls(at=0, souls=[1, 2, 3, 4]), PathSouls(at=50, souls=[900, 1000, None, 7])],
    )
    return decode_paths(encode_paths(walked, header))


def rows(view: MapView) -> dict[str, object]:
    return {row.name: row for side in view.sides for row in side.rows}


@pytest.mark.parametrize("lanes", [3, 4])
def test_the_map_is_the_same_turned_by_half(lanes: int) -> None:
    for one in placed([], lanes=lanes):
        others = [
            other
            for other in placed([], lanes=lanes)
            if (other.side, other.kind) == ("ab"[one.side == "a"], one.kind)
        ]
        assert (-one.x, -one.y) in {(other.x, other.y) for other in others}


@pytest.mark.parametrize("lanes", [3, 4])
def test_guardians_and_walkers_stand_on_their_lane(lanes: int) -> None:
    for lane in lanes_of(lanes):
        for kind in ("Guardian", "Walker", "Base Guardians"):
            x, y = place_of(kind, "b", lane.name, lanes=lanes)
            assert y > 0
            assert abs(x - x_at(lane, y)) <= 1


@pytest.mark.parametrize("lanes", [3, 4])
def test_lanes_run_from_base_to_base_inside_the_map(lanes: int) -> None:
    for lane in lanes_of(lanes):
        assert (lane.course[0][1], lane.course[-1][1]) == (-10200, 10200)
        assert max(max(abs(x), abs(y)) for x, y in lane.course) < RADIUS
    assert lane_path(lanes).count("M") == lanes


@pytest.mark.parametrize(
    ("x", "y", "side", "place"),
    [
        (0, 9000, "b", "own base"),
        (0, 9000, "a", "enemy base"),
        (-7600, 0, "a", "yellow, middle"),
        (-8000, -1500, "a", "yellow, own half"),
        (7300, -1500, "b", "green, enemy half"),
        (-4000, 0, "a", "yellow–blue"),
        (10500, 0, "a", "beyond green"),
    ],
)
def test_a_place_has_a_players_name(x: int, y: int, side: str, place: str) -> None:
    assert region_at(x, y, side=side) == place


def test_the_ground_is_where_the_living_walked() -> None:
    walked = replay().paths
    here = ground_of(walked)
    nobody = ground_of(replace(walked, health=np.zeros_like(walked.health)))
    assert here.walked.startswith("M")
    assert (nobody.walked, nobody.worn) == ("", "")


def test_a_respawn_draws_no_ground_between() -> None:
    health = np.array([[100, 100]], np.uint8)
    far = Paths((1,), 1.0, np.array([[0, 9000]], np.float32), np.zeros((1, 2), np.float32), health)
    assert ground_of(far).walked == ""


def test_the_living_have_pins_and_the_dead_a_cross() -> None:
    view = map_view(replay(), 65)
    assert {pin.name for pin in view.scene.pins} == {"Cy", "Bo", "Di"}
    assert [spot.sentence for spot in view.scene.fell] == ["Ada died 1:00"]


def test_a_death_without_a_place_counts_and_has_no_cross() -> None:
    known = replay()
    nowhere = PathDeath(slot=1, at=60, x=None, y=None, killer=7, away_s=20)
    header = msgspec.structs.replace(known.header, deaths=[nowhere])
    view = map_view(decode_paths(encode_paths(known.paths, header)), 65)
    assert view.scene.fell == ()
    assert rows(view)["Ada"].deaths == 1  # type: ignore[attr-defined]
    assert rows(view)["Bo"].kills == 1  # type: ignore[attr-defined]
    assert view.events[0].sentence == "Bo killed Ada"


def test_the_dead_count_down_and_then_are_coming() -> None:
    early, late = rows(map_view(replay(), 65))["Ada"], rows(map_view(replay(), 80))["Ada"]
    assert early.away == "back in 15 s"  # type: ignore[attr-defined]
    assert late.away == "respawning"  # type: ignore[attr-defined]


def test_kills_deaths_and_souls_are_those_of_the_moment() -> None:
    before, after = map_view(replay(), 49), map_view(replay(), 60)
    assert [rows(before)[name].kills for name in ("Bo", "Di")] == [0, 0]  # type: ignore[attr-defined]
    assert [rows(after)[name].kills for name in ("Bo", "Di")] == [1, 0]  # type: ignore[attr-defined]
    assert rows(before)["Ada"].souls == 1  # type: ignore[attr-defined]
    assert (after.souls_clock, rows(after)["Ada"].souls) == ("0:50", 900)  # type: ignore[attr-defined]
    assert rows(after)["Bo"].souls is None  # type: ignore[attr-defined]


def test_one_kill_is_not_kills() -> None:
    summaries = [side.summary for side in map_view(replay(), 60).sides]
    assert sum("· 1 kill ·" in one for one in summaries) == 1
    assert not any("1 kills" in one for one in summaries)


def test_a_walker_stands_until_it_falls() -> None:
    assert "3 Walkers standing" in map_view(replay(), 69).sides[0].summary
    assert "2 Walkers standing" in map_view(replay(), 70).sides[0].summary
    gone = [spot.sentence for spot in map_view(replay(), 70).scene.buildings if spot.gone]
    assert gone == ["The Hidden King: Walker (blue), fell 1:10"]


def test_what_happened_is_told_in_order_with_links() -> None:
    view = map_view(replay(), 75, trail_s=120)
    assert [one.sentence for one in view.events] == [
        "Bo killed Ada",
        "The Archmother took a Walker (blue)",
        "The match was paused for 12 s",
    ]
    assert [one.last for one in view.events] == [False, True, False]
    assert view.events[0].href == "?t=60&trail=120"
    assert (view.before_href, view.after_href) == ("?t=70&trail=120", "?t=90&trail=120")
    assert view.heading == "1:15, 15 seconds after Ada died"


def test_a_pause_of_unknown_length_is_told_without_one() -> None:
    known = replay()
    header = msgspec.structs.replace(known.header, pauses=[PathPause(at=90, lasted_s=0)])
    view = map_view(decode_paths(encode_paths(known.paths, header)), 95)
    assert [one.sentence for one in view.events if one.kind == "pause"] == ["The match was paused"]


def test_trails_grow_with_the_choice_and_can_be_off() -> None:
    def longest(seconds: int) -> int:
        trails = map_view(replay(), 119, trail_s=seconds).scene.trails
        return max((trail.points.count(",") for trail in trails), default=0)

    assert (longest(0), longest(30), longest(120)) == (0, 31, 120)


def test_a_trail_breaks_where_somebody_died() -> None:
    view = map_view(replay(), 90, trail_s=120)
    assert sum(trail.slot == 1 for trail in view.scene.trails) == 2


def test_following_puts_one_player_in_the_middle() -> None:
    view = map_view(replay(), 30, follow=7)
    pin = next(pin for pin in view.scene.pins if pin.slot == 7)
    assert (pin.left, pin.top) == pytest.approx((50, 50), abs=0.1)
    assert view.followed == "Bo"


def test_the_close_up_is_where_both_sides_meet() -> None:
    view = map_view(replay(), 30)
    assert view.close is not None
    assert len(view.close.pins) == 4
    apart = replay()
    apart.paths.x[2:] += 9000
    assert map_view(apart, 30).close is None


@pytest.mark.parametrize(("heat", "side"), [("a", "a"), ("b", "b"), ("all", None), ("7", "b")])
def test_a_span_can_be_warmed_for_a_side_all_or_one(heat: str, side: str | None) -> None:
    view = map_view(replay(), 30, heat=heat, span=(10, 50))
    assert any(step.cells for step in view.heat)
    assert (view.heat_side, view.span) == (side, (10, 50))


@pytest.mark.parametrize(
    "asked",
    [
        {"trail_s": 31},
        {"follow": 99},
        {"heat": "x", "span": (0, 5)},
        {"heat": "a", "span": (90000, 90001)},
        {"heat": "a", "span": (5, 5)},
    ],
)
def test_a_choice_that_makes_no_sense_is_as_good_as_none(asked: dict[str, object]) -> None:
    view = map_view(replay(), 30, **asked)  # type: ignore[arg-type]
    assert (view.trail_s, view.followed, view.heat) == (30, None, ())


@pytest.mark.parametrize(("asked", "at"), [(-5, 0), (10**9, LENGTH)])
def test_a_moment_outside_the_match_is_its_nearest_end(asked: int, at: int) -> None:
    assert map_view(replay(), asked).at == at


def test_a_match_without_samples_still_has_a_page() -> None:
    nothing = np.zeros((4, 0), np.float32)
    empty = Paths((1, 2, 7, 8), 1.0, nothing, nothing, nothing.astype(np.uint8))
    view = map_view(decode_paths(encode_paths(empty, replay().header)), 10)
    assert (view.scene.pins, view.scene.trails, view.close) == ((), (), None)
