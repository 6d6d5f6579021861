"""Champions, items and runes are named by the numbers of a match; unknown ones stay in words."""

import json

import pytest

from tests.conftest import shared_data
from tests.lol.real import real_matches
from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.domain.catalogue_parse import parse_catalogue

CHAMPIONS = json.dumps(
    {
        "data": {
            "Fiddlesticks": {"id": "Fiddlesticks", "key": "9", "name": "Fiddlesticks"},
            "Broken": {"id": 5},
        }
    }
).encode()


def _items(**fields: object) -> dict[str, object]:
    return {
        "name": "A thing",
        "maps": {"11": True},
        "tags": [],
        "into": None,
        "gold": {"total": 2800, "base": 900, "sell": 1960, "purchasable": True},
        **fields,
    }


def test_champions_are_joined_by_number_whatever_the_capitals_of_the_name() -> None:
    names = parse_catalogue("1", {"champions": CHAMPIONS}, {}, None)
    assert names.champion(9, "FiddleSticks").name == "Fiddlesticks"
    assert names.champion(3009, "Strawberry_FiddleSticks").name == "Fiddlesticks"
    assert len(names.champions) == 1


def test_what_is_not_known_stays_in_words() -> None:
    names = Catalogue("none")
    assert names.champion(9999).name == "Champion 9999"
    assert names.champion(9999, "Newcomer").letters == "Ne"
    assert (names.item(7).name, names.spell(7).name) == ("Item 7", "Spell 7")
    assert (names.rune(7).name, names.rune(5008).name) == ("Rune 7", "Adaptive force")


def test_a_body_that_is_no_json_leaves_the_rest() -> None:
    names = parse_catalogue("1", {"champions": CHAMPIONS, "items": b"<html>"}, {}, None)
    assert names.champions
    assert names.items == {}


@pytest.mark.parametrize("kind", ["champions", "items", "spells", "runes"])
@pytest.mark.parametrize(
    "body", [b'{"data":{"\x80":{}}}', b'{"data":{"1":{"name":"\x80"}}}', b'[{"id":1,"key":"\x80"}]']
)
def test_names_that_are_no_utf_8_leave_the_rest(kind: str, body: bytes) -> None:
    names = parse_catalogue("1", {"champions": CHAMPIONS, kind: body}, {}, None)
    assert bool(names.champions) == (kind != "champions")


def test_a_legendary_item_is_finished_bought_on_the_rift_and_no_boot() -> None:
    data = {
        "1": _items(),
        "2": _items(into=["1"]),
        "3": _items(tags=["Boots"]),
        "4": _items(maps={"11": False, "12": True}),
        "5": _items(gold={"total": 2800, "purchasable": False}),
        "226653": _items(),
    }
    names = parse_catalogue("1", {"items": json.dumps({"data": data}).encode()}, {}, None)
    assert [one.item_id for one in names.items.values() if one.legendary] == [1]


def test_the_real_item_list_has_as_many_legendary_items_as_counted_by_hand() -> None:
    body = (shared_data() / "lol/ddragon/16.4.1-ko_KR/item.json").read_bytes()
    names = parse_catalogue("16.4.1", {"items": body}, {}, None, "ko_KR")
    legendary = {one.item_id for one in names.items.values() if one.legendary}
    assert len(legendary) == 107
    assert not legendary & {3076, 3145, 3802}, "bramble vest, alternator, lost chapter are parts"


def test_every_champion_and_rune_of_the_real_matches_has_a_name() -> None:
    folder = shared_data() / "lol/ddragon/15.22.1-en_US"
    bodies = {
        "champions": (folder / "champion.json").read_bytes(),
        "runes": (folder / "runesReforged.json").read_bytes(),
    }
    names = parse_catalogue("15.22.1", bodies, {}, None)
    for match in real_matches().values():
        for player in match.players:
            assert "Champion " not in names.champion(player.champion_id, player.champion_name).name
            if match.patch >= "14" and player.runes and player.runes.keystone:
                assert names.rune(player.runes.keystone).keystone
