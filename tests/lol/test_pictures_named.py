"""Which pictures the names have: those shown most often first, and only plain paths."""

from __future__ import annotations

import json

import pytest

from tests.conftest import shared_data
from webapp.lol.domain.catalogue_parse import parse_catalogue
from webapp.lol.domain.catalogue_pictures import picture_paths


def _bodies(**lists: object) -> dict[str, bytes]:
    return {name: json.dumps(told).encode() for name, told in lists.items()}


def _pictured(*names: str, **fields: object) -> dict[str, object]:
    return {"data": {name: {"image": {"full": name}, **fields} for name in names}}


def test_champions_come_first_and_items_of_the_rift_before_others() -> None:
    items = {
        "data": {
            "1": {"image": {"full": "arena.png"}, "maps": {"11": False}},
            "2": {"image": {"full": "rift.png"}, "maps": {"11": True}},
        }
    }
    runes = [{"icon": "perk-images/a.png", "slots": [{"runes": [{"icon": "perk-images/b.png"}]}]}]
    bodies = _bodies(
        items=items, champions=_pictured("Ahri.png"), spells=_pictured("Flash.png"), runes=runes
    )
    assert picture_paths(bodies) == [
        "champion/Ahri.png",
        "spell/Flash.png",
        "perk-images/a.png",
        "perk-images/b.png",
        "item/rift.png",
        "item/arena.png",
    ]


@pytest.mark.parametrize(
    "name", ["../../secret.png", "a.svg", "a b.png", "", "a.png?x=1", "/a.png", "a\n.png"]
)
def test_what_is_no_plain_path_is_never_asked_for(name: str) -> None:
    assert picture_paths(_bodies(champions=_pictured(name))) == []


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"<html>", b"[[[[", b'{"data":[1]}', b"null"])
def test_lists_in_a_new_form_have_no_pictures(body: bytes) -> None:
    lists = dict.fromkeys(("champions", "items", "spells", "runes"), body)
    assert picture_paths(lists) == []


def test_every_picture_of_the_real_lists_is_shown_where_its_name_is() -> None:
    folder = shared_data() / "lol/ddragon/15.22.1-en_US"
    bodies = {
        "champions": (folder / "champion.json").read_bytes(),
        "runes": (folder / "runesReforged.json").read_bytes(),
    }
    paths = picture_paths(bodies)
    names = parse_catalogue("15.22.1", bodies, {path: f"/{path}" for path in paths}, None)
    shown = [one.portrait for one in names.champions.values()]
    shown += [one.icon for one in names.runes.values()]
    assert all(shown)
    assert {f"/{path}" for path in paths} == set(shown)
