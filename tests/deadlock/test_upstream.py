"""What the match archive answers, and what a player is told when it does not."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from tests.core.asking import client_for, recorded
from tests.core.wire import Answer, listening, says
from webapp.core.db import utc_now
from webapp.core.upstream_errors import (
    Drifted,
    Forbidden,
    NotFound,
    Oversize,
    Rejected,
    Throttled,
    Unavailable,
    UpstreamError,
    Walled,
)
from webapp.deadlock.upstream import DeadlockUpstream
from webapp.deadlock.upstream.routes import TABLE, routes
from webapp.simulator.server import RunningSimulator, running_simulator

MATCH = 101
PLAYER = 900_000_001
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


@pytest.fixture(scope="module")
def simulator() -> Iterator[RunningSimulator]:
    with running_simulator() as running:
        yield running


@pytest.fixture
def archive(app: Flask, simulator: RunningSimulator) -> Iterator[DeadlockUpstream]:
    del app
    control(simulator, "DELETE", "/_log")
    yield DeadlockUpstream(client_for(simulator.deadlock_url, seconds=5))
    control(simulator, "DELETE", "/_ctl")


def control(simulator: RunningSimulator, method: str, path: str, body: object = None) -> object:
    sent = urllib.request.Request(  # noqa: S310 - our own simulator
        simulator.url + path, json.dumps(body).encode() if body else None, method=method
    )
    with urllib.request.urlopen(sent, timeout=30) as reply:  # noqa: S310 - our own simulator
        return json.load(reply)


def strike(simulator: RunningSimulator, pattern: str, fault: str, **more: object) -> None:
    control(simulator, "POST", "/_ctl", {"path_pattern": pattern, "fault": fault, **more})


def asked(*answers: Answer) -> Iterator[tuple[DeadlockUpstream, list[str]]]:
    with listening(*answers) as listener:
        yield DeadlockUpstream(client_for(listener.url, seconds=4)), listener.heads


def test_a_stored_match_comes_as_json(archive: DeadlockUpstream) -> None:
    reply = archive.fetch_metadata(MATCH)
    assert (reply.encoding, reply.packing) == ("json", "none")
    assert json.loads(reply.body)["match_info"]["match_id"] == MATCH
    assert reply.url.endswith("/v1/matches/101/metadata?disable_steam=true")
    assert utc_now() - reply.fetched_at < timedelta(minutes=1)
    (exchange,) = recorded()
    assert exchange.route == "/v1/matches/{match_id}/metadata"


@pytest.mark.parametrize("fault", ["500", "html200"])
def test_a_fault_in_the_json_leaves_the_raw_match(
    archive: DeadlockUpstream, simulator: RunningSimulator, fault: str
) -> None:
    strike(simulator, r"/metadata$", fault)
    reply = archive.fetch_metadata(MATCH)
    assert (reply.encoding, reply.packing in {"bzip2", "zstd"}) == ("protobuf", True)


@pytest.mark.parametrize(
    ("match_id", "error", "words"),
    [
        (7, NotFound, "Nobody knows a match 7: check the number."),
        (5404, NotFound, "Nobody knows a match 5404: check the number."),
        (5403, Forbidden, "Match 5403 is protected by one of its players."),
        (5503, Unavailable, "Match 5503 has not been saved yet."),
        (5500, Unavailable, "Match 5500 has not been saved yet."),
        (5429, Throttled, "The archive asked us to slow down."),
        (0, NotFound, "There is no such number."),
        (-4, NotFound, "There is no such number."),
        (2**63, NotFound, "There is no such number."),
    ],
)
def test_every_state_of_a_match_is_a_sentence(
    archive: DeadlockUpstream, match_id: int, error: type[UpstreamError], words: str
) -> None:
    with pytest.raises(error) as caught:
        archive.fetch_metadata(match_id)
    assert type(caught.value) is error
    assert caught.value.sentence == words


def test_a_match_not_saved_yet_says_when_to_try_again(archive: DeadlockUpstream) -> None:
    with pytest.raises(Unavailable) as caught:
        archive.fetch_metadata(5503)
    assert caught.value.retry_at is not None
    assert timedelta(minutes=4) < caught.value.retry_at - utc_now() <= timedelta(minutes=5)


def test_a_match_that_comes_late_comes_when_asked_again(archive: DeadlockUpstream) -> None:
    with pytest.raises(Unavailable):
        archive.fetch_metadata(6502)
    assert archive.fetch_metadata(6502).encoding == "json"


@pytest.mark.parametrize("body", [b"[]", b"{}", b'{"match_info":', b"[" * 100_000, b"\xff"])
def test_a_match_in_a_new_form_keeps_its_bytes(app: Flask, body: bytes) -> None:
    del app
    for archive, _ in asked(says("200 OK", body), says("404 No", b"{}")):
        with pytest.raises(Drifted) as caught:
            archive.fetch_metadata(MATCH)
    assert caught.value.body == body


def test_the_games_own_budget_is_spent_on_unsaved_matches_alone() -> None:
    public = routes(keyed=False)
    assert [w.calls for w in public["metadata_from_game"].windows] == [3]
    assert public["metadata"].group != public["metadata_from_game"].group
    assert [w.calls for w in routes(keyed=True)["metadata_from_game"].windows] == [300]
    assert routes(keyed=False, public=False)["metadata_from_game"].windows == ()
    assert set(TABLE) == set(public)


def test_salts_come_typed_and_may_be_none(archive: DeadlockUpstream) -> None:
    salts = archive.fetch_salts(MATCH)
    assert salts is not None
    assert salts.match_id == MATCH
    assert salts.metadata_salt
    assert archive.fetch_salts(5400) is None
    with pytest.raises(Unavailable, match="files of match 5503 are not known yet"):
        archive.fetch_salts(5503)


def test_a_refusal_with_a_reason_gives_the_reason(app: Flask) -> None:
    del app
    for archive, _ in asked(says("400 Bad", b'{"error":"no such cluster"}')):
        with pytest.raises(Rejected, match="no such cluster"):
            archive.fetch_salts(MATCH)


def test_a_history_is_newest_first_and_asked_for_anew(archive: DeadlockUpstream) -> None:
    first = archive.fetch_match_history(PLAYER)
    again = archive.fetch_match_history(PLAYER)
    assert len(first.entries) > 5
    starts = [entry.start_time for entry in first.entries]
    assert starts == sorted(starts, reverse=True)
    assert again.entries == first.entries
    assert again.fetched_at > first.fetched_at
    assert len(recorded()) == 2


def test_a_refetch_asks_the_game_itself(archive: DeadlockUpstream) -> None:
    archive.fetch_match_history(PLAYER)
    archive.fetch_match_history(PLAYER, refetch=True)
    assert [e.route for e in recorded()][1].endswith("?force_refetch")


def test_a_private_player_is_said_to_be_private(archive: DeadlockUpstream) -> None:
    with pytest.raises(Forbidden, match="keeps their matches private"):
        archive.fetch_match_history(900_000_403)


def test_a_history_in_a_new_form_has_drifted(app: Flask) -> None:
    del app
    for archive, _ in asked(says("200 OK", b'[{"match_id": "many"}]')):
        with pytest.raises(Drifted, match="new form"):
            archive.fetch_match_history(PLAYER)


def test_profiles_come_for_those_who_have_one(archive: DeadlockUpstream) -> None:
    profiles = archive.fetch_profiles([PLAYER, PLAYER + 1, PLAYER])
    assert [profile.account_id for profile in profiles] == [PLAYER, PLAYER + 1]
    assert all(profile.personaname for profile in profiles)
    assert archive.fetch_profiles([]) == ()


def test_many_profiles_are_asked_for_in_hundreds(app: Flask) -> None:
    del app
    for archive, heads in asked(says("404 No", b"{}")):
        assert archive.fetch_profiles(range(1, 251)) == ()
        assert len(heads) == 3


@pytest.mark.parametrize("name", ["heroes", "items", "map", "ranks", "accolades"])
def test_the_games_lists_come_as_bodies(archive: DeadlockUpstream, name: str) -> None:
    reply = archive.fetch_assets(name)
    assert reply.name == name
    assert json.loads(reply.body)


def test_no_other_list_is_asked_for(archive: DeadlockUpstream) -> None:
    with pytest.raises(ValueError, match=r"no '\.\./secrets'"):
        archive.fetch_assets("../secrets")
    assert recorded() == []


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (says("200 OK", PNG + b"\0" * (2 * 1024 * 1024)), Oversize),
        (says("404 No"), NotFound),
    ],
)
def test_a_picture_too_large_or_gone_is_not_taken(
    app: Flask, answer: Answer, error: type[UpstreamError]
) -> None:
    del app
    with listening(answer) as listener, pytest.raises(error):
        DeadlockUpstream(client_for(listener.url)).fetch_image(f"{listener.url}/hero.png")


def test_a_picture_elsewhere_is_never_asked_for(archive: DeadlockUpstream) -> None:
    for url in ("https://evil.example/a.png", "http://169.254.169.254/latest/meta-data/"):
        with pytest.raises(Walled):
            archive.fetch_image(url)


@pytest.mark.parametrize(
    ("fault", "error"),
    [("429", Throttled), ("429_no_retry_after", Throttled), ("redirect", Drifted),
     ("bad_gzip", Drifted), ("truncate", Unavailable), ("reset", Unavailable)],
)  # fmt: skip
def test_faults_of_the_archive_are_told_apart(
    archive: DeadlockUpstream, simulator: RunningSimulator, fault: str, error: type[UpstreamError]
) -> None:
    strike(simulator, r"match-history", fault)
    with pytest.raises(error):
        archive.fetch_match_history(PLAYER)


def test_what_we_send_names_us_and_asks_no_more_than_needed(
    archive: DeadlockUpstream, simulator: RunningSimulator
) -> None:
    archive.fetch_metadata(MATCH)
    log = json.dumps(control(simulator, "GET", "/_log"))
    assert "Guildhall/test (request request-of-a-test)" in log
    assert log.count("/v1/matches/101/metadata") == 1


def test_a_real_match_is_taken_as_it_is(app: Flask, shared_data: Path) -> None:
    del app
    with running_simulator(real_data=shared_data) as running:
        archive = DeadlockUpstream(client_for(running.deadlock_url, seconds=10))
        reply = archive.fetch_metadata(54331746)
        assert json.loads(reply.body)["match_info"]["match_id"] == 54331746
