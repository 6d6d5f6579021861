"""Whatever a response turns into, reading it ends in a match or in a sentence."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.deadlock.small_match import small_match
from tests.deadlock.test_parse_files import raw_body
from webapp.deadlock.domain.analysis import analyse
from webapp.deadlock.domain.parse import inflate, parse_metadata, parse_raw
from webapp.deadlock.domain.records import MatchUnreadable

SHORT = small_match(duration_s=20, kills=((5, 7, 1, 3),))
RAW = raw_body(duration_s=20, kills=((5, 7, 1, 3),))
HUGE = st.sampled_from([2**31, 2**32, 2**63, 10**40, 1e308, -1, "9" * 400])
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(max_size=5),
    st.just("k_eOutcome_"),
    st.lists(st.integers(-5, 300), max_size=4),
    st.dictionaries(st.sampled_from(["x", "kills", "damage"]), st.integers(), max_size=2),
    st.recursive(st.none(), lambda inner: st.lists(inner, max_size=2), max_leaves=8),
)
QUIET = settings(max_examples=150)


def mutate(data: st.DataObject, body: Any) -> None:
    """Drop, null, retype, add, repeat or reorder something somewhere in a body."""
    spot, key = _somewhere(data, body)
    how = data.draw(st.sampled_from(["drop", "odd", "add", "repeat", "reorder", "huge"]))
    if how == "drop":
        del spot[key]
    elif how == "add" and isinstance(spot, dict):
        spot[data.draw(st.text(max_size=8))] = data.draw(ODD)
    elif how == "repeat" and isinstance(spot, list):
        spot.extend(copy.deepcopy(spot[key]) for _ in range(data.draw(st.integers(1, 80))))
    elif how == "reorder" and isinstance(spot, list):
        spot.reverse()
    else:
        spot[key] = data.draw(HUGE if how == "huge" else ODD)


def _somewhere(data: st.DataObject, body: Any) -> tuple[Any, Any]:
    while True:
        keys = list(body) if isinstance(body, dict) else list(range(len(body)))
        key = data.draw(st.sampled_from(keys))
        inner = body[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.integers(0, 4)) == 0:
            return body, key
        body = inner


@QUIET
@given(st.data())
def test_a_drifted_response_is_read_or_refused(data: st.DataObject) -> None:
    body = copy.deepcopy(SHORT)
    for _ in range(data.draw(st.integers(1, 3))):
        if isinstance(body["match_info"], dict) and body["match_info"]:
            mutate(data, body["match_info"])
    _read_or_refused(parse_metadata, json.dumps(body).encode())


@QUIET
@given(st.data())
def test_a_drifted_protobuf_is_read_or_refused(data: st.DataObject) -> None:
    body = bytearray(RAW)
    for _ in range(data.draw(st.integers(1, 6))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, 1)) * data.draw(st.integers(0, len(body)))
    _read_or_refused(parse_raw, bytes(body[: len(body) - cut]))


@QUIET
@given(st.binary(max_size=400), st.sampled_from([b"", b"BZh9", b"\x28\xb5\x2f\xfd", b"\x08\x01"]))
@pytest.mark.parametrize("read", [parse_metadata, parse_raw, inflate])
def test_noise_is_refused(read: Any, noise: bytes, start: bytes) -> None:
    try:
        read(start + noise)
    except MatchUnreadable as refused:
        said = refused.sentence
    else:
        said = "Nothing was refused."
    assert said.endswith(".") and said != "Nothing was refused."  # noqa: PT018 - one outcome


def _read_or_refused(read: Any, body: bytes) -> None:
    try:
        match = read(body)
    except MatchUnreadable as refused:
        assert refused.sentence.endswith(".")  # noqa: PT017 - either outcome is right
    else:
        assert analyse(match)
