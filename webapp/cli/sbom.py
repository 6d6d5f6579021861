"""Writes what Guildhall is made of as a CycloneDX list, from the lock and the vendored files.

Reads the checkout alone: nothing is installed for it and nobody is asked.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from webapp.cli.about import current_version
from webapp.cli.environment import ROOT
from webapp.cli.terminal import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

LOCKED = re.compile(
    r"^(?P<name>[a-z0-9._-]+)==(?P<version>[^\s;]+)[^\n]*(?P<hashes>(?:\n +--hash=sha256:.*)*)",
    re.MULTILINE,
)
HASH = re.compile(r"sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Part:
    """One library or file of others, as exactly as it is pinned."""

    name: str
    version: str
    hashes: tuple[str, ...]
    source: str
    licence: str = ""

    @property
    def purl(self) -> str:
        """Give its address among all packages there are."""
        return f"pkg:{self.source}/{self.name}@{self.version}"


def sbom(_options: argparse.Namespace) -> int:
    """Print the list."""
    say(json.dumps(bill_of_materials(), indent=2, ensure_ascii=False))
    return 0


def bill_of_materials() -> dict[str, Any]:
    """Give the list as CycloneDX 1.6 has it."""
    parts = sorted((*locked_parts(), *vendored_parts()), key=lambda part: part.purl)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "guildhall", "version": current_version()}
        },
        "components": [_component(part) for part in parts],
    }


def locked_parts(lock: str = "requirements.lock") -> Iterator[Part]:
    """Give every library of a lock file."""
    for found in LOCKED.finditer((ROOT / lock).read_text()):
        yield Part(found["name"], found["version"], tuple(HASH.findall(found["hashes"])), "pypi")


def vendored_parts() -> Iterator[Part]:
    """Give what lies in static/vendor."""
    manifest = json.loads((ROOT / "static" / "vendor" / "manifest.json").read_text())
    for one in manifest["files"]:
        name, hashes = one["name"].replace(" ", "-").lower(), (one["sha256"],)
        yield Part(name, one["version"], hashes, "generic", one["licence"])


def _component(part: Part) -> dict[str, Any]:
    licences = {"licenses": [{"license": {"id": part.licence}}]} if part.licence else {}
    return {
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in part.hashes],
        **licences,
    }
