"""Every list that goes on: five things in it, and what names each of them.

Keyed by endpoint, a page's JSON twin without its ending; what is below /api/v1 beside it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import pytest

from tests.access.nobodys import payload
from tests.access.things import followed, job, kept
from tests.deadlock.test_players import PAGE as DEADLOCK
from tests.deadlock.test_players import history
from tests.dota2.test_dota_players import ADA, line
from tests.dota2.test_dota_players import PAGE as DOTA2
from tests.lol.test_summoner_pages import URL as LOL
from tests.lol.test_summoner_pages import known
from tests.people import Person
from webapp.accounts.models import Account, Notice
from webapp.accounts.pages import following, notifications
from webapp.accounts.store import people
from webapp.core import audit_reading, recorded
from webapp.core.audit import audit
from webapp.core.db import db
from webapp.deadlock.pages.player import page as deadlock_page
from webapp.dota2.pages import league as league_page
from webapp.dota2.pages.player import page as dota2_page
from webapp.dota2.store import histories, leagues
from webapp.dota2.store.leagues import Listed
from webapp.jobs import listing
from webapp.lol.pages.summoner import page as lol_page

MANY: Final = 5
_number = itertools.count(1)
Five = Callable[[Person], object]


@dataclass(frozen=True, slots=True)
class Kept:
    """A list: its address, the field of its rows, what names a row, and how five come into it.

    `more` counts those that are in it beside the five; `numbered` says it has numbered pages,
    `mirrored` that a numbered one is below /api/v1 as well.
    """

    url: str
    rows: str
    name: Callable[[dict[str, Any]], object]
    make: Five
    numbered: bool = False
    more: int = 0
    mirrored: bool = True


def named(key: str, inside: str = "") -> Callable[[dict[str, Any]], object]:
    """Name a row by one of its fields, or by a field of one of them."""
    return lambda row: row[inside][key] if inside else row[key]


def each(make: Callable[[Person], object]) -> Five:
    """Make five, one by one."""
    return lambda owner: [make(owner) for _ in range(MANY)]


def _dota2(_owner: Person) -> None:
    histories.save_history(ADA, [line(number) for number in range(MANY)])
    db.session.commit()


def _change(owner: Person) -> None:
    audit(f"account:{owner.id}", "test", "nothing:1", None, None)
    db.session.commit()


def _notice(owner: Person) -> None:
    said = {"subject": str(next(_number)), "title": "A match is ready", "url": "/"}
    kept(Notice(account_id=owner.id, event="match.ready", **said))


def _somebody(_owner: Person) -> None:
    kept(Account(name="Bo", role="player"))


def _league(_owner: Person) -> None:
    leagues.add_league(9)
    leagues.note_listed(9, [Listed(number) for number in range(1, MANY + 1)])
    db.session.commit()


PLAYER: Final = named("match_id")
LISTS: Final[dict[str, Kept]] = {
    "deadlock.player": Kept(DEADLOCK, "lines", PLAYER, lambda _: history(MANY), numbered=True),
    "dota2.player": Kept(DOTA2, "lines", PLAYER, _dota2, numbered=True),
    "dota2.league": Kept("/dota2/leagues/9", "lines", PLAYER, _league, numbered=True),
    "lol.summoner_overview": Kept(LOL, "lines", named("url"), lambda _: known(MANY), numbered=True),
    "notifications.show": Kept("/account/notifications", "notices", named("id"), each(_notice)),
    "following.things": Kept(
        "/me/things", "players", named("id"), each(followed), numbered=True, mirrored=False
    ),
    "admin.audit": Kept("/admin/audit", "lines", named("id"), each(_change)),
    "admin.jobs": Kept("/admin/jobs", "runs", named("id"), each(job)),
    "admin.people": Kept("/admin/people", "people", named("id"), each(_somebody), more=1),
    "admin.quarantine": Kept("/admin/quarantine", "notes", named("id", "note"), each(payload)),
    "api_v1.my_jobs": Kept("/api/v1/jobs?limit=2", "jobs", named("id"), each(job)),
}


def two_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every list show two things at once."""
    for module, size in (
        (deadlock_page, "ROWS"),
        (dota2_page, "ROWS"),
        (league_page, "ROWS"),
        (lol_page, "ROWS"),
        (notifications, "SHOWN"),
        (following, "A_PAGE"),
        (people, "PAGE"),
        (audit_reading, "PAGE"),
        (listing, "PAGE"),
        (recorded, "PAGE"),
    ):
        monkeypatch.setattr(module, size, 2)
