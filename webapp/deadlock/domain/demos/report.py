"""What the demo's reader wrote of how far it came, read as a stranger's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from webapp.deadlock.domain.demos.datasets import DATASETS
from webapp.matchplay.demo_file import DemoRefused

STEAM_BASE: Final = 76561197960265728
SIDES: Final = {2: "a", 3: "b"}
MOST_LINES: Final = 200
GARBLED: Final = "This demo could not be read: its reader gave no sense."


@dataclass(frozen=True, slots=True)
class DemoPlayer:
    """One of the people a demo names."""

    account_id: int | None
    hero_id: int
    side: str


@dataclass(frozen=True, slots=True)
class DemoHeader:
    """What a demo says of itself; `on_match_clock` says whether it tells when the match began."""

    match_id: int | None
    build: int
    map_name: str
    seconds: float
    on_match_clock: bool
    reader: str
    players: tuple[DemoPlayer, ...]


@dataclass(frozen=True, slots=True)
class DemoReport:
    """How far the reader came: header, tables read, tables it could not read, and where it was.

    `at` is what it had begun and not ended.
    """

    header: DemoHeader | None
    unreadable: str
    read: tuple[str, ...]
    failed: tuple[tuple[str, str], ...]
    at: str


class _Header(msgspec.Struct, frozen=True):
    match_id: int | None
    build: int
    map_name: str
    seconds: float
    on_match_clock: bool
    reader: str
    players: list[tuple[int, int, int]]


class _Line(msgspec.Struct, frozen=True):
    begun: str = ""
    header: _Header | None = None
    unreadable: str = ""
    read: str = ""
    rows: int = 0
    failed: str = ""
    why: str = ""


def parse_report(text: bytes) -> DemoReport:
    """Read the report; a last line cut in the middle is no line. Raises DemoRefused."""
    lines = [_line(line) for line in text.split(b"\n")[:-1][:MOST_LINES] if line]
    header = next((line.header for line in lines if line.header), None)
    read = tuple(line.read for line in lines if line.read in DATASETS)
    failed = tuple((line.failed, line.why) for line in lines if line.failed in DATASETS)
    begun = [line.begun for line in lines if line.begun]
    ended = {*read, *(name for name, _ in failed), "header" if header else ""}
    at = begun[-1] if begun and begun[-1] not in ended else ""
    unreadable = next((line.unreadable for line in lines if line.unreadable), "")
    return DemoReport(_header(header) if header else None, unreadable, read, failed, at)


def _line(line: bytes) -> _Line:
    try:
        return msgspec.json.decode(line, type=_Line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise DemoRefused(GARBLED) from None


def _header(said: _Header) -> DemoHeader:
    return DemoHeader(
        match_id=said.match_id or None,
        build=said.build,
        map_name="".join(c for c in said.map_name if c.isprintable())[:60],
        seconds=said.seconds,
        on_match_clock=said.on_match_clock,
        reader=said.reader[:20],
        players=tuple(
            DemoPlayer(steam - STEAM_BASE if steam > STEAM_BASE else None, hero, SIDES[team])
            for steam, hero, team in said.players
            if team in SIDES
        ),
    )
