"""Real matches as OpenDota tells them, and as we do; absent data skips the test."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from tests.conftest import shared_data
from webapp.dota2.domain.analysis import Analysis, analyse
from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.domain.catalogue_bodies import RESOURCES
from webapp.dota2.domain.catalogue_parsing import parse_catalogue
from webapp.dota2.domain.parse import parse_match
from webapp.dota2.domain.records import Match

NAMES = ("1781962623", "2472899185", "2890465108", "7490235544_merged")


class Told:
    """One real match: as OpenDota tells it, and as we do."""

    def __init__(self, name: str) -> None:
        self.name = name
        body = (shared_data() / "dota2" / "matches" / f"{name}.json").read_bytes()
        self.given: dict[str, Any] = json.loads(body)
        self.match: Match = parse_match(body)
        self.ours: Analysis = analyse(self.match)

    def players(self, field: str) -> Iterator[tuple[int, Any]]:
        """Give a figure of every player who has it, by slot."""
        for slot, player in enumerate(self.given["players"]):
            if player.get(field) is not None:
                yield slot, player[field]


@cache
def told(name: str) -> Told:
    return Told(name)


@cache
def real_names() -> Catalogue:
    """Give the names of the shared lists."""
    lists = {name: shared_data() / "dota2" / "constants" / f"{name}.json" for name in RESOURCES}
    bodies = {name: path.read_bytes() for name, path in lists.items() if path.exists()}
    return parse_catalogue("", bodies, {}, None)
