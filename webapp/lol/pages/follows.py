"""What of this room may be followed, and what there is to tell of it."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote

from webapp.lol.domain.door import read_match_id
from webapp.lol.domain.riot_id import RiotId, read_slug
from webapp.lol.models import LolAccount
from webapp.lol.pages.index import result_said
from webapp.lol.pages.summoner.lines import game_lines
from webapp.lol.store import accounts, games, matches
from webapp.lol.store.catalogue import load_catalogue
from webapp.matchroom.following import FollowedPage, NewestMatch

PLAYER: Final = re.compile(r"/lol/summoners/[a-z0-9]{2,8}/([^/?#]{1,180})")
MATCH: Final = re.compile(r"/lol/matches/([A-Z0-9]{2,16}_[0-9]{1,12})")


def followable(path: str) -> FollowedPage | None:
    """Say what is followed at an address: somebody looked up before, or a game kept here."""
    if found := PLAYER.fullmatch(path):
        riot_id = read_slug(unquote(found[1]))
        account = accounts.load_account(riot_id) if riot_id else None
        return _player(account) if account else None
    found = MATCH.fullmatch(path)
    match_id = read_match_id(found[1]) if found else None
    if match_id is None or not matches.known_matches([match_id]):
        return None
    return FollowedPage("match", match_id, f"League {match_id}", path)


def url_of(account: LolAccount) -> str:
    """Give the address of an account's first page."""
    slug = RiotId(account.name, account.tag).slug
    return f"/lol/summoners/{account.platform.lower()}/{slug}"


def players_in(match_key: str) -> frozenset[str]:
    """Give the accounts known here that played a game."""
    return frozenset(str(one) for one in games.accounts_in(match_key))


def match_line(match_key: str) -> NewestMatch | None:
    """Give a kept game in a line."""
    row = matches.load_row(match_key)
    if row is None:
        return None
    url = f"/lol/matches/{match_key}"
    return NewestMatch(f"League {match_key}", url, result_said(row), row.started_at)


def latest_of(player_key: str, limit: int) -> Sequence[NewestMatch]:
    """Give an account's newest games kept here, each in a line."""
    shown = game_lines(games.load_games(uuid.UUID(player_key), limit=limit), load_catalogue())
    return tuple(
        NewestMatch(
            title=f"{line.result} as {line.champion}",
            url=line.url,
            said=f"{line.kda}, {line.length}, {line.queue}",
            played_at=line.started_at,
        )
        for line in shown
    )


def _player(account: LolAccount) -> FollowedPage:
    title = f"{account.name}#{account.tag}"
    return FollowedPage("player", str(account.id), title, url_of(account))
