"""How a body differs from what its reader expects is said place by place."""

from __future__ import annotations

from typing import Annotated

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.admin.domain.shapes import compare


class Player(msgspec.Struct):
    """A player."""

    slot: Annotated[int, msgspec.Meta(ge=0, le=11)] | None = None
    name: str | None = None


class Body(msgspec.Struct, rename="camel"):
    """A body."""

    match_id: int
    players: Annotated[list[Player], msgspec.Meta(max_length=3)] | None = None


class Timeline(msgspec.Struct):
    """Something else a body may be."""

    frames: list[int] | None = None
    step: int | None = None


GOOD = b'{"matchId": 7, "players": [{"slot": 1, "name": "Ada"}], "new": {"field": 1}}'


def test_a_good_body_differs_nowhere() -> None:
    found = compare(GOOD, (Body,))
    assert found.is_json
    assert found.differences == ()
    assert found.known == 4


@pytest.mark.parametrize(
    ("body", "path", "expected", "held"),
    [
        (b'{"matchId": "7"}', "$.matchId", "a whole number", "text"),
        (b"{}", "$.matchId", "a whole number", "nothing"),
        (b'{"matchId": 7.5}', "$.matchId", "a whole number", "a number"),
        (b'{"matchId": 7, "players": {}}', "$.players", "a list of at most 3", "an object"),
        (
            b'{"matchId": 7, "players": [{}, {"slot": 12}]}',
            "$.players[1].slot",
            "a whole number from 0 to 11",
            "a whole number",
        ),
        (
            b'{"matchId": 7, "players": [{}, {}, {}, {}]}',
            "$.players",
            "a list of at most 3",
            "a list with 4",
        ),
        (b'{"matchId": true}', "$.matchId", "a whole number", "yes or no"),
        (b"[1]", "$", "an object (Body)", "a list"),
    ],
)
def test_each_place_says_what_was_expected_and_what_stands_there(
    body: bytes, path: str, expected: str, held: str
) -> None:
    (one,) = compare(body, (Body,)).differences
    assert (one.path, one.expected, one.found) == (path, expected, held)


def test_a_body_is_compared_with_the_form_it_has_most_in_common_with() -> None:
    found = compare(b'{"frames": [1, "x"], "step": 3}', (Body, Timeline))
    assert found.form == "Timeline"
    assert [one.path for one in found.differences] == ["$.frames[1]"]


@pytest.mark.parametrize("body", [b"", b"\x00\x01", b"{", b"[" * 200_000, b'{"a": \xff}'])
def test_what_is_not_json_is_said_so(body: bytes) -> None:
    assert not compare(body, (Body,)).is_json


def test_an_excerpt_is_short_and_printable() -> None:
    wrong = msgspec.json.encode({"matchId": "\u202e<script>" + "x" * 500})
    (one,) = compare(wrong, (Body,)).differences
    assert len(one.excerpt) <= 201
    assert one.excerpt.isprintable()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 20) | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(st.sampled_from(["matchId", "players", "slot", "name"]), inner)
    ),
    max_leaves=12,
)


@given(JSON)
def test_what_has_no_difference_can_be_read_and_the_other_way_round(value: object) -> None:
    body = msgspec.json.encode(value)
    found = compare(body, (Body,))
    try:
        msgspec.json.decode(body, type=Body)
    except msgspec.ValidationError:
        assert found.differences
    else:
        assert found.differences == ()
