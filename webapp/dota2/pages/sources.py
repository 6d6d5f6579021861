"""What a match's pages are made of, read once a page: row, slices, names of heroes and items.

What players call themselves stands in the scoreboard itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.models import Dota2Match
from webapp.dota2.store.catalogue import load_catalogue
from webapp.dota2.store.matches import SHELF
from webapp.matchroom import sources

Sources: TypeAlias = sources.Sources[Dota2Match, Catalogue]


def _people(_slices: Mapping[str, Any]) -> dict[int, str]:
    return {}


_held: sources.HeldSources[Dota2Match, int, Catalogue] = sources.HeldSources(
    SHELF, load_catalogue, _people
)
load_sources, shown_of = _held.load, _held.shown_of
