"""Champions by their numbers."""

from __future__ import annotations

import msgspec

from webapp.core.settings import current_settings
from webapp.lol.domain.catalogue import Catalogue, Champion
from webapp.lol.domain.catalogue_pictures import champion_path
from webapp.lol.store.catalogue import load_catalogue


class ChampionBody(msgspec.Struct):
    """A champion of the catalogue.

    `image_url` is Data Dragon's own address, for other sites are not shown our copies; null
    while the names are samples.
    """

    champ_id: int
    name: str
    nickname: str
    image_url: str | None


def champion_bodies() -> list[ChampionBody]:
    """Tell every champion by name."""
    known = load_catalogue()
    champions = sorted(known.champions.values(), key=lambda one: one.name)
    return [_champion(known, one) for one in champions]


def champion_body(champion_id: int) -> ChampionBody | None:
    """Tell one champion; None for a number no champion has."""
    known = load_catalogue()
    found = known.champions.get(champion_id)
    return _champion(known, found) if found else None


def _champion(known: Catalogue, one: Champion) -> ChampionBody:
    path = champion_path(known.game, one.engine_name)
    image_url = current_settings().ddragon_url + path if path else None
    return ChampionBody(one.champion_id, one.name, one.title, image_url)
