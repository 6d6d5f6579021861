"""Accounts on the command line: how the first admin is made, and whoever lost their way in."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg

from webapp.cli.environment import opened_site
from webapp.cli.errors import StopCommandError
from webapp.cli.terminal import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from webapp.accounts.store.accounts import Known
    from webapp.config import Settings

NO_DATABASE = (
    "The database does not answer: it is stopping, or not there. Start the site, and try again."
)
NO_TABLES = "The database has no tables yet. Start the site once, and try again."


def first_steps(*, demo: bool) -> tuple[str, ...]:
    """Tell how the first admin of a site is made; a demonstration's data are its own."""
    site = "GUILDHALL_DEMO=yes " * demo
    return (
        f"  No admin yet. In another terminal: {site}./guildhall user create NAME --admin",
        "  which prints a link to sign in with.",
    )


def create(options: argparse.Namespace) -> int:
    """Make an account, and print a link that signs it in."""
    from webapp.accounts.actions import users
    from webapp.accounts.domain.names import BadName

    with _opened() as settings:
        try:
            number = users.create_user(options.name, options.role)
        except BadName as bad:
            raise StopCommandError(str(bad)) from bad
        path = users.make_link(number)
    say(
        f"Made account {number}, {options.role}. This link signs in once, within one hour:",
        f"{settings.public_url}{path}",
        f"./guildhall user link {number} prints another one.",
    )
    return 0


def link(options: argparse.Namespace) -> int:
    """Print a link that signs somebody in once."""
    from webapp.accounts.actions import users

    with _opened() as settings:
        who = _found(options.who)
        if who.disabled_at:
            raise StopCommandError(f"The account of {who.name} is closed; a link would not work.")
        path = users.make_link(who.id)
    say(f"{settings.public_url}{path}", f"Signs {who.name} in once, within one hour.")
    return 0


def listed(_options: argparse.Namespace) -> int:
    """List accounts."""
    from webapp.accounts.store.accounts import all_accounts

    with _opened():
        found = all_accounts()
    say(*(_line(one) for one in found))
    if not found:
        say("Nobody has an account yet.")
    return 0


def role(options: argparse.Namespace) -> int:
    """Give somebody a role."""
    from webapp.accounts.actions import users

    with _opened():
        who = _found(options.who)
        users.give_role(who.id, options.role)
    say(f"{who.name} is now {options.role} (was {who.role}).")
    return 0


def lacks_admin(database_url: str) -> bool:
    """Say whether nobody could open the protected pages; False when that cannot be told."""
    plain = database_url.replace("postgresql+psycopg://", "postgresql://", 1)
    asks = "SELECT NOT EXISTS (SELECT FROM account WHERE role = 'admin' AND disabled_at IS NULL)"
    try:
        with psycopg.connect(plain, connect_timeout=5) as connection:
            row = connection.execute(asks).fetchone()
    except psycopg.Error:
        return False
    return bool(row and row[0])


@contextmanager
def _opened() -> Iterator[Settings]:
    from sqlalchemy.exc import InterfaceError, OperationalError, ProgrammingError

    from webapp.app import create_app
    from webapp.core.db import db
    from webapp.core.logs import configure_logs

    try:
        with opened_site() as settings, create_app(settings).app_context():
            configure_logs("warning")
            try:
                yield settings
            finally:
                db.session.remove()
                db.engine.dispose()
    except (OperationalError, InterfaceError, psycopg.OperationalError) as away:
        raise StopCommandError(NO_DATABASE) from away
    except ProgrammingError as wrong:
        if isinstance(wrong.orig, psycopg.errors.UndefinedTable):
            raise StopCommandError(NO_TABLES) from wrong
        raise


def _found(name_or_id: str) -> Known:
    from webapp.accounts.actions.users import NoSuchAccount, find_user

    try:
        return find_user(name_or_id)
    except NoSuchAccount as nobody:
        raise StopCommandError(str(nobody)) from nobody


def _line(one: Known) -> str:
    closed = f"  closed {one.disabled_at:%Y-%m-%d}" if one.disabled_at else ""
    return f"{one.id:>6}  {one.role:<10} since {one.created_at:%Y-%m-%d}  {one.name}{closed}"
