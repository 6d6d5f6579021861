"""What happened, on invented matches: any mode, anything missing, and the rules one by one."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.lol.domain.analysis import Analysis, analyse
from webapp.lol.domain.ground import SITES, place_words
from webapp.lol.domain.parse import parse_match
from webapp.lol.domain.records import MatchUnreadable
from webapp.simulator.riot import sample_matches


@cache
def samples() -> tuple[tuple[Any, Any], ...]:
    """Give the generated matches as documents, the timeline None where there is none."""
    return tuple(
        (json.loads(body), json.loads(timeline) if timeline else None)
        for _, body, timeline in sample_matches()
    )


def analysed(body: Any, timeline: Any) -> Analysis:
    told = json.dumps(timeline).encode() if timeline else None
    return analyse(parse_match(json.dumps(body).encode(), told))


def test_every_generated_match_is_worked_out_with_and_without_its_timeline() -> None:
    for body, timeline in samples():
        whole, bare = analysed(body, timeline), analysed(body, None)
        assert whole.scoreboard.mode == bare.scoreboard.mode
        assert not bare.events.recorded
        assert not bare.deaths.deaths
        assert not bare.known.at_ms


def test_generated_kills_and_builds_agree_with_their_scoreboards() -> None:
    for body, timeline in samples():
        found = analysed(body, timeline)
        if not found.events.recorded:
            continue
        for row in found.scoreboard.rows:
            kills = sum(one.killer == row.slot for one in found.events.kills)
            assert kills == row.kills, (body["metadata"]["matchId"], row.slot)
        told = [one.agrees for one in found.builds.players if one.agrees is not None]
        assert all(told), body["metadata"]["matchId"]


def spoiled(document: Any, path: list[int], value: Any) -> Any:
    """Put a value somewhere in a copy of a document; the path picks among what is there."""
    copy = json.loads(json.dumps(document))
    here = copy
    for step in path:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            return copy
        key = keys[step % len(keys)]
        if not isinstance(here[key], dict | list) or step == path[-1]:
            here[key] = value
            return copy
        here = here[key]
    return copy


@given(
    path=st.lists(st.integers(0, 10_000), min_size=1, max_size=9),
    value=st.sampled_from([None, 0, -1, "", [], {}, 10**12]),
    in_timeline=st.booleans(),
)
@settings(max_examples=60)
def test_no_spoiled_field_breaks_the_analysis(
    path: list[int], value: Any, *, in_timeline: bool
) -> None:
    body, timeline = next(one for one in samples() if one[1])
    with suppress(MatchUnreadable):
        if in_timeline:
            analysed(body, spoiled(timeline, path, value))
        else:
            analysed(spoiled(body, path, value), timeline)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ((400, 400), "Blue base"),
        ((14_300, 14_300), "Red base"),
        ((9_866, 4_414), "dragon pit"),
        ((5_007, 10_471), "baron pit"),
        ((1_200, 12_000), "top lane"),
        ((7_400, 7_500), "middle lane"),
        ((12_800, 2_000), "bottom lane"),
        ((3_900, 7_900), "Blue upper jungle"),
        ((11_000, 7_000), "Red lower jungle"),
        ((None, None), ""),
    ],
)
def test_places_are_called_as_players_call_them(
    place: tuple[int | None, int | None], words: str
) -> None:
    assert place_words(*place) == words


def test_both_sides_have_the_same_buildings() -> None:
    for kind, count in (("turret", 11), ("inhibitor", 3)):
        for side in "ab":
            assert sum((one.kind, one.side) == (kind, side) for one in SITES) == count
