"""Champions over the matches kept here: the catalogue, and one champion."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.domain.played import Played
from webapp.lol.domain.summoner.narrowing import ROLES, Filter
from webapp.lol.domain.summoner.sums import Averages, averages_of
from webapp.lol.pages.summoner.filtering import FilterView, filter_view, newest_first
from webapp.lol.pages.summoner.lines import GameLine, game_lines
from webapp.lol.store import games
from webapp.lol.store.catalogue import load_catalogue
from webapp.matchplay.players import share_won
from webapp.matchplay.players.narrowing import narrow
from webapp.matchplay.shares import Share, share_of

NEWEST: Final = 25


@dataclass(frozen=True, slots=True)
class ChampionEntry:
    """One champion of the catalogue, and how games on it here ended."""

    champion_id: int
    name: str
    title: str
    letters: str
    portrait: str | None
    tags: str
    share: Share
    url: str


@dataclass(frozen=True, slots=True)
class CatalogueChampions:
    """Every champion there is; `version` is the game's, "none" before any was fetched."""

    version: str
    champions: tuple[ChampionEntry, ...]
    games: int


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A champion in one role, or on one patch."""

    word: str
    games: int
    share: Share
    averages: Averages
    url: str


@dataclass(frozen=True, slots=True)
class ChampionPage:
    """One champion over the games kept here."""

    champion_id: int
    name: str
    title: str
    letters: str
    portrait: str | None
    tags: str
    total: int
    share: Share
    averages: Averages
    roles: tuple[RoleLine, ...]
    patches: tuple[RoleLine, ...]
    lines: tuple[GameLine, ...]
    filter: FilterView


def champions_catalogue() -> CatalogueChampions:
    """Give every champion, those of the newest set and any other somebody played here."""
    names = load_catalogue()
    counted = {champion: (wins, n) for champion, n, wins in games.champion_counts()}
    ids = sorted(set(names.champions) | set(counted))
    entries = [_entry(one, names, share_of(*counted.get(one, (0, 0)))) for one in ids]
    entries.sort(key=lambda entry: entry.name)
    return CatalogueChampions(names.game, tuple(entries), sum(entry.share.n for entry in entries))


def champion_page(
    champion_id: int, wanted: Filter, *, but: uuid.UUID | None = None
) -> ChampionPage | None:
    """Give one champion, one account's games left out; None for one there is not."""
    names, played = load_catalogue(), games.games_on(champion_id, but=but)
    if champion_id not in names.champions and not played:
        return None
    chosen = narrow(played, wanted)
    champion = names.champion(champion_id, played[0].champion_name if played else None)
    return ChampionPage(
        champion_id=champion_id,
        name=champion.name,
        title=champion.title,
        letters=champion.letters,
        portrait=champion.portrait,
        tags=", ".join(champion.tags),
        total=len(chosen),
        share=share_won(chosen),
        averages=averages_of(chosen),
        roles=_by(chosen, "role", wanted),
        patches=_by(chosen, "patch", wanted),
        lines=game_lines(chosen[:NEWEST], names),
        filter=filter_view(played, names, wanted, f"/lol/champions/{champion_id}"),
    )


def _by(chosen: Sequence[Played], what: str, wanted: Filter) -> tuple[RoleLine, ...]:
    groups: dict[str, list[Played]] = defaultdict(list)
    for one in chosen:
        if word := getattr(one, what):
            groups[word].append(one)
    known = [role for role in ROLES if role in groups] if what == "role" else newest_first(groups)
    return tuple(
        RoleLine(
            word=word.capitalize(),
            games=len(groups[word]),
            share=share_won(groups[word]),
            averages=averages_of(groups[word]),
            url=wanted.url(**{what: word}),
        )
        for word in known
    )


def _entry(champion_id: int, names: Catalogue, share: Share) -> ChampionEntry:
    champion = names.champion(champion_id)
    return ChampionEntry(
        champion_id=champion_id,
        name=champion.name,
        title=champion.title,
        letters=champion.letters,
        portrait=champion.portrait,
        tags=", ".join(champion.tags),
        share=share,
        url=f"/lol/champions/{champion_id}",
    )
