"""What every tab of a match promises, whatever the game: a new tab is held to it by standing there.

Deadlock's tabs are held to the same in its own folder, with demos and moments of their own.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.dota2 import kept as dota2_kept
from tests.lol import kept as lol_kept
from tests.lol import told as lol_told
from tests.pieces import found_again
from webapp.dota2.domain.terms import TERMS as DOTA2_TERMS
from webapp.dota2.pages.frame import FRAMING as DOTA2_FRAMING
from webapp.lol.domain.terms import TERMS as LOL_TERMS
from webapp.lol.pages.frame import FRAMING as LOL_FRAMING
from webapp.matchplay.terms import Term
from webapp.matchroom.framing import Framing, TabPlace

WHOLE: dict[str, str] = {}
PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
JSON = {"Accept": "application/json"}
KINDS = (WHOLE, PART, JSON)
MOMENTS = ("", "?t=700", "?from=300&to=900")
FIRST_VIEW = 45_000
pytestmark = pytest.mark.usefixtures("app")


@dataclass(frozen=True, slots=True)
class Room:
    """One game: what is kept of it here, and what its tabs are."""

    framing: Framing
    terms: dict[str, Term]
    keep: Callable[[Any], Any]
    queries: Callable[[], AbstractContextManager[list[str]]]
    match: int | str
    odd: tuple[int | str, ...]
    unknown: int | str

    def path(self, tab: TabPlace) -> str:
        """Give the address of a tab of the kept match."""
        return self.framing.url_of(self.match) + tab.path


ROOMS = {
    "dota2": Room(
        DOTA2_FRAMING,
        DOTA2_TERMS,
        dota2_kept.keep,
        dota2_kept.queries,
        match=dota2_kept.PARSED,
        odd=(dota2_kept.UNPARSED, 205),
        unknown=7_777_777,
    ),
    "lol": Room(
        LOL_FRAMING,
        LOL_TERMS,
        lol_kept.keep,
        lol_told.queries,
        match=lol_told.RIFT,
        odd=(lol_told.ARAM, lol_told.ARENA, lol_told.REMAKE, lol_told.BARE),
        unknown="EUW1_7777777777",
    ),
}


@pytest.fixture(params=ROOMS)
def room(request: pytest.FixtureRequest, app: object) -> Room:
    """Give a game with its match kept."""
    assert app
    found = ROOMS[request.param]
    found.keep(found.match)
    return found


def test_every_tab_is_whole_a_part_and_json_and_marks_itself(
    client: FlaskClient, room: Room
) -> None:
    for tab in room.framing.tabs:
        path = room.path(tab) + "?t=700"
        whole, piece, twin = (read_cheaply(client, room, path, kind) for kind in KINDS)
        assert whole.startswith("<!doctype html>"), path
        assert f'id="{tab.part}"' in piece, path
        assert piece.startswith(("<section", "<svg", "<div")), path
        assert piece in whole, path
        told = json.loads(twin)
        tabs = told["frame"]["tabs"]
        assert [one["part"] for one in tabs] == [one.part for one in room.framing.tabs]
        assert [one["part"] for one in tabs if one["current"]] == [tab.part] == [told["tab"]]


def read_cheaply(client: FlaskClient, room: Room, path: str, kind: dict[str, str]) -> str:
    """Give an answer's text: few questions asked for it, one for its 304, and little weight."""
    headers = kind | {"Accept-Encoding": "gzip"}
    with room.queries() as asked:
        answer = client.get(path, headers=headers)
    assert answer.status_code == 200, path
    assert 1 <= len(asked) <= 6, (path, asked)
    assert kind is JSON or len(answer.data) < FIRST_VIEW, path
    tagged = headers | {"If-None-Match": answer.headers["ETag"]}
    with room.queries() as asked:
        again = client.get(path, headers=tagged)
    assert (again.status_code, len(asked)) == (304, 1), (path, asked)
    return gzip.decompress(answer.data).decode().strip()


def test_a_piece_that_is_held_is_found_again(client: FlaskClient, room: Room) -> None:
    asked = [room.path(tab) + moment for tab in room.framing.tabs for moment in MOMENTS]
    assert found_again(client, asked, PART) > 10


def test_every_shape_name_and_word_a_page_points_at_is_there_once(
    client: FlaskClient, room: Room
) -> None:
    shown: set[str] = set()
    room_url = room.framing.url_of(room.match).partition("/matches/")[0]
    for tab in room.framing.tabs:
        for moment in MOMENTS:
            page = client.get(room.path(tab) + moment).text
            ids = Counter(re.findall(r'\sid="([^"]+)"', page))
            assert [name for name, times in ids.items() if times > 1] == [], (tab, moment)
            here = re.findall(r'(?:href|popovertarget|for)="#?([\w-]+)"', page)
            named = re.findall(r'aria-(?:labelledby|describedby|controls)="([^"]+)"', page)
            asked = {*here, *(name for names in named for name in names.split())}
            assert asked <= ids.keys(), (tab, moment)
            words = set(re.findall(rf'href="{room_url}/method#([\w-]+)"', page))
            assert words <= room.terms.keys(), (tab, moment)
            shown |= words
    assert len(shown) > 20


def test_a_match_nobody_read_in_full_or_of_an_odd_mode_breaks_no_tab(
    client: FlaskClient, room: Room
) -> None:
    for match in room.odd:
        room.keep(match)
        for tab in room.framing.tabs:
            path = room.framing.url_of(match) + tab.path
            for moment in MOMENTS:
                whole = client.get(path + moment)
                assert whole.status_code == 200, path + moment
                assert f'id="{tab.part}"' in whole.text, path + moment
                assert not re.search(r">\s*(?:None|nan|inf)\s*<", whole.text), path + moment
            assert client.get(path, headers=PART).status_code == 200, path
            assert client.get(f"{path}.json").get_json()["tab"] == tab.part


def test_a_match_not_kept_has_a_next_step_on_every_tab(client: FlaskClient, room: Room) -> None:
    url = room.framing.url_of(room.unknown)
    for tab in room.framing.tabs:
        answer, piece = (client.get(url + tab.path, headers=kind) for kind in (WHOLE, PART))
        assert answer.status_code == 200
        assert f'action="{url}/analysis"' in answer.text
        assert 'content="noindex"' in answer.text
        assert piece.text.lstrip().startswith("<section")
        assert piece.text.strip() in answer.text
        assert client.get(f"{url}{tab.path}.json").status_code == 404


def test_another_moment_keeps_what_else_is_chosen(client: FlaskClient, room: Room) -> None:
    tab = next(one for one in room.framing.tabs if one.part == "economy")
    for query in ("?player=3", "?t=700&player=3"):
        page = client.get(room.path(tab) + query).text
        scrubber = page.partition('<form class="scrub"')[2].partition("</form>")[0]
        links = re.findall(r'href="([^"]+)"', scrubber)
        assert len(links) == 4
        assert all(one.endswith("&amp;player=3") for one in links)
        assert '<input type="hidden" name="player" value="3">' in scrubber
