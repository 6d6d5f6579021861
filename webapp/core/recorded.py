"""Payloads in quarantine and versions of datasets, as admins list and settle them.

What a payload or a set holds is a game's to say; here they are rows with a body.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select, update

from webapp.core.db import db, utc_now
from webapp.core.models import Dataset, Quarantine

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Note:
    """A payload nobody could read."""

    id: int
    kind: str
    key: str
    reason: str
    detail: Mapping[str, Any]
    object_key: str | None
    seen_at: datetime
    released_at: datetime | None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a set."""

    name: str
    version: str
    fetched_at: datetime
    object_key: str
    sha256: str
    current: bool


def list_notes(kind: str, before: int, *, settled: bool) -> tuple[tuple[Note, ...], int]:
    """Give one page of quarantine, newest first, and the id to go on from (0 on the last page)."""
    wanted: list[ColumnElement[bool]] = [_settled(settled)]
    if kind:
        wanted.append(Quarantine.kind == kind)
    if before:
        wanted.append(Quarantine.id < before)
    query = select(*_note()).where(*wanted).order_by(Quarantine.id.desc()).limit(PAGE + 1)
    notes = tuple(Note(*row) for row in db.session.execute(query))
    return notes[:PAGE], notes[PAGE - 1].id if len(notes) > PAGE else 0


def open_notes() -> dict[str, int]:
    """Count what lies in quarantine unsettled, by kind."""
    query = select(Quarantine.kind, func.count()).where(_settled(False)).group_by(Quarantine.kind)
    return {kind: count for kind, count in db.session.execute(query)}  # noqa: C416 - rows


def load_note(note_id: int) -> Note | None:
    """Give one payload's note."""
    row = db.session.execute(select(*_note()).where(Quarantine.id == note_id)).one_or_none()
    return Note(*row) if row else None


def notes_about(game: str, keys: Collection[str]) -> tuple[Note, ...]:
    """Give what lies in quarantine for a game's matches, or for bodies by their SHA-256."""
    mine = Quarantine.kind.startswith(f"{game}.", autoescape=True)
    about = Quarantine.key.in_(keys) | Quarantine.detail["sha256"].astext.in_(keys)
    query = select(*_note()).where(mine, about).order_by(Quarantine.id.desc()).limit(PAGE)
    return tuple(Note(*row) for row in db.session.execute(query))


def settle_note(note_id: int) -> bool:
    """Call a payload settled, in the caller's transaction; False when it was."""
    still = update(Quarantine).where(Quarantine.id == note_id, _settled(False))
    done = still.values(released_at=utc_now()).returning(Quarantine.id)
    return db.session.scalar(done) is not None


def versions() -> tuple[Version, ...]:
    """Give every version of every set, by name, the current first and then the newest."""
    query = select(*_version()).order_by(
        Dataset.name, Dataset.current.desc(), Dataset.fetched_at.desc()
    )
    return tuple(Version(*row) for row in db.session.execute(query))


def choose_version(name: str, version: str) -> tuple[str, str] | None:
    """Make a kept version the current one, in the caller's transaction; gives before and after.

    None when there is no such version, or it is the current one already.
    """
    held = select(Dataset.version, Dataset.current).where(Dataset.name == name).with_for_update()
    found = {row.version: row.current for row in db.session.execute(held)}
    if found.get(version) is not False:
        return None
    mine = Dataset.name == name
    db.session.execute(update(Dataset).where(mine).values(current=False))
    chosen = update(Dataset).where(mine, Dataset.version == version)
    db.session.execute(chosen.values(current=True))
    return next((one for one, current in found.items() if current), ""), version


def _settled(settled: bool) -> ColumnElement[bool]:  # noqa: FBT001 - which of the two
    return Quarantine.released_at.is_not(None) if settled else Quarantine.released_at.is_(None)


def _note() -> tuple[Any, ...]:
    return tuple(getattr(Quarantine, name) for name in Note.__slots__)


def _version() -> tuple[Any, ...]:
    return tuple(getattr(Dataset, name) for name in Version.__slots__)
