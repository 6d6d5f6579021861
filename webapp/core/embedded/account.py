"""Which system account services run as, and what that account can reach.

Postgres refuses to run as root, so root hands it to an unprivileged account.
Nothing here changes a permission.
"""

from __future__ import annotations

import os
import pwd
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_CANDIDATES = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Account:
    """A system account by numbers."""

    uid: int
    gid: int


def service_account(home: Path) -> Account | None:
    """Name the account services must change to, or None to stay who we are.

    A home that already belongs to somebody keeps its owner.
    """
    if os.geteuid() != 0:
        return None
    if home.exists() and (owner := home.stat()).st_uid != 0:
        return Account(owner.st_uid, owner.st_gid)
    for name in _CANDIDATES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    return Account(65534, 65534)


def can_enter(account: Account, folder: Path) -> bool:
    """Say whether the account may pass through a folder and every one above it."""
    folder = folder.resolve()
    return all(_passes(account, step) for step in (folder, *folder.parents))


def _passes(account: Account, folder: Path) -> bool:
    if not folder.exists():
        return True
    info = folder.stat()
    if info.st_uid == account.uid:
        return bool(info.st_mode & stat.S_IXUSR)
    if info.st_gid == account.gid:
        return bool(info.st_mode & stat.S_IXGRP)
    return bool(info.st_mode & stat.S_IXOTH)
