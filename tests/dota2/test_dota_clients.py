"""What OpenDota and Steam answer, and what a player is told when they do not."""

from __future__ import annotations

import dataclasses
import json
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from flask import Flask

from tests.archive import Archive
from tests.conftest import shared_data
from tests.core.asking import client_for, recorded
from tests.core.wire import Answer, listening, says
from webapp.config import Settings
from webapp.core import settings as core_settings
from webapp.core.db import utc_now
from webapp.core.http import Reply, shared_valkey
from webapp.core.rate_limit import Limiter
from webapp.core.upstream_errors import (
    Drifted,
    Forbidden,
    NotFound,
    Rejected,
    ServerFailed,
    Throttled,
    Unavailable,
    UpstreamError,
)
from webapp.dota2.upstream import (
    HeroRecord,
    OpenDota,
    Peer,
    PlayedMatch,
    Profile,
    Steam,
    open_opendota,
    open_steam,
)
from webapp.dota2.upstream.budget import BY_DAY, OpenDotaBudget
from webapp.dota2.upstream.opendota import MATCH, REQUEST
from webapp.dota2.upstream.reading import read
from webapp.simulator.dota2.league import LEAGUE_ID, listed
from webapp.simulator.dota2.wire.basics import sequence_of

ADA = 910_000_001


@pytest.mark.parametrize(
    ("match_id", "error", "words"),
    [
        (7, NotFound, "OpenDota does not know match 7."),
        (8_300_000_404, NotFound, "OpenDota does not know match 8300000404."),
        (8_300_000_429, Throttled, "OpenDota asked us to slow down."),
        (8_300_000_500, ServerFailed, "OpenDota has a fault of its own at the moment."),
        (0, NotFound, "There is no such number."),
        (-4, NotFound, "There is no such number."),
        (2**63, NotFound, "There is no such number."),
    ],
)
def test_every_state_of_a_match_is_a_sentence(
    archive: Archive, match_id: int, error: type[UpstreamError], words: str
) -> None:
    assert archive
    with pytest.raises(error) as caught:
        open_opendota().fetch_match(match_id)
    assert (type(caught.value), caught.value.sentence) == (error, words)


def test_after_a_429_nobody_asks_for_a_minute(archive: Archive) -> None:
    with pytest.raises(Throttled):
        open_opendota().fetch_match(8_300_000_429)
    before = len(archive.asked())
    with pytest.raises(Throttled) as caught:
        open_opendota().fetch_match(8_300_000_000)
    assert len(archive.asked()) == before
    assert caught.value.retry_at is not None
    assert timedelta(seconds=50) < caught.value.retry_at - utc_now() <= timedelta(seconds=61)


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        ({}, b'{"error":"daily api limit exceeded"}', 900),
        ({}, b'{"error":"minute rate limit exceeded"}', 60),
        ({"Retry_After": "240"}, b'{"error":"minute rate limit exceeded"}', 240),
        ({"Retry_After": "20"}, b'{"error":"minute rate limit exceeded"}', 20),
        ({"X_Rate_Limit_Remaining_Day": "0"}, b"{}", 900),
    ],
)
def test_both_kinds_of_429_freeze_the_budget_they_name(
    app: Flask, headers: dict[str, str], body: bytes, seconds: int
) -> None:
    assert app
    budget = OpenDotaBudget(Limiter(shared_valkey()), keyed=False)
    with listening(says("429 Too Many Requests", body, **headers)) as listener:
        client = dataclasses.replace(client_for(listener.url), budget=budget)
        with pytest.raises(Throttled):
            OpenDota(client).fetch_match(5000)
    wait = budget.take(MATCH).wait
    assert seconds - 10 < wait <= seconds


def test_a_parse_takes_ten_of_the_day(app: Flask) -> None:
    assert app
    budget = OpenDotaBudget(Limiter(shared_valkey()), keyed=False)
    assert budget.take(REQUEST).wait == 0
    assert shared_valkey().zcard(f"limit:{BY_DAY.name}:log") == 10


def test_a_parse_is_not_asked_for_with_less_than_ten_of_the_day_left(app: Flask) -> None:
    assert app
    budget, log = OpenDotaBudget(Limiter(shared_valkey()), keyed=False), f"limit:{BY_DAY.name}:log"
    now = utc_now().timestamp() * 1000
    shared_valkey().zadd(log, {str(one): now for one in range(2_995)})
    assert budget.take(REQUEST).wait > 0
    assert shared_valkey().zcard(log) == 2_995
    assert budget.take(MATCH).wait == 0


@pytest.mark.parametrize(
    "answer",
    [
        says("200 OK", b"<html>Just a moment</html>", Content_Type="text/html"),
        says("200 OK", b"{}"),
        says("200 OK", b'{"match_id": 7'),
        says("200 OK", b"[" * 50_000),
        says("302 Found", b"", Location="https://example.org/"),
    ],
)
def test_what_is_no_match_is_a_drift(app: Flask, answer: Answer) -> None:
    assert app
    with listening(answer) as listener, pytest.raises(Drifted):
        OpenDota(client_for(listener.url)).fetch_match(5000)
    assert [one.outcome for one in recorded()] == ["drifted"]


def test_a_figure_no_column_holds_is_a_drift(app: Flask) -> None:
    assert app
    line = {"match_id": 7, "hero_id": 1, "start_time": 1, "hero_damage": 2**31}
    answer = says("200 OK", json.dumps([line]).encode())
    with listening(answer) as listener, pytest.raises(Drifted):
        OpenDota(client_for(listener.url)).fetch_history(ADA, 10)


def test_a_player_is_told_in_typed_records(archive: Archive) -> None:
    assert archive
    opendota = open_opendota()
    profile = opendota.fetch_profile(ADA)
    lines = opendota.fetch_history(ADA, 10)
    assert profile.profile is not None
    assert profile.profile.personaname == "Ashbrook"
    assert len(lines) == 10
    assert None not in msgspec.structs.astuple(lines[0])
    assert opendota.fetch_recent(ADA)[0].hero_damage is not None
    assert sum(one.games for one in opendota.fetch_heroes(ADA)) >= len(lines)
    assert opendota.fetch_peers(ADA)[0].with_games > 0
    with pytest.raises(NotFound, match="no such player"):
        opendota.fetch_profile(5)


def test_a_key_goes_in_a_header_and_never_in_an_address(
    app: Flask, archive: Archive, settings: Settings
) -> None:
    extensions, key = app.extensions, "a-key-of-opendota"
    extensions[core_settings.EXTENSION] = dataclasses.replace(settings, opendota_api_key=key)
    try:
        open_opendota().fetch_match(8_300_000_000)
        open_steam().fetch_profiles([76561198870265729])
    finally:
        extensions[core_settings.EXTENSION] = settings
    told = archive.asked()
    assert told[0]["headers"]["Authorization"] == f"Bearer {key}"
    assert told[1]["headers"]["X-Webapi-Key"] == settings.steam_api_key
    assert not any(key in line["query"] or "steam-test" in line["query"] for line in told)


def test_a_match_comes_from_the_sequence_and_from_nowhere_else(archive: Archive) -> None:
    game = listed()[0]
    reply = open_steam().fetch_by_sequence(sequence_of(game.match_id), game.match_id)
    assert json.loads(reply.body)["match_id"] == game.match_id
    with pytest.raises(Throttled) as caught:
        open_steam().fetch_by_sequence(sequence_of(game.match_id), game.match_id)
    assert caught.value.retry_at is not None
    assert caught.value.retry_at - utc_now() <= timedelta(seconds=5)
    assert not any("GetMatchDetails" in line["path"] for line in archive.asked())


def test_a_league_page_starts_at_or_below_a_match(archive: Archive) -> None:
    assert archive
    page = open_steam().fetch_league_page(LEAGUE_ID, listed()[40].match_id)
    assert max(one.match_id for one in page.matches) == listed()[40].match_id


def test_without_a_key_steam_is_not_asked(app: Flask) -> None:
    assert app
    with pytest.raises(Forbidden, match="has none"):
        Steam(client_for("http://127.0.0.1:9"), keyed=False).resolve_name("ada")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"{}", Unavailable),
        (b'{"result":{}}', Unavailable),
        (b'{"result":null}', Unavailable),
        (b'{"result":{"status":2}}', Unavailable),
        (b'{"result":{"status":15,"statusDetail":"no"}}', Forbidden),
        (b'{"result":{"status":2,"statusDetail":"Error retrieving match data."}}', Rejected),
        (b'{"result":{"error":"Match ID not found"}}', Rejected),
        (b'{"result":{"error":"something new"}}', Unavailable),
        (b'{"result":[]}', Drifted),
        (b'{"result":{"status":1,"matches":[{"match_id":"x"}]}}', Drifted),
        (b"<html>Forbidden</html>", Drifted),
    ],
)
def test_what_steam_hides_in_a_good_answer_is_found(
    app: Flask, body: bytes, error: type[UpstreamError]
) -> None:
    assert app
    with listening(says("200 OK", body)) as listener, pytest.raises(error) as caught:
        Steam(client_for(listener.url), keyed=True).fetch_league_page(7)
    assert type(caught.value) is error
    with listening(says("200 OK", body)) as listener, pytest.raises(error) as caught:
        Steam(client_for(listener.url), keyed=True).fetch_by_sequence(7, 5)
    assert type(caught.value) is error


def test_steam_names_are_found_or_are_nobodys(archive: Archive) -> None:
    assert archive
    steam = open_steam()
    assert steam.resolve_name("AshBrook") == 76561197960265728 + ADA
    with pytest.raises(NotFound, match="no profile called “nobody”"):
        steam.resolve_name("nobody")


def test_a_key_steam_does_not_take_is_said_so(app: Flask) -> None:
    assert app
    with listening(says("403 Forbidden", b"<html></html>")) as listener:
        steam = Steam(client_for(listener.url), keyed=True)
        with pytest.raises(Forbidden, match="does not accept this installation"):
            steam.resolve_name("ada")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("players_101695162_", Profile),
        ("players_101695162_heroes_", tuple[HeroRecord, ...]),
        ("players_101695162_peers_", tuple[Peer, ...]),
        ("players_101695162_recentMatches_", tuple[PlayedMatch, ...]),
    ],
)
def test_real_answers_of_opendota_are_read(name: str, form: Any) -> None:
    body = (shared_data() / "dota2" / "opendota_api" / f"{name}.json").read_bytes()
    assert read(Reply(200, {}, body, utc_now()), form, "OpenDota")


def test_a_real_page_of_a_league_is_read(app: Flask) -> None:
    assert app
    folder = shared_data() / "dota2" / "steam_league_10482"
    body = (folder / "match_history_page1_100.json").read_bytes()
    with listening(says("200 OK", body)) as listener:
        page = Steam(client_for(listener.url), keyed=True).fetch_league_page(10482)
    assert (len(page.matches), page.results_remaining) == (100, 37)
    assert all(len(one.players) == 10 for one in page.matches)
