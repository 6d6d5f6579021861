"""Riot IDs: how they are written, compared and put into addresses."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

LONGEST_NAME: Final = 32
"""Riot allows 16; old names and wide letters are given room."""
_TAG: Final = re.compile(r"[^\s#/\\?&-]{2,12}")


@dataclass(frozen=True, slots=True)
class RiotId:
    """A name and a tag as their owner writes them."""

    name: str
    tag: str

    def __str__(self) -> str:
        return f"{self.name}#{self.tag}"

    @property
    def slug(self) -> str:
        """Give it as it stands in addresses; the last dash parts name and tag."""
        return quote(f"{self.name}-{self.tag}", safe="")

    @property
    def key(self) -> tuple[str, str]:
        """Give it as it is compared: capitals and spaces make no difference to Riot."""
        return _plain(self.name), _plain(self.tag)


def read_riot_id(text: str) -> RiotId | None:
    """Read `Name#TAG`; None for what is none."""
    name, mark, tag = text.strip().rpartition("#")
    return _checked(name, tag) if mark else None


def read_slug(text: str) -> RiotId | None:
    """Read `Name-TAG`, as addresses here and elsewhere write it."""
    name, mark, tag = text.strip().rpartition("-")
    return _checked(name, tag) if mark else None


def _checked(name: str, tag: str) -> RiotId | None:
    name, tag = " ".join(name.split()), tag.strip()
    if not 0 < len(name) <= LONGEST_NAME or not _TAG.fullmatch(tag):
        return None
    if not (name + tag).isprintable() or any(letter in name for letter in "#/\\?&"):
        return None
    return RiotId(name, tag)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
