"""Archives of accounts' data: their rows, and their files in the object store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select

from webapp.accounts.models import AccountExport
from webapp.core.db import db, utc_now
from webapp.core.objects import current_objects


def add_export(account_id: int, object_key: str, size_bytes: int, ends_at: datetime) -> None:
    """Note an archive whose file is there; part of the caller's transaction."""
    db.session.add(
        AccountExport(
            account_id=account_id, object_key=object_key, size_bytes=size_bytes, ends_at=ends_at
        )
    )


def exports_of(account_id: int) -> tuple[AccountExport, ...]:
    """Give all archives of an account, the newest first."""
    mine = select(AccountExport).where(AccountExport.account_id == account_id)
    return tuple(db.session.scalars(mine.order_by(AccountExport.id.desc())))


def open_export(account_id: int, export_id: int) -> AccountExport | None:
    """Give one of an account's own archives that has not ended."""
    mine = select(AccountExport).where(
        AccountExport.id == export_id,
        AccountExport.account_id == account_id,
        AccountExport.ends_at > utc_now(),
    )
    return db.session.scalar(mine)


def ended_exports() -> tuple[AccountExport, ...]:
    """Give every archive that has ended."""
    wanted = select(AccountExport).where(AccountExport.ends_at <= utc_now())
    return tuple(db.session.scalars(wanted))


def forget_files(gone: Sequence[AccountExport]) -> None:
    """Delete archives: files first, so that none is left of which nobody knows."""
    for one in gone:
        current_objects().delete(one.object_key)
    ids = [one.id for one in gone]
    db.session.execute(delete(AccountExport).where(AccountExport.id.in_(ids)))
