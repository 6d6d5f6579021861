"""What a match's pages are made of, read once a page: row, slices, names of champions and items."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.models import LolMatch
from webapp.lol.store.catalogue import load_catalogue
from webapp.lol.store.matches import SHELF
from webapp.matchroom import sources

Sources: TypeAlias = sources.Sources[LolMatch, Catalogue]


def _people(_slices: Mapping[str, Any]) -> dict[Any, str]:
    """Name nobody: the body of a match has everybody's name."""
    return {}


_held = sources.HeldSources(SHELF, load_catalogue, _people)
load_sources, shown_of = _held.load, _held.shown_of
