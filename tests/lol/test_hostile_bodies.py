"""Whatever a body holds, it becomes a match that can be analysed, or a refusal in a sentence."""

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.lol.real import bodies, read
from webapp.lol.domain.analysis import Analysis, analyse
from webapp.lol.domain.parse import parse_match
from webapp.lol.domain.records import MatchUnreadable

ODD = st.sampled_from(
    [None, "", "x", -1, 0, 2**40, -(2**53), 1.5, True, [], {}, [None], [{}], {"x": None}, "DELETE"]
)
CALM = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _short(match_id: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give a match with four of its frames, each kind of event once."""
    body, timeline = bodies(match_id)
    frames = timeline["info"]["frames"]
    kinds = {event["type"]: event for frame in frames for event in frame["events"]}
    kept = [frames[0], frames[1], frames[len(frames) // 2], frames[-1]]
    for frame in kept:
        frame["events"] = []
    kept[-1]["events"] = list(kinds.values())
    timeline["info"]["frames"] = kept
    return body, timeline


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Give the path of every field, of lists only the first and the last."""
    inner: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list) and value:
        inner = [(0, value[0]), (len(value) - 1, value[-1])]
    return [path, *(one for key, part in inner for one in _paths(part, (*path, key)))][path == () :]


def _changed(body: dict[str, Any], path: tuple[str | int, ...], value: Any) -> None:
    holder: Any = body
    for key in path[:-1]:
        try:
            holder = holder[key]
        except (KeyError, IndexError, TypeError):
            return
    if not isinstance(holder, dict | list):
        return
    try:
        if value == "DELETE":
            del holder[path[-1]]
        else:
            holder[path[-1]] = value
    except (KeyError, IndexError, TypeError):
        return


def _whole(body: dict[str, Any], timeline: dict[str, Any]) -> Analysis | None:
    """Read and analyse, then keep and load as the store does."""
    try:
        found = analyse(read(body, timeline))
    except MatchUnreadable:
        return None
    assert msgspec.json.decode(msgspec.json.encode(found), type=Analysis) == found
    return found


@pytest.mark.parametrize("match_id", ["EUW1_1", "EUW1_4"])
@CALM
@given(data=st.data())
def test_any_field_may_be_absent_null_or_nonsense(match_id: str, data: st.DataObject) -> None:
    body, timeline = _short(match_id)
    for target in (body, timeline):
        paths = _paths(target)
        chosen = data.draw(st.lists(st.tuples(st.sampled_from(paths), ODD), max_size=4))
        for path, value in chosen:
            _changed(target, path, value)
    _whole(body, timeline)


@CALM
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    with pytest.raises(MatchUnreadable):
        parse_match(body)


@pytest.mark.parametrize("emptied", [None, []])
def test_every_list_of_a_body_may_be_null_or_empty(emptied: object) -> None:
    body, timeline = bodies()
    for player in body["info"]["participants"]:
        player |= {"perks": None if emptied is None else {}, "challenges": None, "missions": None}
        for number in range(7):
            player[f"item{number}"] = None
    for team in body["info"]["teams"]:
        team |= {"bans": emptied, "objectives": None, "feats": None}
    for frame in timeline["info"]["frames"]:
        frame |= {"events": emptied, "participantFrames": None}
    found = _whole(body, timeline)
    assert found is not None
    assert len(found.scoreboard.rows) == 10


def test_a_body_of_nulls_is_refused_and_one_of_unknown_words_is_kept() -> None:
    body, timeline = bodies()
    body["info"] |= {"gameMode": "SOMETHINGNEW", "queueId": 99_999, "mapId": 77}
    timeline["info"]["frames"][3]["events"].append({"type": "A_NEW_EVENT", "timestamp": 5})
    match = read(body, timeline)
    assert (match.mode, match.game_mode) == ("other", "SOMETHINGNEW")
    assert match.timeline is not None
    assert match.timeline.unknown == (("A_NEW_EVENT", 1),)
    body["info"] = dict.fromkeys(body["info"])
    with pytest.raises(MatchUnreadable):
        read(body)


NEEDED = {("metadata", "matchId"), ("info", "participants"), ("info",), ("metadata",)}


def test_any_one_field_of_the_body_may_be_null() -> None:
    template, _ = bodies()
    template["info"]["participants"] = template["info"]["participants"][:2]
    refused = []
    for path in _paths(template):
        body = msgspec.json.decode(msgspec.json.encode(template))
        _changed(body, path, None)
        try:
            analyse(read(body))
        except MatchUnreadable:
            refused.append(path)
    assert {path for path in refused if path[-1] != "participantId"} <= NEEDED
    assert len(_paths(template)) > 250


def test_any_field_of_the_timeline_may_be_null_wherever_it_stands() -> None:
    body, template = _short("EUW1_1")
    packed = msgspec.json.encode(template)
    names = {path[-1] for path in _everywhere(template)} - {"metadata", "matchId"}
    for name in names:
        timeline = msgspec.json.decode(packed)
        for path in _everywhere(timeline):
            if path[-1] == name:
                _changed(timeline, path, None)
        assert analyse(read(body, timeline)).scoreboard.rows, name
    assert {"victimDamageReceived", "participantFrames", "timestamp", "x"} <= names


def _everywhere(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Give the path of every field, deepest first."""
    inner: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    below = [one for key, part in inner for one in _everywhere(part, (*path, key))]
    return [*below, path] if path and isinstance(path[-1], str) else below
