"""Who plays in a game that is on: champions, spells, and the ranks known here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.domain.live import LiveBan, LiveGame, LivePlayer
from webapp.lol.domain.modes import SIDED, layout_of
from webapp.lol.domain.played import Rank
from webapp.lol.domain.riot_id import read_riot_id
from webapp.lol.domain.summoner.ladder import FLEX, SOLO, rank_words
from webapp.lol.pages.head import SIDE_NAMES
from webapp.lol.pages.summoner.who import Who
from webapp.lol.pages.things import Thing, thing_of
from webapp.lol.store.ranks import ranks_of

BLUE: Final = 100
FLEX_QUEUE: Final = 440


@dataclass(frozen=True, slots=True)
class PlayerLine:
    """Somebody in the game; `rank` is empty for one not looked up, `me` who the page is of."""

    name: str
    url: str
    champion: str
    letters: str
    portrait: str | None
    champion_url: str
    spells: tuple[Thing, ...]
    rank: str
    me: bool


@dataclass(frozen=True, slots=True)
class LiveSide:
    """One side of the game; all of it, with an empty `side`, where there are no two."""

    side: str
    name: str
    players: tuple[PlayerLine, ...]
    bans: tuple[Thing, ...]


def live_sides(game: LiveGame, found: Who, names: Catalogue) -> tuple[LiveSide, ...]:
    """Give both sides, blue first; one group of players for a mode without sides."""
    puuids = [one.puuid for one in game.participants if one.puuid]
    queue = FLEX if game.game_queue_config_id == FLEX_QUEUE else SOLO
    ranks = ranks_of(puuids, queue) if puuids else {}
    sides = ("a", "b") if layout_of(game.game_mode, game.map_id) in SIDED else ("",)
    return tuple(_side(side, game, found, names, ranks) for side in sides)


def _side(
    side: str, game: LiveGame, found: Who, names: Catalogue, ranks: dict[str, Rank]
) -> LiveSide:
    mine = [one for one in game.participants if _is_of(one, side)]
    bans = [one for one in game.banned_champions if _is_of(one, side)]
    champions = [names.champion(one.champion_id) for one in bans if one.champion_id > 0]
    return LiveSide(
        side=side,
        name=SIDE_NAMES.get(side, "Players"),
        players=tuple(_player(one, found, names, ranks) for one in mine),
        bans=tuple(Thing(one.name, one.portrait) for one in champions),
    )


def _is_of(one: LivePlayer | LiveBan, side: str) -> bool:
    return not side or (one.team_id == BLUE) == (side == "a")


def _player(one: LivePlayer, found: Who, names: Catalogue, ranks: dict[str, Rank]) -> PlayerLine:
    champion = names.champion(one.champion_id)
    riot_id = read_riot_id(one.riot_id or "")
    spells = [number for number in (one.spell1_id, one.spell2_id) if number is not None]
    route = found.platform.route if found.platform else "find"
    rank = ranks.get(one.puuid or "")
    return PlayerLine(
        name=str(riot_id) if riot_id else "a bot" if one.bot else "hidden",
        url=f"/lol/summoners/{route}/{riot_id.slug}" if riot_id and not one.bot else "",
        champion=champion.name,
        letters=champion.letters,
        portrait=champion.portrait,
        champion_url=f"/lol/champions/{one.champion_id}",
        spells=tuple(thing_of(names.spell(number)) for number in spells),
        rank=rank_words(rank) if rank else "",
        me=found.account is not None and one.puuid == found.account.puuid,
    )
