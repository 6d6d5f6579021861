"""Says which version this is."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from webapp.cli.environment import ROOT
from webapp.cli.terminal import say

if TYPE_CHECKING:
    import argparse


def version(_options: argparse.Namespace) -> int:
    """Print the version."""
    say(f"guildhall {current_version()}")
    return 0


def current_version() -> str:
    """Give the version this checkout is."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return str(project["version"])
