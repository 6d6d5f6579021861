"""What is stored, by game and kind: which game an object is for is told by its folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from webapp.admin.backstage import rooms_and_upstreams
from webapp.admin.domain.words import size_said
from webapp.core.stored import Folder

HOUSE: Final = "The house"
SHARED: Final = ("datasets", "quarantine", "cards", "http-cache")
"""Folders that all games have a part of, named below them by the game or an upstream of it."""
WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class FolderLine:
    """One kind of object; `percent` of all bytes."""

    folder: Folder
    size_said: str
    percent: float


@dataclass(frozen=True, slots=True)
class GameLine:
    """All kinds of one game, or of none, with what they hold together."""

    name: str
    objects: int
    bytes: int
    size_said: str
    folders: tuple[FolderLine, ...]


def folder_lines(counted: Sequence[Folder]) -> tuple[FolderLine, ...]:
    """Put kinds in words, each with its part of the whole."""
    total = sum(one.bytes for one in counted) or 1
    return tuple(
        FolderLine(one, size_said(one.bytes), round(WHOLE * one.bytes / total, 1))
        for one in counted
    )


def by_game(lines: Sequence[FolderLine]) -> tuple[GameLine, ...]:
    """Put kinds below their games, in the order of the rooms; what is of no game comes last."""
    names = _names()
    found: dict[str, list[FolderLine]] = {name: [] for name in (*names.values(), HOUSE)}
    for line in lines:
        found[names.get(_word(line.folder.folder), HOUSE)].append(line)
    return tuple(_game_line(name, of) for name, of in found.items() if of)


def _names() -> dict[str, str]:
    """Name each game by its own word, and by those of the upstreams it lives on."""
    known = rooms_and_upstreams()
    own = {room.url.strip("/"): room.name for room, _ in known}
    return {**own, **{one: room.name for room, names in known for one in names if one not in own}}


def _word(folder: str) -> str:
    """Give the word a folder's game goes by: lol of `datasets/lol`, riot of `http-cache/riot-a`."""
    top, _, rest = folder.partition("/")
    words = re.split(r"[/.:-]", rest if top in SHARED else top)
    return words[0]


def _game_line(name: str, of: Sequence[FolderLine]) -> GameLine:
    size = sum(one.folder.bytes for one in of)
    return GameLine(name, sum(one.folder.objects for one in of), size, size_said(size), tuple(of))
