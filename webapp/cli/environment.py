"""The environment a command runs in: the shell's, the .env file's, and what embedding adds.

Only strings here; what they mean is decided by webapp.config alone.
"""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from webapp.cli.errors import StopCommandError
from webapp.config import SETTINGS, BadSetting, Settings, load_settings
from webapp.core.embedded import Addresses, attach_or_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[2]
# What compose.yaml alone reads from the same file.
BESIDE = frozenset({"POSTGRES_PASSWORD", "VALKEY_PASSWORD", "S3_KEY", "S3_SECRET"})
_ADDRESS = "address"
_PLACEHOLDERS = Addresses("postgresql://unset/unset", "redis://unset")


def read_environment() -> dict[str, str]:
    """Give the shell's environment over that of the .env file beside the command.

    Raises BadSetting for a name in the file that means nothing: a slip would go unseen.
    """
    in_file = read_env_file(ROOT / ".env")
    check_names(in_file)
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    return {
        **in_file,
        **os.environ,
        "PYTHONPATH": os.pathsep.join(dict.fromkeys(filter(None, paths))),
    }


def check_names(in_file: Mapping[str, str]) -> None:
    """Raise BadSetting for a name that is neither a setting nor read by what stands beside us."""
    known = {setting.variable for setting in SETTINGS} | BESIDE
    for name in in_file:
        if name not in known and not name.startswith("AWS_"):
            raise BadSetting(name, "no such setting; .env.example lists them all")


def read_env_file(path: Path) -> dict[str, str]:
    """Read NAME=value lines; # begins a comment line, quotes around a value fall away."""
    try:
        lines = path.read_text().splitlines()
    except FileNotFoundError:
        return {}
    pairs = [line.partition("=") for line in lines if "=" in line and not line.startswith("#")]
    return {name.strip(): value.strip().strip("\"'") for name, _, value in pairs}


def data_folder(environ: Mapping[str, str]) -> Path:
    """Give the folder of everything embedded; a demonstration has its own below it."""
    chosen = environ.get("GUILDHALL_DATA_DIR")
    folder = Path(chosen).absolute() if chosen else ROOT / "var"
    return folder / "demo" if is_demo(environ) and folder.name != "demo" else folder


def is_demo(environ: Mapping[str, str]) -> bool:
    """Say whether everything shown is to be generated."""
    return environ.get("GUILDHALL_DEMO", "").lower() in {"1", "true", "yes"}


def completed(
    environ: Mapping[str, str], folder: Path, services: Addresses = _PLACEHOLDERS
) -> dict[str, str]:
    """Add what was left unset: services started here, local objects, a kept secret.

    Without an address or a port of its own, a command speaks of the site that `up` started here.
    """
    defaults = {
        "DATABASE_URL": services.database_url or "",
        "REDIS_URL": services.redis_url or "",
        "STORAGE_URL": (folder / "objects").as_uri(),
    }
    given = {name: value for name, value in environ.items() if value}
    whole = {**defaults, **given, "GUILDHALL_DATA_DIR": str(folder)}
    if not given.keys() & {"PUBLIC_URL", "GUILDHALL_HOST", "GUILDHALL_PORT"}:
        whole |= _noted_address(folder)
    if "SECRET_KEY" not in whole:
        whole["SECRET_KEY"] = kept_secret(folder / "secret_key")
    return whole


def prepare_folder(folder: Path) -> None:
    """Make the data folder, private; raises StopCommandError when it cannot be written."""
    try:
        folder.parent.mkdir(mode=0o711, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        (folder / "log").mkdir(exist_ok=True)
        probe = folder / ".probe"
        probe.write_bytes(b"written")
        probe.unlink()
    except OSError as error:
        why = error.strerror or str(error)
        raise StopCommandError(
            f"The data folder {folder} cannot be written: {why}. "
            "Mend that, or set GUILDHALL_DATA_DIR to another folder."
        ) from error


def note_address(folder: Path, url: str) -> None:
    """Note where the site of a data folder is read, for the commands beside it."""
    (folder / _ADDRESS).write_text(url)


def _noted_address(folder: Path) -> dict[str, str]:
    try:
        return {"PUBLIC_URL": (folder / _ADDRESS).read_text()}
    except FileNotFoundError:
        return {}


def kept_secret(path: Path) -> str:
    """Read the secret that signs cookies, made once for this data folder."""
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        secret = secrets.token_urlsafe(48)
        file.write(secret)
    return secret


@contextmanager
def opened_site() -> Iterator[Settings]:
    """Give a short command the site's settings, with the services running meanwhile."""
    environ = read_environment()
    folder = data_folder(environ)
    prepare_folder(folder)
    load_settings(completed(environ, folder))
    needs = {"postgres": "DATABASE_URL", "valkey": "REDIS_URL"}
    missing = {service: not environ.get(name) for service, name in needs.items()}
    with attach_or_start(folder, **missing) as services:
        yield load_settings(completed(environ, folder, services))
