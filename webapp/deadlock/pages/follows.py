"""What of this room may be followed, and what there is to tell of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from webapp.deadlock.pages.index import result_said
from webapp.deadlock.pages.player.lines import match_lines
from webapp.deadlock.store import matches, players
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.matchroom.following import FollowedPage, NewestMatch
from webapp.matchroom.progress import Progress

PLAYER: Final = re.compile(r"/deadlock/players/([1-9][0-9]{0,9})")
MATCH: Final = re.compile(r"/deadlock/matches/([1-9][0-9]{0,18})")
MOST_ACCOUNT: Final = 2**32 - 1
MOST_MATCH: Final = 2**63 - 1


def followable(path: str) -> FollowedPage | None:
    """Say what is followed at an address: a player, or a match kept here."""
    if (found := PLAYER.fullmatch(path)) and int(found[1]) <= MOST_ACCOUNT:
        name = players.load_names([int(found[1])]).get(int(found[1]))
        return FollowedPage("player", found[1], name or f"Account {found[1]}", path)
    if (found := MATCH.fullmatch(path)) and int(found[1]) <= MOST_MATCH:
        known = matches.known_matches([int(found[1])])
        return FollowedPage("match", found[1], f"Deadlock {found[1]}", path) if known else None
    return None


def players_in(match_key: str) -> frozenset[str]:
    """Give the accounts that played a match."""
    return frozenset(str(one) for one in players.accounts_in(int(match_key)))


def match_line(match_key: str) -> NewestMatch | None:
    """Give a kept match in a line."""
    row = matches.load_row(int(match_key))
    if row is None:
        return None
    url = f"/deadlock/matches/{match_key}"
    return NewestMatch(f"Deadlock {match_key}", url, result_said(row), row.started_at)


def latest_of(player_key: str, limit: int) -> Sequence[NewestMatch]:
    """Give a player's newest matches, each in a line."""
    played = players.newest_played(int(player_key), limit)
    shown = match_lines(played, load_catalogue(), Progress())
    return tuple(
        NewestMatch(
            title=f"{line.result} as {line.hero}",
            url=line.url,
            said=f"{line.kills} / {line.deaths} / {line.assists}, {line.length}, {line.mode}",
            played_at=line.started_at,
        )
        for line in shown
    )
