"""The filter as its form shows it: what there is among somebody's games, and what is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.domain.modes import queue_words
from webapp.lol.domain.played import Played
from webapp.lol.domain.summoner.narrowing import ROLES, Filter
from webapp.lol.store import games
from webapp.matchplay.players.narrowing import Option, day_said, results_offered


@dataclass(frozen=True, slots=True)
class FilterView:
    """The filter as its form shows it; `clear_url` leads to everything.

    `of_newest` is how many games it chooses from where more may be kept, 0 where it is all.
    """

    queues: tuple[Option, ...]
    champions: tuple[Option, ...]
    roles: tuple[Option, ...]
    patches: tuple[Option, ...]
    results: tuple[Option, ...]
    since: str
    until: str
    clear_url: str
    chosen: bool
    of_newest: int


def filter_view(played: Sequence[Played], names: Catalogue, wanted: Filter, url: str) -> FilterView:
    """Offer every queue, champion, role and patch there is among the games."""
    queues = {
        one.queue_id: queue_words(one.queue_id, one.game_mode)
        for one in played
        if one.queue_id is not None
    }
    champions = {
        one.champion_id: names.champion(one.champion_id, one.champion_name).name for one in played
    }
    patches = newest_first(one.patch for one in played if one.patch)
    roles = [role for role in ROLES if any(one.role == role for one in played)]
    return FilterView(
        queues=_options(queues, wanted.queue_id),
        champions=_options(champions, wanted.champion_id),
        roles=tuple(Option(role, role.capitalize(), role == wanted.role) for role in roles),
        patches=tuple(Option(patch, patch, patch == wanted.patch) for patch in patches),
        results=results_offered(wanted.won),
        since=day_said(wanted.since),
        until=day_said(wanted.until),
        clear_url=url,
        chosen=bool(wanted.parts),
        of_newest=len(played) if len(played) >= games.MOST_GAMES else 0,
    )


def newest_first(patches: Iterable[str]) -> list[str]:
    """Give each patch once, the newest first: 16.10 is newer than 16.9."""
    return sorted(set(patches), key=_by_number, reverse=True)


def _options(named: dict[int, str], chosen: int | None) -> tuple[Option, ...]:
    order = sorted(named.items(), key=lambda item: (item[1], item[0]))
    return tuple(Option(str(key), name, key == chosen) for key, name in order)


def _by_number(patch: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() else 0 for part in patch.split("."))
