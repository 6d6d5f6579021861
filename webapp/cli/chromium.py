"""Finds a Chromium for the browser tests, or installs one the way this system offers.

Never downloads a browser by itself: only the system's own packages are asked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from webapp.cli.terminal import say, warn

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "google-chrome-beta",
    "microsoft-edge",
)
_MAC_PLACES = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
_OFFERS = (
    ("apt-get", (("apt-get", "update", "-q"), ("apt-get", "install", "-q", "-y", "chromium"))),
    ("dnf", (("dnf", "install", "-y", "chromium"),)),
    ("zypper", (("zypper", "-n", "install", "chromium"),)),
    ("pacman", (("pacman", "-S", "--noconfirm", "chromium"),)),
    ("apk", (("apk", "add", "chromium"),)),
    ("brew", (("brew", "install", "--cask", "chromium"),)),
)
_OWN_RIGHTS = "brew"


def ensure_chromium(environ: Mapping[str, str]) -> Path | None:
    """Give a Chromium, installing one when there is none; None, said aloud, when impossible."""
    found = find_chromium(environ)
    if found is None:
        _install()
        found = find_chromium(environ)
    if found is None:
        warn(
            "No Chromium is here and none could be installed, so the browser tests fail. "
            "Install one, or name it in CHROMIUM."
        )
    return found


def find_chromium(environ: Mapping[str, str]) -> Path | None:
    """Give the Chromium that CHROMIUM names, or that this system has."""
    if named := environ.get("CHROMIUM"):
        return Path(named) if Path(named).exists() else None
    on_path = [Path(found) for name in NAMES if (found := shutil.which(name))]
    return next(iter([*on_path, *(place for place in _MAC_PLACES if place.exists())]), None)


def _install() -> None:
    for program, commands in _OFFERS:
        if shutil.which(program):
            rights = [] if program == _OWN_RIGHTS else _root_rights()
            if rights is not None:
                say(f"Installing Chromium for the browser tests with {program} ...")
                _run_all([[*rights, *command] for command in commands])
            return


def _root_rights() -> list[str] | None:
    """Give what runs a command as root without asking; None when nothing does."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if (
        sudo
        and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return [sudo, "-n"]
    return None


def _run_all(commands: list[list[str]]) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in commands:
        ended = subprocess.run(
            command,
            env=quiet,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if ended.returncode:
            warn(f"{' '.join(command)} failed: {ended.stderr.strip()[-300:]}")
