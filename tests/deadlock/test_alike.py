"""Tabs at a chosen moment: held panels say what a drawing for that very moment would say."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.deadlock.kept import MATCH, PART, PATH, keep, keep_body, queries
from tests.pieces import found_again
from webapp.core.bounded import Bounded
from webapp.core.db import db, utc_now
from webapp.core.forms import Form, form_of
from webapp.deadlock.domain.benchmarks import Benchmarks
from webapp.deadlock.pages.frame import SUB_PAGES, TABS
from webapp.deadlock.store.benchmarks import place_benchmarks, save_benchmarks
from webapp.matchroom import panels
from webapp.matchroom.answering import MatchPages

PAGES = tuple(path for _, _, path in (*TABS, *SUB_PAGES))
MOST_QUERIES = 6
CHOICES = ("", "&player=3", "&player=nobody", "&follow=3&trail=0&heat=a")
KINDS: tuple[dict[str, str], ...] = ({}, PART)


class Noting(Bounded[Any, Any]):
    """Forms that are held, and the names under which any ever were."""

    def __init__(self) -> None:
        super().__init__(panels.FORMS_BYTES, lambda held: held.size)
        self.names: list[object] = []

    def put(self, key: Any, value: Any) -> None:
        """Hold a form, and note its name."""
        self.names.append(key)
        super().put(key, value)


@pytest.fixture(autouse=True)
def forms(monkeypatch: pytest.MonkeyPatch) -> Noting:
    """Begin with nothing held."""
    nothing = Noting()
    monkeypatch.setattr(panels, "_forms", nothing)
    return nothing


def moments(seed: str) -> Iterator[str]:
    """Give seconds before, in and after a match, and spans of it."""
    chance = random.Random(seed)
    yield from ("t=0", "t=180", "t=181", "t=540", "t=86400", "from=0&to=540", "from=540&to=1080")
    yield "t=700&from=600&to=900"
    for _ in range(5):
        first, last = sorted(chance.sample(range(2400), 2))
        yield f"t={first}"
        yield f"from={first}&to={last}"


def told(client: FlaskClient, address: str) -> list[str]:
    return [client.get(address, headers=headers).text for headers in KINDS]


def same(client: FlaskClient, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare every answer with one drawn anew; twice, so that forms made before are filled."""
    asked = [
        f"{path}?{when}{choice}"
        for number, when in enumerate(moments(path))
        for choice in CHOICES[number % 2 :: 2]
    ]
    for address in [*asked, *asked[::4]]:
        held = told(client, address)
        with monkeypatch.context() as drawn_anew:
            drawn_anew.setattr(MatchPages, "_drawn", lambda *_, **__: None)
            assert held == told(client, address), address


@pytest.mark.parametrize("page", PAGES)
def test_a_held_panel_says_what_a_new_one_would(
    client: FlaskClient, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep()
    same(client, PATH + page, monkeypatch)


@pytest.mark.parametrize("page", PAGES)
def test_a_real_match_is_told_the_same_from_what_is_held(
    client: FlaskClient, shared_data: Path, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = (shared_data / "deadlock" / "metadata" / "m54331746.json").read_bytes()
    same(client, f"/deadlock/matches/{keep_body(body)}{page}", monkeypatch)


@pytest.mark.parametrize("page", PAGES)
def test_a_panel_is_the_same_whatever_was_asked_before(client: FlaskClient, page: str) -> None:
    keep()
    keep(MATCH + 1)
    path, other = f"{PATH}{page}", f"/deadlock/matches/{MATCH + 1}{page}"
    asked = [f"{one}?{when}" for one in (path, other) for when in ("t=1003", "t=1007")]
    first = {address: told(client, address) for address in asked}
    for address in reversed(asked):
        whole, part = told(client, address)
        assert [whole, part] == first[address]
        assert part.strip() in whole
        for elsewhere in {f"matches/{MATCH}", f"matches/{MATCH + 1}"} - {address[10:22]}:
            assert elsewhere not in whole + part


@pytest.mark.parametrize("when", ["", "?t=700", "?from=300&to=900"])
@pytest.mark.parametrize("page", PAGES)
def test_a_tab_costs_few_questions_in_a_new_process(
    client: FlaskClient, page: str, when: str
) -> None:
    keep()
    for headers in KINDS:
        with queries() as asked:
            assert client.get(PATH + page + when, headers=headers).status_code == 200
        assert len(asked) <= MOST_QUERIES, asked


def test_a_piece_that_is_held_is_found_again(client: FlaskClient) -> None:
    keep()
    asked = [f"{PATH}{page}?{when}" for page in PAGES for when in ("", "t=700&player=3")]
    assert found_again(client, asked, PART) > 20


def test_what_new_numbers_are_drawn_in_takes_the_place_of_the_old(
    client: FlaskClient, forms: Noting
) -> None:
    keep()
    for matches in (40, 60, 80):
        made = Benchmarks(version=str(matches), computed_at=utc_now(), matches=matches)
        save_benchmarks(made, place_benchmarks(made))
        db.session.commit()
        told(client, f"{PATH}/performance?t=700")
    panel_and_around = 2
    assert len(forms.names) == 3 * panel_and_around
    assert len(set(forms.names)) == panel_and_around


@pytest.mark.parametrize("page", PAGES)
def test_moments_of_one_sample_are_drawn_once(
    client: FlaskClient, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep()
    drawn: list[str] = []

    def counted(text: str) -> Form:
        drawn.append(text)
        return form_of(text)

    monkeypatch.setattr(panels, "form_of", counted)
    for second in (1, 2, 1, 2):
        told(client, f"{PATH}{page}?t={second}")
    assert len(drawn) <= 2, "the panel, and the page around it"
