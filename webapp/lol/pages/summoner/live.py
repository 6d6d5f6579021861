"""The game somebody was in when we last looked: who plays what on which side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.domain.modes import queue_words
from webapp.lol.domain.platforms import Platform
from webapp.lol.domain.riot_id import RiotId, read_riot_id
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.pages.head import SIDE_NAMES
from webapp.lol.pages.summoner.head import SummonerHead, head_of
from webapp.lol.pages.summoner.who import Who, who
from webapp.lol.store import accounts
from webapp.lol.store.catalogue import load_catalogue

BLUE = 100


class _Player(msgspec.Struct, rename="camel"):
    champion_id: int
    team_id: int = 0
    riot_id: str | None = None
    spell1_id: int | None = msgspec.field(default=None, name="spell1Id")
    spell2_id: int | None = msgspec.field(default=None, name="spell2Id")


class _Ban(msgspec.Struct, rename="camel"):
    champion_id: int
    team_id: int = 0


class _Game(msgspec.Struct, rename="camel"):
    game_mode: str = ""
    game_queue_config_id: int | None = None
    game_start_time: int = 0
    participants: list[_Player] = []
    banned_champions: list[_Ban] = []


@dataclass(frozen=True, slots=True)
class LivePlayer:
    """Somebody in the game."""

    name: str
    url: str
    champion: str
    letters: str
    portrait: str | None
    champion_url: str
    spells: str


@dataclass(frozen=True, slots=True)
class LiveSide:
    """One side of the game."""

    side: str
    name: str
    players: tuple[LivePlayer, ...]
    bans: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LivePage:
    """The game on; `sides` is empty when there was none."""

    head: SummonerHead
    seen_at: datetime | None
    queue: str
    sides: tuple[LiveSide, ...]


def live_page(riot_id: RiotId, platform: Platform | None, wanted: Filter) -> LivePage:
    """Give the game somebody was in when we last looked."""
    names, found = load_catalogue(), who(riot_id, platform, wanted)
    head = head_of(found, "live", names)
    live = accounts.load_live(found.account.id) if found.account else None
    if live is None:
        return LivePage(head, found.account.refreshed_at if found.account else None, "", ())
    game = _read(live.game)
    return LivePage(
        head=head,
        seen_at=live.seen_at,
        queue=queue_words(game.game_queue_config_id, game.game_mode),
        sides=tuple(_side(side, game, found, names) for side in ("a", "b")),
    )


def _read(kept: dict[str, Any]) -> _Game:
    """Read a kept game; one of an older form shows what it can."""
    try:
        return msgspec.convert(kept, _Game)
    except msgspec.ValidationError:
        return _Game()


def _side(side: str, game: _Game, found: Who, names: Catalogue) -> LiveSide:
    mine = [one for one in game.participants if (one.team_id == BLUE) == (side == "a")]
    bans = [one for one in game.banned_champions if (one.team_id == BLUE) == (side == "a")]
    return LiveSide(
        side=side,
        name=SIDE_NAMES[side],
        players=tuple(_player(one, found, names) for one in mine),
        bans=tuple(names.champion(one.champion_id).name for one in bans if one.champion_id > 0),
    )


def _player(one: _Player, found: Who, names: Catalogue) -> LivePlayer:
    champion = names.champion(one.champion_id)
    riot_id = read_riot_id(one.riot_id or "")
    spells = [number for number in (one.spell1_id, one.spell2_id) if number is not None]
    route = found.platform.route if found.platform else "find"
    return LivePlayer(
        name=str(riot_id) if riot_id else "hidden",
        url=f"/lol/summoners/{route}/{riot_id.slug}" if riot_id else "",
        champion=champion.name,
        letters=champion.letters,
        portrait=champion.portrait,
        champion_url=f"/lol/champions/{one.champion_id}",
        spells=", ".join(names.spell(number).name for number in spells),
    )
