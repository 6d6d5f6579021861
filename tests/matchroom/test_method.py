"""The page of each game that defines every figure, and the links into it."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from html.parser import HTMLParser
from types import ModuleType

import pytest
from flask.testing import FlaskClient

from tests.conftest import ROOT
from webapp.deadlock.domain import terms as deadlock
from webapp.dota2.domain import terms as dota2
from webapp.lol.domain import terms as lol
from webapp.matchplay.terms import Group, Term

GAMES = {"deadlock": deadlock, "dota2": dota2, "lol": lol}
each_game = pytest.mark.parametrize("game", GAMES)


class Anchors(HTMLParser):
    """Gathers every id of a page, each time it stands there."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one tag's id."""
        del tag
        self.ids += [value for name, value in attrs if name == "id" and value]


def files_of(game: str) -> list[ModuleType]:
    """Give the files that define a game's terms."""
    package = GAMES[game]
    names = [one.name for one in pkgutil.iter_modules(package.__path__)]
    return [importlib.import_module(f"{package.__name__}.{name}") for name in names]


def defined_in(module: ModuleType) -> set[Term]:
    """Give the terms a file holds, however it holds them."""
    held = [getattr(module, name) for name in dir(module)]
    groups = [term for one in held if isinstance(one, Group) for term in one.terms]
    return {*groups, *(one for one in held if isinstance(one, Term))}


@each_game
def test_every_figure_is_defined_once(game: str) -> None:
    """Two terms of one key would hide one of them, on the page and in the anchors."""
    groups = GAMES[game].GROUPS
    keys = [term.key for group in groups for term in group.terms]
    assert sorted(set(keys)) == sorted(keys)
    assert len({group.key for group in groups}) == len(groups)
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in (*keys, *(one.key for one in groups)))


@each_game
def test_no_two_figures_go_by_one_word(game: str) -> None:
    """Whoever reads the page must tell two figures apart by their names."""
    words = Counter(term.word.casefold() for term in GAMES[game].TERMS.values())
    assert [word for word, times in words.items() if times > 1] == []


@each_game
def test_every_file_of_terms_is_on_the_page(game: str) -> None:
    shown = {term for group in GAMES[game].GROUPS for term in group.terms}
    defined = {term for module in files_of(game) for term in defined_in(module)}
    assert len(defined) > 20
    assert {term.key for term in defined - shown} == set()
    assert {term.METHOD for term in defined} == {f"/{game}/method"}


@each_game
@pytest.mark.usefixtures("app")
def test_the_page_shows_every_term_at_its_own_anchor(client: FlaskClient, game: str) -> None:
    """A word on any page leads to its own line, and to nothing else of that name."""
    ids = Anchors(client.get(f"/{game}/method").text).ids
    assert sorted(set(ids)) == sorted(ids)
    parts = {f"part-{group.key}" for group in GAMES[game].GROUPS}
    assert GAMES[game].TERMS.keys() | parts <= set(ids)


@each_game
def test_every_link_written_out_has_an_anchor(game: str) -> None:
    """No template and no sentence points at a term that is not there."""
    files = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "webapp" / game).rglob("*.py")]
    link = re.compile(rf"/{game}/method#([a-z0-9-]+)")
    asked = {key for file in files for key in link.findall(file.read_text())}
    assert asked <= GAMES[game].TERMS.keys()


@each_game
@pytest.mark.usefixtures("app")
def test_the_page_is_json_too(client: FlaskClient, game: str) -> None:
    """Programs read the same definitions."""
    groups = client.get(f"/{game}/method.json").get_json()["groups"]
    assert [group["key"] for group in groups] == [group.key for group in GAMES[game].GROUPS]
