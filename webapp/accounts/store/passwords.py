"""Passwords and mailed links in and out of their tables."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from webapp.accounts.domain.secret import hash_of
from webapp.accounts.models import MailLink, Password
from webapp.core.db import db, utc_now


def load_password(account_id: int) -> Password | None:
    """Give how an account signs in by address, if it does."""
    return db.session.get(Password, account_id)


def password_at(address: str) -> Password | None:
    """Give the password kept for an address."""
    return db.session.scalar(select(Password).where(Password.address == address))


def keep_password(account_id: int, address: str, hashed: str) -> None:
    """Set an account's address and password; part of the caller's transaction."""
    values = {"address": address, "hash": hashed, "changed_at": utc_now()}
    new = insert(Password).values(account_id=account_id, **values)
    db.session.execute(new.on_conflict_do_update(index_elements=["account_id"], set_=values))


def add_mail_link(secret: str, address: str, account_id: int | None, ends_at: datetime) -> None:
    """Keep a link that proves an address."""
    row = MailLink(id=hash_of(secret), address=address, account_id=account_id, ends_at=ends_at)
    db.session.add(row)


def load_mail_link(secret: str) -> MailLink | None:
    """Give a link that may still be used."""
    wanted = select(MailLink).where(
        MailLink.id == hash_of(secret), MailLink.used_at.is_(None), MailLink.ends_at > utc_now()
    )
    return db.session.scalar(wanted)


def use_mail_link(secret: str) -> bool:
    """Use a link up, which only one asker can, and with it every other one to its address."""
    used = (
        update(MailLink)
        .where(
            MailLink.id == hash_of(secret),
            MailLink.used_at.is_(None),
            MailLink.ends_at > func.clock_timestamp(),
        )
        .values(used_at=func.clock_timestamp())
        .returning(MailLink.address)
    )
    address = db.session.scalar(used)
    if address is None:
        return False
    others = update(MailLink).where(MailLink.address == address, MailLink.used_at.is_(None))
    db.session.execute(others.values(used_at=func.clock_timestamp()))
    return True


def forget_mail_links(before: datetime) -> list[str]:
    """Delete links that ended before a moment; gives the keys of the mails they went by."""
    return _forget(MailLink.ends_at < before)


def drop_mail_links(account_id: int) -> list[str]:
    """Delete the links to an account's address, and those it asked for; gives their mails' keys."""
    address = select(Password.address).where(Password.account_id == account_id).scalar_subquery()
    return _forget(or_(MailLink.account_id == account_id, MailLink.address == address))


def mail_key(link_id: str) -> str:
    """Give the key of the mail a link goes by."""
    return link_id[:16]


def _forget(which: ColumnElement[bool]) -> list[str]:
    gone = db.session.scalars(delete(MailLink).where(which).returning(MailLink.id))
    return [mail_key(link_id) for link_id in gone]
