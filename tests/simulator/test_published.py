"""Published builds: one a hero, in two versions, in the shape of the builds API."""

from __future__ import annotations

import json
from typing import Any

from webapp.simulator.deadlock.facts import heroes, items
from webapp.simulator.deadlock.published import build_id_of, tell_builds, wishes_of

HERO = heroes()[0]


def asked(**query: str) -> list[dict[str, Any]]:
    reply = tell_builds(query={name: [value] for name, value in query.items()}, base_url="")
    assert reply.status == 200
    found: list[dict[str, Any]] = json.loads(reply.body)
    return found


def test_a_build_is_given_newest_first_or_as_it_was_before_a_day() -> None:
    build = str(build_id_of(HERO.id))
    newest, oldest = asked(build_id=build)
    assert (newest["hero_build"]["version"], oldest["hero_build"]["version"]) == (2, 1)
    (then,) = asked(build_id=build, max_unix_timestamp="1750000000", limit="1")
    assert then == oldest
    assert asked(build_id=build, max_unix_timestamp="1") == []
    assert asked(build_id="7") == []
    assert tell_builds(query={"build_id": ["x"]}, base_url="").status == 400


def test_a_build_names_real_items_once_and_the_heros_own_abilities() -> None:
    (build, *_) = asked(build_id=str(build_id_of(HERO.id)))
    details = build["hero_build"]["details"]
    named = [mod["ability_id"] for one in details["mod_categories"] for mod in one["mods"]]
    assert len(set(named)) == len(named)
    assert set(named) <= {item.id for item in items()}
    steps = {one["ability_id"] for one in details["ability_order"]["currency_changes"]}
    assert steps == {spell.id for spell in HERO.spells}


def test_what_players_wish_for_is_what_their_build_lists() -> None:
    oldest = asked(build_id=str(build_id_of(HERO.id)))[-1]
    lists = oldest["hero_build"]["details"]["mod_categories"]
    core = [mod["ability_id"] for one in lists if not one["optional"] for mod in one["mods"]]
    assert [item.id for item in wishes_of(HERO)] == core
