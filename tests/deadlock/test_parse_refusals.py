"""What cannot be a match, or contradicts itself, is refused with a sentence."""

import json

import pytest

from tests.deadlock.small_match import MATCH_ID, small_body, small_match
from tests.deadlock.test_parse import put
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records import MatchUnreadable


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("players",), []),
        (("players",), None),
        (("players", 0, "player_slot"), 1),
        (("players", 0, "player_slot"), 0),
        (("players", 0, "player_slot"), 10**9),
        (("players", 0, "kills"), 2**63),
        (("players", 0, "kills"), "many"),
        (("players", 0, "stats"), {"0": {}}),
        (("match_id",), None),
        (("match_id",), "12a"),
        (("match_id",), "²"),
        (("match_id",), 10**30),
        (("match_id",), 7),
        (("start_time",), None),
        (("start_time",), 10**15),
        (("duration_s",), None),
        (("duration_s",), 10**6),
        (("duration_s",), -1),
        (("match_paths", "x_resolution"), 0),
        (("match_paths", "interval_s"), 0),
        (("match_paths", "interval_s"), 1e300),
        (("match_paths", "paths", 0, "x_pos", 5), -1),
        (("match_paths", "paths", 0, "x_pos", 5), 2**40),
        (("match_paths", "paths", 0, "x_max"), 1e300),
        (("match_paths", "paths", 0, "health", 5), 256),
        (("match_paths", "paths", 0, "health"), [100]),
        (("match_paths", "paths", 0, "x_pos"), [0] * 40_000),
        (("damage_matrix", "sample_time_s"), [600]),
        (("damage_matrix", "source_details", "source_name"), ["one"]),
        (("damage_matrix", "source_details", "source_name", 0), "a\u0000b"),
        (("damage_matrix", "source_details", "source_name", 0), "x" * 500),
        (("damage_matrix", "damage_dealers", 0, "damage_sources", 0, "source_details_index"), 99),
        (("damage_matrix", "damage_dealers", 0, "damage_sources", 0, "source_details_index"), -1),
        (("custom_user_stats", 0, "name"), "line\u2028break"),
        (("players", 0, "death_details"), [{"death_pos": {"x": 1e39, "y": 0.0}}]),
        (("objectives"), "none"),
    ],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_true_is_refused_with_a_sentence(
    path: tuple[str | int, ...], value: object
) -> None:
    body = small_match()
    put(body["match_info"], (path,) if isinstance(path, str) else path, value)
    with pytest.raises(MatchUnreadable, match=r"\.( \(at .+\))?$"):
        parse_metadata(json.dumps(body).encode(), expect_match_id=MATCH_ID)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"{}",
        b"[]",
        b'{"match_info": null}',
        b"\xff\xfe{}",
        b"<html>busy</html>",
        small_body()[:-20],
        small_body().replace(b'"start_time": 1700000000', b'"start_time": NaN'),
        small_body().replace(b'"start_time": 1700000000', b'"start_time": Infinity'),
        small_body().replace(b'"duration_s": 600', b'"duration_s": 600, "duration_s": 5'),
        small_body().replace(b"Parry Success", b"\\ud800"),
        small_body().replace(b"Parry Success", b"\\u0000"),
        small_body().replace(b"Parry Success", b"\xed\xa0\x80"),
        b'{"match_info": ' + b'{"x":' * 100_000,
        b'{"other": ' + b"[" * 100_000,
        b'{"match_info": {"players": [' + b"{}," * 500_000 + b"{}]}}",
        b" " * (33 * 1024 * 1024),
    ],
    ids=lambda body: repr(body[:24]),
)
def test_what_is_no_match_is_refused_with_a_sentence(body: bytes) -> None:
    with pytest.raises(MatchUnreadable):
        parse_metadata(body)
