"""Reads the text reports of an independent tool: tables of labels and numbers, and timed lines.

Only what the comparison needs; the reports themselves stay where they are and are never copied.
"""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from webapp.deadlock.domain.analysis import Analysis, analyse
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records import Match, Player

Compared: TypeAlias = tuple[Any, Any]
"""Ours and theirs, in the same shape."""

SIDES = {"The Hidden King": "a", "The Archmother": "b"}


@dataclass(frozen=True)
class Told:
    """One match twice: as we read it, and as the reports tell it."""

    folder: Path
    match_id: int

    @cached_property
    def match(self) -> Match:
        """Parse the match's own body."""
        body = (self.folder / "metadata" / f"m{self.match_id}.json").read_bytes()
        return parse_metadata(body, expect_match_id=self.match_id)

    @cached_property
    def analysis(self) -> Analysis:
        """Analyse it."""
        return analyse(self.match)

    @cached_property
    def heroes(self) -> dict[int, str]:
        """Name heroes by id."""
        found = json.loads((self.folder / "assets" / "heroes.json").read_text())
        return {hero["id"]: hero["name"] for hero in found}

    def hero(self, slot: int | None) -> str:
        """Name the hero of a slot as the reports do."""
        if slot is None:
            return "not a player"
        return next(self.heroes[one.hero_id] for one in self.match.players if one.slot == slot)

    @cached_property
    def player(self) -> Player:
        """Find the player the reports are about."""
        name = self.report().splitlines()[0].split(": ")[1].split(",")[0]
        return next(one for one in self.match.players if self.heroes[one.hero_id] == name)

    def report(self, name: str = "") -> str:
        """Read one report; without a name, the first."""
        suffix = f"--{name}" if name else ""
        file = f"{self.match_id}{suffix}.txt"
        return (self.folder / "reference_reports" / file).read_text()

    def section(self, name: str, title: str) -> list[str]:
        """Give the lines of a report from the one that holds a title to its next blank line."""
        lines = self.report(name).splitlines()
        start = next(number for number, line in enumerate(lines) if title in line)
        while not lines[start + 1].strip():
            start += 1
        found = []
        for line in lines[start + 1 :]:
            if not line.strip():
                break
            found.append(line)
        return found


def cells(line: str) -> tuple[str, list[str]]:
    """Split a row into its label and its other columns."""
    label, *rest = re.split(r"\s{2,}", line.strip())
    return label.removesuffix(" *").removeprefix("* "), [
        one for column in rest for one in column.split()
    ]


def number(text: str) -> int:
    """Read a whole number as the reports write it; a dash is 0."""
    return 0 if text == "-" else int(text.replace(",", ""))


def seconds(clock: str) -> int:
    """Read minutes and seconds."""
    minutes, _, rest = clock.partition(":")
    return int(minutes) * 60 + int(rest)
