"""The tables of one's own pages as files."""

from __future__ import annotations

from flask import Blueprint, Response, abort

from webapp.accounts.current import needs_account
from webapp.accounts.pages.sheets import (
    ACCOUNT,
    THINGS,
    account_sheet,
    messages_sheet,
    things_sheet,
)
from webapp.accounts.routes.account import my_account
from webapp.accounts.routes.webhooks import HOOK, NONE
from webapp.core.downloads import send_private_table

bp = Blueprint("account_sheets", __name__)


@bp.get(f"/account/<any({', '.join(ACCOUNT)}):name>.csv")
@needs_account
def account_table(name: str) -> Response:
    """Give a table of one's account as CSV."""
    return send_private_table(account_sheet(name, my_account()), name)


@bp.get(f"/me/<any({', '.join(THINGS)}):name>.csv")
@needs_account
def things_table(name: str) -> Response:
    """Give what one follows, or what one asked for, as CSV."""
    return send_private_table(things_sheet(name, my_account()), name)


@bp.get(f"{HOOK}.csv")
@needs_account
def messages(channel_id: int) -> Response:
    """Give the last messages to one of one's webhooks as CSV."""
    body = messages_sheet(my_account(), channel_id)
    return send_private_table(abort(404, NONE) if body is None else body, f"webhook-{channel_id}")
