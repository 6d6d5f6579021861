"""The lists of Data Dragon in their own shapes: champions, items, spells, runes, pictures."""

from collections.abc import Callable
from typing import Any

from webapp.simulator.riot.facts import (
    Champion,
    Item,
    RuneRow,
    champions,
    items,
    rune_rows,
    spells,
)

Body = dict[str, Any]
ICONS = 28
SELLS = 0.7
NOT_BOUGHT = frozenset({"trinket"})
RUNE_WORDS = {
    "en_US": ("Vow", "Echo", "Patience", "Reach"),
    "de_DE": ("Schwur", "Echo", "Geduld", "Griff"),
}


def champion_list(version: str, language: str) -> Body:
    """Give champion.json."""
    data = {one.wire_name: _champion(one, version, language) for one in champions().values()}
    return {"type": "champion", "format": "standAloneComplex", "version": version, "data": data}


def item_list(version: str, language: str) -> Body:
    """Give item.json."""
    data = {str(one.id): _item(one, language) for one in items().values()}
    return {"type": "item", "version": version, "data": data}


def spell_list(version: str, language: str) -> Body:
    """Give summoner.json."""
    data = {
        one.key: {
            "id": one.key,
            "key": str(one.id),
            "name": one.names[language],
            "description": "",
            "cooldown": [one.cooldown],
            "image": _image(f"{one.key}.png", "spell"),
        }
        for one in spells().values()
    }
    return {"type": "summoner", "version": version, "data": data}


def rune_list(version: str, language: str) -> list[Body]:
    """Give runesReforged.json."""
    del version
    styles = sorted({row.style for row in rune_rows()})
    return [
        _style([row for row in rune_rows() if row.style == style], language) for style in styles
    ]


def icon_list(version: str, language: str) -> Body:
    """Give profileicon.json."""
    del language
    data = {
        str(number): {"id": number, "image": _image(f"{number}.png", "profileicon")}
        for number in range(1, ICONS + 1)
    }
    return {"type": "profileicon", "version": version, "data": data}


def _champion(one: Champion, version: str, language: str) -> Body:
    return {
        "version": version,
        "id": one.wire_name,
        "key": str(one.id),
        "name": one.names[language],
        "title": one.titles[language],
        "blurb": "",
        "info": {"attack": 5, "defense": 5, "magic": 5, "difficulty": 5},
        "image": _image(f"{one.wire_name}.png", "champion"),
        "tags": list(one.tags),
        "partype": "Mana",
        "stats": {"hp": one.health, "hpperlevel": 105, "attackrange": one.range},
    }


def _item(one: Item, language: str) -> Body:
    into = [str(other.id) for other in items().values() if one.id in other.parts]
    return {
        "name": one.names[language],
        "description": "",
        "colloq": "",
        "plaintext": "",
        **({"from": [str(part) for part in one.parts]} if one.parts else {}),
        **({"into": into} if into else {}),
        "image": _image(f"{one.id}.png", "item"),
        "gold": {
            "base": one.cost - sum(items()[part].cost for part in one.parts),
            "purchasable": one.use != "quest",
            "total": one.cost,
            "sell": int(one.cost * SELLS),
        },
        "tags": list(one.tags),
        "maps": {"11": True, "12": one.use not in NOT_BOUGHT, "30": False},
        "stats": {},
        **({"depth": 3 if one.cost > 2_000 else 2} if one.parts else {}),  # noqa: PLR2004
    }


def _style(rows: list[RuneRow], language: str) -> Body:
    first = rows[0]
    name = first.style_names[language]
    slots = [{"runes": [_rune(row, rune, language) for rune in row.ids]} for row in rows]
    return {
        "id": first.style,
        "key": first.style_names["en_US"],
        "icon": f"perk-images/Styles/{first.style}.png",
        "name": name,
        "slots": slots,
    }


def _rune(row: RuneRow, rune: int, language: str) -> Body:
    word = RUNE_WORDS[language][row.slot]
    number = row.ids.index(rune) + 1
    return {
        "id": rune,
        "key": f"Rune{rune}",
        "icon": f"perk-images/Styles/{rune}.png",
        "name": f"{row.style_names[language]}: {word} {number}",
        "shortDesc": "",
        "longDesc": "",
    }


def _image(full: str, group: str) -> Body:
    return {
        "full": full,
        "sprite": f"{group}0.png",
        "group": group,
        "x": 0,
        "y": 0,
        "w": 48,
        "h": 48,
    }


LISTS: dict[str, Callable[[str, str], object]] = {
    "champion": champion_list,
    "item": item_list,
    "summoner": spell_list,
    "runesReforged": rune_list,
    "profileicon": icon_list,
}
