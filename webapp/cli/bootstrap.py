"""Makes .venv from a lock file, then becomes the app's command in it.

Standard library only. Installs exactly what the lock files name, checked by hash,
from wherever this system's installer is set up to look. A stamp inside .venv is
removed before anything changes and written last: no stamp, no environment.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "guildhall-stamp"
RUNTIME, TESTING = "requirements.lock", "requirements-test.lock"
NEEDS_TESTING = frozenset({"test", "check", "bench"})


def main(arguments: list[str]) -> NoReturn:
    """Make sure the environment is there and whole, then become the app's command."""
    lock = TESTING if NEEDS_TESTING.intersection(arguments[:1]) else RUNTIME
    try:
        if not is_ready(lock):
            with _alone():
                _make_ready(lock)
    except KeyboardInterrupt:
        _stop("Interrupted; run the same command again to go on.")
    except OSError as error:
        _stop(f"{VENV} cannot be made: {error}. Is this folder yours to write, with room left?")
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    os.execv(PYTHON, [str(PYTHON), "-P", "-m", "webapp.cli", *arguments])  # noqa: S606 - no shell


def is_ready(lock: str) -> bool:
    """Say whether the environment was finished for this lock file and still runs."""
    written = _read_stamp()
    if written.get(lock) != _fingerprint(lock) or not PYTHON.exists():
        return False
    ours = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return written.get("python") in {ours, _version_of(PYTHON)}


def _make_ready(lock: str) -> None:
    if is_ready(lock):
        return
    if not os.access(ROOT, os.W_OK):
        _stop(f"{ROOT} is not this user's to write. Copy it to a folder of your own and run there.")
    keep = _read_stamp().get("python", "none") == _version_of(PYTHON)
    STAMP.unlink(missing_ok=True)
    _say("Bringing the packages up to date" if keep else "Setting up; this happens once")
    _install(lock, keep=keep)
    stamp = {"python": _version_of(PYTHON), lock: _fingerprint(lock)}
    if lock == TESTING:
        stamp[RUNTIME] = _fingerprint(RUNTIME)
    _write_stamp(stamp)


def _install(lock: str, *, keep: bool) -> None:
    """Install a lock file with uv where it works, else with venv and pip."""
    uv = shutil.which("uv")
    if uv and _succeeds([uv, "--version"], quiet=True):
        if _install_with_uv(uv, lock, keep=keep):
            return
        _say("uv did not manage; trying pip")
    if not _install_with_pip(lock, keep=keep):
        _stop("The packages could not be installed; the lines above say why. Then run this again.")


def _install_with_uv(uv: str, lock: str, *, keep: bool) -> bool:
    if not keep:
        _clear()
        if not _succeeds([uv, "venv", "-q", "--python", sys.executable, str(VENV)]):
            return False
    options = ["-q", "--require-hashes", "--compile-bytecode", "--python", str(PYTHON)]
    words = [uv, "pip", "install", *options, "-r", str(ROOT / lock)]
    return _succeeds(words, environment={"UV_SYSTEM_CERTS": "1", **os.environ})


def _install_with_pip(lock: str, *, keep: bool) -> bool:
    if not (keep and _succeeds([str(PYTHON), "-m", "pip", "--version"], quiet=True)):
        if not _succeeds([sys.executable, "-c", "import ensurepip, venv"], quiet=True):
            _stop(f"Python's venv module is not complete here. {_venv_advice()}")
        _clear()
        if not _succeeds([sys.executable, "-m", "venv", str(VENV)]):
            return False
    options = ["-q", "--no-compile", "--disable-pip-version-check", "--require-hashes"]
    own_place = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    words = [str(PYTHON), "-m", "pip", "install", *options, "-r", str(ROOT / lock)]
    if not _succeeds(words, environment=own_place):
        return False
    # On all processors at once, as pip would not; what does not compile is nothing we import.
    _succeeds([str(PYTHON), "-m", "compileall", "-qq", "-j", "0", str(VENV / "lib")], quiet=True)
    return True


def _venv_advice() -> str:
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if Path("/etc/debian_version").exists():
        return f"Install it (apt install python{version}-venv), or uv, then run this again."
    return f"Install the package that brings it to Python {version}, or uv, then run this again."


def _clear() -> None:
    if VENV.is_symlink():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)


@contextmanager
def _alone() -> Iterator[None]:
    """Let one command at a time set up; others wait and then find it done."""
    folder = os.open(ROOT, os.O_RDONLY)
    with suppress(OSError):  # some network file systems lock nothing
        fcntl.flock(folder, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(folder)


def _read_stamp() -> dict[str, str]:
    try:
        pairs = [line.split() for line in STAMP.read_text().splitlines()]
        return {name: mark for name, mark in pairs}  # noqa: C416 - pairs of exactly two
    except (OSError, ValueError):
        return {}


def _write_stamp(stamp: Mapping[str, str]) -> None:
    """Write under another name first, so that the stamp is whole or absent."""
    new = STAMP.with_suffix(".new")
    new.write_text("".join(f"{name} {mark}\n" for name, mark in sorted(stamp.items())))
    new.replace(STAMP)


def _fingerprint(lock: str) -> str:
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def _version_of(python: Path) -> str:
    """Ask a Python for its version; empty from one that does not run."""
    command = [str(python), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        said = subprocess.check_output(command, stderr=subprocess.DEVNULL, text=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return said.strip()


def _succeeds(
    command: list[str], *, environment: Mapping[str, str] | None = None, quiet: bool = False
) -> bool:
    silence = subprocess.DEVNULL if quiet else None
    try:
        return subprocess.call(command, env=environment, stdout=silence, stderr=silence) == 0
    except OSError:
        return False


def _say(sentence: str) -> None:
    sys.stderr.write(f"guildhall: {sentence} ...\n")
    sys.stderr.flush()


def _stop(sentence: str) -> NoReturn:
    sys.stderr.write(f"guildhall: {sentence}\n")
    sys.exit(1)
