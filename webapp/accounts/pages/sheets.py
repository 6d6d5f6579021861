"""The tables of one's own pages as CSV: the same lines, without their pages and never a secret."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from webapp.accounts.domain.signed import Signed
from webapp.accounts.pages.following import all_things
from webapp.accounts.pages.notifications import NoticeLine, notice_lines
from webapp.accounts.pages.sheet_rows import (
    HookRow,
    ThingRow,
    TokenRow,
    hook_row,
    thing_row,
    token_row,
)
from webapp.accounts.pages.signed_in import SessionLine, sessions_page
from webapp.accounts.pages.tokens import tokens_page
from webapp.accounts.pages.ways_in import IdentityLine, identities_page
from webapp.accounts.pages.webhooks import DeliveryLine, message_lines, webhooks_page
from webapp.accounts.store.asked_runs import AskedLine, load_asked
from webapp.matchplay.tables import csv_of

MOST: Final = 5_000
"""Rows a table ends after, the newest first."""
Sheets = Mapping[str, tuple[Callable[[Signed], Sequence[Any]], type[Any]]]


def account_sheet(name: str, mine: Signed) -> str:
    """Write a table of the pages of somebody's account."""
    return _written(ACCOUNT[name], mine)


def things_sheet(name: str, mine: Signed) -> str:
    """Write a table of the page of somebody's things."""
    return _written(THINGS[name], mine)


def messages_sheet(mine: Signed, channel_id: int) -> str | None:
    """Write the last messages to one of somebody's webhooks; None for another's."""
    lines = message_lines(mine.id, channel_id, MOST)
    return None if lines is None else csv_of(lines, DeliveryLine)


def _written(sheet: tuple[Callable[[Signed], Sequence[Any]], type[Any]], mine: Signed) -> str:
    rows, record = sheet
    return csv_of(rows(mine), record)


ACCOUNT: Final[Sheets] = {
    "identities": (lambda mine: identities_page(mine.id).identities, IdentityLine),
    "notifications": (lambda mine: notice_lines(mine.id, limit=MOST), NoticeLine),
    "sessions": (lambda mine: sessions_page(mine.id, mine.session_id).sessions, SessionLine),
    "tokens": (lambda mine: [token_row(one) for one in tokens_page(mine.id).tokens], TokenRow),
    "webhooks": (lambda mine: [hook_row(one) for one in webhooks_page(mine.id).hooks], HookRow),
}
THINGS: Final[Sheets] = {
    "asked": (lambda mine: load_asked(mine.id, MOST, None), AskedLine),
    "things": (lambda mine: [thing_row(one) for one in all_things(mine.id)], ThingRow),
}
"""Each table: its rows, and what they are made of where there may be none."""
