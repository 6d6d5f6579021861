"""Which pictures the names have: heroes first, then items with a price, and only plain paths."""

from __future__ import annotations

import json

import pytest

from tests.conftest import shared_data
from webapp.dota2.domain.catalogue_parsing import parse_catalogue, picture_urls

HERE = "/apps/dota2/images/dota_react"


def bodies(**items: str) -> dict[str, bytes]:
    """Give names of one hero and of items with these pictures; one called "rock" costs nothing."""
    told = {
        key: {"id": number, "img": path, "cost": None if key == "rock" else 50}
        for number, (key, path) in enumerate(items.items(), start=1)
    }
    axe = {
        "id": 2,
        "name": "npc_dota_hero_axe",
        "localized_name": "Axe",
        "icon": f"{HERE}/axe.png?",
    }
    return {"heroes": json.dumps({"2": axe}).encode(), "items": json.dumps(told).encode()}


def test_what_is_bought_comes_before_what_is_found_and_recipes_never() -> None:
    rock, blink = f"{HERE}/items/rock.png?t=1", f"{HERE}/items/blink.png?t=1593393829403"
    told = bodies(rock=rock, blink=blink, recipe_blink=f"{HERE}/items/recipe.png")
    assert picture_urls(told) == [f"{HERE}/axe.png?", blink, rock]
    names = parse_catalogue("", told, {blink: "dota2/art/aa.png"}, None)
    assert names.item_called("blink").icon == "/dota2/art/aa.png"
    assert names.item_called("rock").icon is None


@pytest.mark.parametrize(
    "path",
    [
        "https://elsewhere.example/blink.png",
        f"{HERE}/../../secret.png",
        f"{HERE}/items/blink.svg",
        f"{HERE}/items/blink.png?t=1&u=//elsewhere.example",
        f"//elsewhere.example{HERE}/items/blink.png",
        "",
    ],
)
def test_what_is_no_plain_path_is_never_asked_for(path: str) -> None:
    assert picture_urls(bodies(blink=path)) == [f"{HERE}/axe.png?"]


def test_every_picture_of_the_real_lists_can_be_asked_for() -> None:
    folder = shared_data() / "dota2" / "constants"
    if not folder.is_dir():
        pytest.skip("the real lists are not here")
    told = {name: (folder / f"{name}.json").read_bytes() for name in ("heroes", "items")}
    heroes, items = (json.loads(told[name]) for name in ("heroes", "items"))
    shown = [one for key, one in items.items() if not key.startswith("recipe_")]
    assert len(picture_urls(told)) == len(heroes) + len({one["img"] for one in shown})
