"""Says at a glance whether the database already has this version's shape.

Saves a start from loading the migration machinery for nothing. Whenever it is not
sure it says no, and the real migrations decide.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import psycopg

from webapp.cli.environment import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_REVISION = re.compile(
    r"""^(down_)?revision\b[^=\n]*=\s*(?:["'](\w+)["']|None)\s*$""", re.MULTILINE
)


def is_current(database_url: str) -> bool:
    """Say whether the last migration of this checkout is the database's own."""
    head = head_revision(ROOT / "migrations" / "versions")
    if head is None:
        return False
    plain = database_url.replace("postgresql+psycopg://", "postgresql://", 1)
    try:
        with psycopg.connect(plain, connect_timeout=5) as connection:
            rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except psycopg.Error:
        return False
    return rows == [(head,)]


def head_revision(folder: Path) -> str | None:
    """Give the one revision no other one follows; None unless there is exactly one."""
    revisions, followed = _read(folder)
    heads = revisions - followed
    return heads.pop() if len(heads) == 1 else None


def knows(revision: str) -> bool:
    """Say whether a migration of this checkout bears this name."""
    return revision in _read(ROOT / "migrations" / "versions")[0]


def _read(folder: Path) -> tuple[set[str], set[str]]:
    """Give the names of all revisions, and of those another one follows."""
    revisions: set[str] = set()
    followed: set[str] = set()
    for file in folder.glob("*.py"):
        for match in _REVISION.finditer(file.read_text()):
            (followed if match[1] else revisions).add(match[2])
    return revisions, followed
