"""The follow button, and what somebody follows with its newest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Final
from urllib.parse import urlencode

from webapp.accounts.actions.following import thing_at
from webapp.accounts.models import Follow
from webapp.accounts.rooms import Seen, room_of
from webapp.accounts.store import askers, follows

NEWEST: Final = 3
A_PAGE: Final = 50
A_FEW: Final = 8
HERE: Final = "/me/things"
RUNS: Final = 8
STATES: Final = {
    "queued": ("idle", "in the queue"),
    "running": ("turning", "at work"),
    "waiting": ("warn", "waiting for another server"),
    "done": ("ok", "done"),
    "failed": ("bad", "not possible"),
    "dead": ("bad", "given up"),
    "cancelled": ("idle", "called off"),
}


@dataclass(frozen=True, slots=True)
class FollowPage:
    """One thing that may be followed, and whether whoever asks does."""

    kind: str
    title: str
    url: str
    room: str
    signed_in: bool
    following: bool
    sign_in_url: str


@dataclass(frozen=True, slots=True)
class NewestLine:
    """One match of a followed player."""

    title: str
    url: str
    said: str
    played_at: datetime | None


@dataclass(frozen=True, slots=True)
class ThingLine:
    """One followed player or match, with its newest."""

    id: int
    game: str
    room: str
    kind: str
    title: str
    url: str
    newest: tuple[NewestLine, ...]


@dataclass(frozen=True, slots=True)
class RunLine:
    """One piece of work somebody asked for."""

    title: str
    url: str
    state: str
    state_text: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class ThingsPage:
    """What somebody follows, and what they asked for lately.

    `followed` counts all they follow. `page` is a page of the whole list, 0 for the few things
    that stand on the start page.
    """

    signed_in: bool
    followed: int
    page: int
    numbers: tuple[int, ...]
    urls: dict[int, str]
    players: tuple[ThingLine, ...]
    matches: tuple[ThingLine, ...]
    runs: tuple[RunLine, ...]


def follow_page(seen: Seen, account_id: int | None) -> FollowPage:
    """Say whether somebody follows what lies at an address."""
    follow = follows.load_follow(account_id, thing_at(seen)) if account_id else None
    asks = urlencode({"next": seen.what.url})
    return FollowPage(
        kind=seen.what.kind,
        title=seen.what.title,
        url=seen.what.url,
        room=seen.room.name,
        signed_in=account_id is not None,
        following=follow is not None,
        sign_in_url=f"/sign-in?{asks}",
    )


def things_page(account_id: int | None, page: int = 0) -> ThingsPage:
    """Give what somebody follows with its newest, players first; nothing for somebody signed out.

    One page of it, counted from 1, or for 0 a few of each kind.
    """
    mine = follows.load_follows(account_id) if account_id else []
    numbers = tuple(range(1, (ceil(len(mine) / A_PAGE) or 1) + 1))
    page = min(page, numbers[-1])
    shown = _on_page(mine, page) if page else _few(mine)
    return ThingsPage(
        signed_in=account_id is not None,
        followed=len(mine),
        page=page,
        numbers=numbers,
        urls={one: f"{HERE}?page={one}" if one > 1 else HERE for one in numbers},
        players=tuple(_thing(one) for one in shown if one.kind == "player"),
        matches=tuple(_thing(one) for one in shown if one.kind == "match"),
        runs=tuple(_run(one) for one in askers.runs_of(account_id, RUNS)) if account_id else (),
    )


def all_things(account_id: int) -> tuple[ThingLine, ...]:
    """Give all somebody follows with its newest, players first."""
    return tuple(_thing(one) for one in _players_first(follows.load_follows(account_id)))


def _on_page(mine: list[Follow], page: int) -> list[Follow]:
    return _players_first(mine)[(page - 1) * A_PAGE : page * A_PAGE]


def _players_first(mine: list[Follow]) -> list[Follow]:
    return sorted(mine, key=lambda one: one.kind != "player")


def _few(mine: list[Follow]) -> list[Follow]:
    players = [one for one in mine if one.kind == "player"]
    matches = [one for one in mine if one.kind == "match"]
    return [*players[:A_FEW], *matches[:A_FEW]]


def _thing(follow: Follow) -> ThingLine:
    room = room_of(follow.game)
    return ThingLine(
        id=follow.id,
        game=follow.game,
        room=room.name if room else follow.game,
        kind=follow.kind,
        title=follow.title,
        url=follow.url,
        newest=_newest(follow),
    )


def _newest(follow: Follow) -> tuple[NewestLine, ...]:
    room = room_of(follow.game)
    if room is None:
        return ()
    if follow.kind == "player":
        found = room.follows.latest_of(follow.key, NEWEST)
    else:
        line = room.follows.match_line(follow.key)
        found = (line,) if line else ()
    return tuple(NewestLine(one.title, one.url, one.said, one.played_at) for one in found)


def _run(run: askers.AskedRun) -> RunLine:
    state, text = STATES[run.state]
    done = run.state == "done" and run.target_url
    url = run.target_url if done else f"/jobs/{run.id}"
    return RunLine(run.title, url, state, text, run.asked_at)
