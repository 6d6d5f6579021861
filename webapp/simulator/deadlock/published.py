"""Published builds in the shape of the builds API: one a hero, in two versions, always the same.

Nobody wrote them; their lists name real items and the hero's own abilities.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.facts import Hero, Item, heroes, items
from webapp.simulator.replies import Reply, error_reply, json_reply

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webapp.simulator.deadlock.cast import Person
    from webapp.simulator.deadlock.players import Query

FIRST_ID = 100_000
VERSIONS = ((1, 1_700_000_000), (2, 1_760_000_000))
"""Version and the second it was last changed."""
HOUR_S = 3_600
_OPTIONAL = "If needed"
_LISTS = (("Lane", 1, 5), ("Then", 2, 6), ("Core", 3, 5), ("Late", 4, 4), (_OPTIONAL, 3, 4))
_KINDS = {"marksman": "weapon", "mystic": "spirit", "brawler": "vitality"}
_SKILLS = (0, 1, 1, 2, 3, 1, 3, 1, 0, 3, 2, 0, 2, 3, 0, 2)


def build_id_of(hero_id: int) -> int:
    """Give the id of a hero's build."""
    return FIRST_ID + hero_id


def followers(people: Sequence[Person]) -> Sequence[Person]:
    """Give those who began the match with their hero's build."""
    return people[::2]


def wishes_of(hero: Hero) -> tuple[Item, ...]:
    """Give the items of a hero's build in order, those for emergencies left out."""
    return tuple(one for name, picked in _lists(hero, 1) if name != _OPTIONAL for one in picked)


def tell_builds(*, query: Query, base_url: str) -> Reply:
    """GET /v1/builds, as far as one build is asked for; without an id, the first of all."""
    del base_url
    wanted = _number(query, "build_id")
    before = _number(query, "max_unix_timestamp")
    limit = _number(query, "limit")
    if -1 in {wanted, before, limit}:
        return error_reply(400, "Provided parameters are invalid")
    rows = [
        _told(hero, version, changed)
        for hero in heroes()
        for version, changed in VERSIONS
        if wanted in {None, build_id_of(hero.id)} and (before is None or changed <= before)
    ]
    if query.get("sort_direction", ["desc"])[0] == "desc":
        rows.reverse()
    return json_reply(rows[: 100 if limit is None else limit], max_age_s=HOUR_S)


def _number(query: Query, name: str) -> int | None:
    text = query.get(name, [""])[0]
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() else -1


def _told(hero: Hero, version: int, changed: int) -> dict[str, Any]:
    rng = stream(hero.id, version, "favourites")
    lists = [_list(name, picked) for name, picked in _lists(hero, version)]
    changes = [
        {"ability_id": hero.spells[spot].id, "currency_type": 2, "delta": -1, "annotation": None}
        for spot in _SKILLS
    ]
    return {
        "hero_build": {
            "hero_build_id": build_id_of(hero.id),
            "hero_id": hero.id,
            "author_account_id": 900_000_000 + hero.id,
            "name": f"{hero.name}, as the simulator plays",
            "description": None,
            "language": 0,
            "version": version,
            "origin_build_id": 0,
            "tags": [],
            "last_updated_timestamp": changed,
            "publish_timestamp": changed,
            "development_build": False,
            "details": {"mod_categories": lists, "ability_order": {"currency_changes": changes}},
        },
        "num_favorites": int(rng.integers(5, 9000)),
        "num_weekly_favorites": int(rng.integers(0, 90)),
        "num_ignores": 0,
        "num_reports": 0,
        "rollup_category": None,
    }


def _lists(hero: Hero, version: int) -> list[tuple[str, list[Item]]]:
    """Choose the lists' items: mostly what suits the hero, each item once."""
    rng = stream(hero.id, version, "published build")
    kind = _KINDS.get(hero.kind, "weapon")
    chosen: set[int] = set()
    found = []
    for name, tier, count in _LISTS:
        fitting = [one for one in items() if one.tier == tier and one.id not in chosen]
        fitting.sort(key=lambda one: (one.slot != kind, one.id))
        picked = [fitting[spot] for spot in rng.permutation(min(len(fitting), 3 * count))[:count]]
        chosen |= {one.id for one in picked}
        found.append((name, picked))
    return found


def _list(name: str, picked: list[Item]) -> dict[str, Any]:
    return {
        "name": name,
        "description": None,
        "width": 400.0,
        "height": 150.0,
        "optional": name == _OPTIONAL,
        "mods": [
            {
                "ability_id": one.id,
                "annotation": None,
                "required_flex_slots": None,
                "sell_priority": None,
                "imbue_target_ability_id": None,
            }
            for one in picked
        ],
    }
