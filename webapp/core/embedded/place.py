"""Where embedded services keep their files, so that the account they run as can reach them.

The home is DATA_DIR/services. When root runs a checkout below a private folder,
that name is a link to a folder of its own under /var/lib. Folders above
the data folder are never changed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from webapp.core.embedded.account import Account, can_enter, service_account
from webapp.core.embedded.service import EmbeddedError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOTS = (Path("/var/lib/guildhall"), Path("/var/tmp/guildhall"))  # nosec B108  # noqa: S108 - checked to be root's
_SOCKET_PATH_LIMIT = 107  # bytes in sockaddr_un.sun_path, less the closing zero
_LONGEST_SOCKET_NAME = len("/.s.PGSQL.65535")


def open_home(data_dir: Path) -> tuple[Path, Account | None]:
    """Make or find the folder for services under a data folder, and who owns it."""
    home = data_dir / "services"
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        account = service_account(home)
        if home.is_symlink() and not home.exists():
            home.unlink()
        if not home.exists():
            _make_home(home, account)
        if not os.access(home, os.R_OK | os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied", str(home))
    except OSError as error:
        raise EmbeddedError(
            f"The data folder {data_dir} cannot be used: {error.strerror or error}."
        ) from error
    return home.resolve(), account


def socket_folder(home: Path, account: Account | None) -> Path:
    """Give the private folder for sockets; a short one when the home's path is too long."""
    folder = home / "run"
    if len(os.fsencode(folder)) + _LONGEST_SOCKET_NAME > _SOCKET_PATH_LIMIT:
        mark = hashlib.sha256(os.fsencode(home)).hexdigest()[:12]
        folder = Path(tempfile.gettempdir()) / f"guildhall-{os.geteuid()}-{mark}"
    make_private(folder, account)
    return folder


def make_private(folder: Path, account: Account | None) -> None:
    """Make a 0700 folder owned by the account, or check that it is one."""
    owner = account.uid if account else os.geteuid()
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        info = folder.lstat()
        if not stat.S_ISDIR(info.st_mode) or info.st_uid not in {owner, os.geteuid()}:
            raise EmbeddedError(f"{folder} belongs to somebody else; move it away.") from None
    if account:
        os.chown(folder, account.uid, account.gid)


def system_root() -> Path:
    """Give a folder that only root writes and every account may pass through."""
    for root in _ROOTS:
        try:
            root.mkdir(mode=0o711, exist_ok=True)
        except OSError:
            continue
        info = root.lstat()
        if stat.S_ISDIR(info.st_mode) and info.st_uid == 0 and not info.st_mode & 0o022:
            return root
    raise EmbeddedError(
        "No folder for the services' files could be made under /var/lib or /var/tmp. "
        "Set DATA_DIR to a folder that other accounts can reach, or run as a normal user."
    )


@contextmanager
def temporary_home() -> Iterator[Path]:
    """Lend a data folder that services can reach from any account, and remove it after."""
    folder = Path(tempfile.mkdtemp(prefix="guildhall-", dir=_reachable_temporary()))
    folder.chmod(0o711)  # folders below it may be data folders too
    try:
        yield folder
    finally:
        home = (folder / "services").resolve()
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)


def _reachable_temporary() -> str:
    chosen = Path(tempfile.gettempdir())
    account = service_account(chosen / "services")
    return str(chosen) if account is None or can_enter(account, chosen) else "/tmp"  # nosec B108  # noqa: S108


def _make_home(home: Path, account: Account | None) -> None:
    if account:
        _let_through(home.parent, account)
        if not can_enter(account, home.parent):
            home.symlink_to(tempfile.mkdtemp(prefix="data-", dir=system_root()))
            os.chown(home, account.uid, account.gid)
            return
    make_private(home, account)


def _let_through(data_dir: Path, account: Account) -> None:
    """Let the account pass through our own folder, and no further than its name."""
    if not can_enter(account, data_dir) and can_enter(account, data_dir.parent):
        os.chown(data_dir, -1, account.gid)
        data_dir.chmod(stat.S_IMODE(data_dir.stat().st_mode) | stat.S_IXGRP)
