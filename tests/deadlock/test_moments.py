"""Another moment of a match: what moves, what stays, and what is not drawn twice."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.deadlock.kept import MATCH, PART, PATH, keep, queries
from webapp.deadlock.pages.frame import FRAME_SLICES
from webapp.deadlock.pages.sources import load_sources, shown_of
from webapp.matchroom.moment import Moment
from webapp.matchroom.sources import MovedOn

OTHER = f"/deadlock/matches/{MATCH + 1}"


@pytest.fixture(autouse=True)
def two_matches(app: object) -> None:
    assert app
    keep()
    keep(MATCH + 1, "short")


def names_of(client: FlaskClient, *paths: str) -> set[str]:
    return {client.get(path, headers=PART).headers["ETag"] for path in paths}


def test_a_part_without_a_moment_is_one_answer_for_all_of_them(client: FlaskClient) -> None:
    assert len(names_of(client, PATH, f"{PATH}?t=5", f"{PATH}?from=1&to=9&sort=nonsense")) == 1
    assert len(names_of(client, f"{PATH}/data", f"{PATH}/data?t=5")) == 1
    with queries() as asked:
        assert client.get(f"{PATH}?t=77", headers=PART).status_code == 200
    assert len(asked) == 1


def test_a_part_that_shows_its_order_or_moment_has_its_own_answer(client: FlaskClient) -> None:
    assert len(names_of(client, f"{PATH}?t=5", f"{PATH}?sort=kills", f"{OTHER}?t=5")) == 3
    assert len(names_of(client, f"{PATH}/map?t=5", f"{PATH}/map?t=6")) == 2


def test_another_moment_moves_the_cursor_and_the_steps_alone(client: FlaskClient) -> None:
    first, second = (client.get(f"{PATH}?t={t}").text.splitlines() for t in (60, 61))
    changed = [(one, two) for one, two in zip(first, second, strict=True) if one != two]
    assert 0 < len(changed) <= 8
    assert all(re.search(r"cursor|scrub|step|t=|id=\"t\"", two) for _, two in changed), changed


def test_a_span_goes_away_with_its_address(client: FlaskClient) -> None:
    assert "span-words" in client.get(f"{PATH}?from=60&to=120").text
    assert "span-words" not in client.get(f"{PATH}?t=60").text


def test_one_match_never_shows_anothers_pieces(client: FlaskClient) -> None:
    for _ in range(2):
        assert OTHER not in client.get(f"{PATH}?t=5").text
        assert f'"{PATH}' not in client.get(f"{OTHER}?t=5").text


def test_a_match_is_read_once_for_all_its_moments(app: object) -> None:
    assert app
    shown = shown_of(MATCH)
    assert shown
    version = shown.version
    read = [load_sources(MATCH, *FRAME_SLICES, version=version) for _ in range(2)]
    assert read[0] is read[1]


def test_a_match_is_not_read_under_a_version_it_does_not_have(app: object) -> None:
    assert app
    for _ in range(2):
        with pytest.raises(MovedOn):
            load_sources(MATCH, *FRAME_SLICES, version="older|none")


def test_a_version_never_comes_back() -> None:
    before = shown_of(MATCH)
    keep()
    assert shown_of(MATCH) != before


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (Moment(700), Moment(600)),
        (Moment(600, (590, 700)), Moment(600, (590, 600))),
        (Moment(None, (600, 700)), Moment()),
        (Moment(3, (5, 9)), Moment(3, (5, 9))),
        (Moment(), Moment()),
    ],
)
def test_what_lies_beyond_the_end_is_brought_into_the_match(chosen: Moment, shown: Moment) -> None:
    assert chosen.within(600) == shown
