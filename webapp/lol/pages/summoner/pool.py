"""Champions somebody plays, each with its share won and averages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.domain.played import Played
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.domain.summoner.sums import pool_of
from webapp.matchplay.shares import Share


@dataclass(frozen=True, slots=True)
class ChampionLine:
    """How somebody does on one champion; `ratio` is kills and assists for each death."""

    champion_id: int
    champion: str
    letters: str
    portrait: str | None
    games: int
    share: Share
    ratio: float | None
    cs_per_minute: float | None
    damage_per_minute: int | None
    url: str
    champion_url: str


def champion_lines(
    chosen: Sequence[Played], names: Catalogue, wanted: Filter, most: int
) -> tuple[ChampionLine, ...]:
    """Give the champions played most, most often first."""
    found = []
    for one in pool_of(chosen)[:most]:
        champion, mean = names.champion(one.champion_id, one.champion_name), one.averages
        damage = mean.damage_per_minute
        found.append(
            ChampionLine(
                champion_id=one.champion_id,
                champion=champion.name,
                letters=champion.letters,
                portrait=champion.portrait,
                games=one.games,
                share=one.share,
                ratio=_rounded(mean.ratio),
                cs_per_minute=_rounded(mean.cs_per_minute),
                damage_per_minute=None if damage is None else round(damage),
                url=wanted.url(champion=one.champion_id),
                champion_url=f"/lol/champions/{one.champion_id}",
            )
        )
    return tuple(found)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
