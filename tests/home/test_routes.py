"""The house, the box, the slot and the style guide: whole, in part, as JSON."""

from __future__ import annotations

import io

import pytest
from flask.testing import FlaskClient

from tests.home.test_omnibox import HOSTILE

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}


def test_the_house_shows_what_was_analysed_and_the_rooms(visitor: FlaskClient) -> None:
    text = visitor.get("/").get_data(as_text=True)
    assert 'href="/deadlock/matches/35077269"' in text
    assert "Matches to try" in text
    assert "working" in text


def test_rooms_not_built_are_never_linked(visitor: FlaskClient) -> None:
    text = visitor.get("/open?q=35077269").get_data(as_text=True)
    assert "Dota 2 match 35077269" in text
    assert "this room is not open here" in text
    assert 'href="/dota2' not in text


def test_the_box_answers_while_typing_with_its_part_alone(visitor: FlaskClient) -> None:
    response = visitor.get("/open?q=35077269", headers=PART)
    text = response.get_data(as_text=True)
    assert text.lstrip().startswith("<div")
    assert 'id="seen"' in text
    assert "<html" not in text
    assert "HX-Request" in response.headers["Vary"]


def test_a_text_with_one_meaning_goes_straight_there(visitor: FlaskClient) -> None:
    response = visitor.get("/open?q=https://statlocker.gg/match/35077269")
    assert response.status_code == 303
    assert response.headers["Location"] == "/deadlock/matches/35077269"


def test_one_meaning_is_not_followed_while_typing(visitor: FlaskClient) -> None:
    response = visitor.get("/open?q=https://statlocker.gg/match/35077269", headers=PART)
    assert response.status_code == 200


def test_a_name_only_steam_can_resolve_is_said_to_be_one(visitor: FlaskClient) -> None:
    text = visitor.get("/open?q=steamcommunity.com/id/ada").get_data(as_text=True)
    assert "Only Steam knows its number" in text


def test_nothing_recognised_shows_examples(visitor: FlaskClient) -> None:
    text = visitor.get("/open?q=ada").get_data(as_text=True)
    assert "Nothing here is called that" in text
    assert "steamcommunity.com/profiles/" in text


def test_the_house_as_json_is_the_same_page(visitor: FlaskClient) -> None:
    page = visitor.get("/index.json").get_json()
    assert page["recent"][0]["title"] == "Deadlock 35077269"
    assert page["rooms"][0]["name"] == "Deadlock"


def test_the_box_as_json_lists_the_choices(visitor: FlaskClient) -> None:
    page = visitor.get("/open.json?q=35077269").get_json()
    assert [choice["url"] for choice in page["choices"]] == [
        "/deadlock/matches/35077269",
        "/deadlock/players/35077269",
        "",
        "",
    ]


def test_a_title_from_a_game_is_text_and_never_markup(visitor: FlaskClient) -> None:
    text = visitor.get("/").get_data(as_text=True)
    assert "<svg onload" not in text
    assert "&lt;svg onload" in text


def test_a_file_goes_to_the_room_that_reads_it(visitor: FlaskClient) -> None:
    sent = {"file": (io.BytesIO(b"BZh91AY"), "35077269.meta")}
    response = visitor.post("/open", data=sent, headers={"Sec-Fetch-Site": "same-origin"})
    assert response.status_code == 303
    assert response.headers["Location"] == "/jobs/35077269-7"


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [
        ({}, 400, "No file arrived"),
        ({"file": (io.BytesIO(b""), "")}, 400, "No file arrived"),
        ({"file": (io.BytesIO(b"MZ\x90"), "game.exe")}, 415, "not a file any room here reads"),
    ],
    ids=["nothing", "no name", "a program"],
)
def test_a_file_nobody_reads_gets_a_sentence(
    visitor: FlaskClient, sent: dict[str, object], status: int, said: str
) -> None:
    response = visitor.post(
        "/open",
        data=sent,
        headers={"Sec-Fetch-Site": "same-origin"},
        content_type="multipart/form-data",
    )
    assert response.status_code == status
    assert said in response.get_data(as_text=True)


@pytest.mark.parametrize("text", HOSTILE[:-1], ids=range(len(HOSTILE) - 1))
def test_a_hostile_text_gets_a_page(visitor: FlaskClient, text: str) -> None:
    response = visitor.get("/open", query_string={"q": text})
    assert response.status_code == 200
    assert len(response.data) < 20_000


def test_the_slot_is_small_and_kept_by_nobody(visitor: FlaskClient) -> None:
    response = visitor.get("/me/slot", headers=PART)
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "every source answers" in response.get_data(as_text=True)
    assert len(response.data) < 300


def test_the_style_guide_shows_the_strip(visitor: FlaskClient) -> None:
    text = visitor.get("/styleguide").get_data(as_text=True)
    assert "data-strip" in text
    assert "Archmother ahead" in text


def test_a_missing_page_says_what_happened_and_gives_an_id(visitor: FlaskClient) -> None:
    response = visitor.get("/nope", headers=PART)
    text = response.get_data(as_text=True)
    assert response.status_code == 404
    assert 'id="error"' in text
    assert "<html" not in text
    assert response.headers["X-Request-Id"] in text


@pytest.mark.parametrize("path", ["/", "/open?q=1", "/styleguide", "/nope"])
def test_no_page_holds_inline_style_or_script(visitor: FlaskClient, path: str) -> None:
    text = visitor.get(path).get_data(as_text=True)
    assert " style=" not in text
    assert "<style" not in text
    assert "<script>" not in text
    assert " onclick=" not in text
    assert "hx-on" not in text
