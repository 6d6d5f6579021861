"""How this room is entered: its front page, a match nobody asked for, a pasted text, a file."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.archive import OURS
from tests.dota2.kept import PART, body_of, keep, queries
from tests.games import needs
from webapp.dota2.pages import door


def test_the_front_page_lists_samples_apart(client: FlaskClient) -> None:
    keep(201)
    page = client.get("/dota2")
    assert "A comeback" in page.text
    told = client.get("/dota2.json").json
    assert told is not None
    assert (told["total"], [one["url"] for one in told["samples"]]) == (0, ["/dota2/matches/201"])
    with queries() as asked:
        client.get("/dota2")
    assert len(asked) <= 6, asked


def test_a_match_nobody_asked_for_is_a_page_with_a_button(client: FlaskClient) -> None:
    page = client.get("/dota2/matches/7490235544")
    assert page.status_code == 200
    assert 'action="/dota2/matches/7490235544/analysis"' in page.text
    part = client.get("/dota2/matches/7490235544", headers=PART)
    assert part.text.lstrip().startswith('<section id="unknown"')
    assert client.get("/dota2/matches/7490235544.json").status_code == 404
    with queries() as asked:
        client.get("/dota2/matches/7490235544")
    assert len(asked) <= 3, asked


def test_ids_of_samples_are_never_asked_for(client: FlaskClient) -> None:
    assert client.get("/dota2/matches/300").status_code == 404
    for what in ("analysis", "parse"):
        assert client.post(f"/dota2/matches/300/{what}", headers=OURS).status_code == 404


@pytest.mark.parametrize(
    ("kind", "key", "url"),
    [
        ("match", "7490235544", "/dota2/matches/7490235544"),
        ("match", "0", None),
        ("match", "9223372036854775808", None),
        ("match", "\u0661\u0662", None),
        ("player", "910000001", "/dota2/players/910000001"),
        ("player", "4294967295", None),
        ("vanity", "ada", "/dota2/names/ada"),
        ("contract", "7", None),
    ],
)
def test_a_number_is_recognised_or_is_not_ours(
    client: FlaskClient, kind: str, key: str, url: str | None
) -> None:
    assert client
    found = door.recognise(kind, key)
    assert (found.url if found else None) == url


def test_links_of_other_sites_open_here(client: FlaskClient) -> None:
    for site in ("www.opendota.com", "www.dotabuff.com", "stratz.com"):
        answer = client.get(f"/open?q=https://{site}/matches/7490235544")
        assert answer.headers["Location"] == "/dota2/matches/7490235544"


@needs("deadlock")
def test_a_number_of_either_game_is_a_choice(client: FlaskClient) -> None:
    page = client.get("/open?q=910000001")
    assert page.status_code == 200
    assert "/dota2/players/910000001" in page.text
    assert "/deadlock/players/910000001" in page.text


def test_a_file_of_ours_is_known_by_its_fields() -> None:
    assert door.reads_file("a.json", body_of(201)) == "yes"
    assert door.reads_file("a.json", b' {"match_info": {}}') == "maybe"
    assert door.reads_file("a.json", b"[1]") == ""
    assert door.reads_file("a.json", b"PBDEMS2") == ""
