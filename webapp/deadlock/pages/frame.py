"""What stands on every page of a match: head, strip, tabs, and what to know of its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.words import SIDE_NAMES, SIDE_SHORT, mode_words
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.pages.sources import Sources
from webapp.deadlock.pages.strip import Names, StillStrip, StripView, still_strip, strip_at
from webapp.deadlock.pages.strip_events import lead_samples, strip_events

NAMES = Names(SIDE_NAMES["a"], SIDE_NAMES["b"], SIDE_SHORT["a"], SIDE_SHORT["b"])
TABS = (
    ("overview", "Overview", ""),
    ("map", "Map", "/map"),
    ("combat", "Combat", "/combat"),
    ("economy", "Economy", "/economy"),
    ("laning", "Laning", "/laning"),
    ("objectives", "Objectives", "/objectives"),
    ("builds", "Builds", "/builds"),
    ("performance", "Performance", "/performance"),
    ("chance", "Win chance", "/chance"),
    ("findings", "Findings", "/findings"),
    ("data", "Data", "/data"),
)
SUB_PAGES = (
    ("combat_deaths", "combat", "/combat/deaths"),
    ("combat_fights", "combat", "/combat/fights"),
)
"""Pages within a tab: their name, the tab they stand under, their path."""
SOURCES = {
    "upstream": "deadlock-api, fetched",
    "upload": "a reader’s file, brought",
    "generated": "generated sample, made",
}
FRAME_SLICES = ("scoreboard", "lead", "events")
STILLS_HELD = 128


@dataclass(frozen=True, slots=True)
class Moment:
    """What the reader chose on the strip: a second, or a span of seconds."""

    at: int | None = None
    span: tuple[int, int] | None = None

    @property
    def query(self) -> str:
        """Say the choice as the end of a URL."""
        if self.span:
            return f"?from={self.span[0]}&to={self.span[1]}"
        return "" if self.at is None else f"?t={self.at}"


@dataclass(frozen=True, slots=True)
class Side:
    """One side in the head."""

    name: str
    score: int
    won: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in the head; `at` is a time, `definition` explains the value."""

    term: str
    value: str
    at: datetime | None = None
    definition: str | None = None
    url: str | None = None
    url_text: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of every page of a match."""

    title: str
    score_word: str
    side_a: Side
    side_b: Side
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab; `part` names it on the page."""

    name: str
    url: str
    part: str
    current: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know before believing the page."""

    kind: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything around a tab."""

    match_id: int
    url: str
    head: Head
    strip: StripView
    tabs: tuple[Tab, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Still:
    """What stands around a tab before a moment is chosen."""

    head: Head
    strip: StillStrip
    notices: tuple[Notice, ...]


def frame_of(loaded: Sources, tab: str, moment: Moment) -> Frame:
    """Put together what stands around a tab of a match, or around a page within one."""
    still = _still(loaded, tab)
    url = url_of(loaded.row.match_id)
    current = next((of for page, of, _ in SUB_PAGES if page == tab), tab)
    return Frame(
        match_id=loaded.row.match_id,
        url=url,
        head=still.head,
        strip=strip_at(still.strip, moment.at, moment.span),
        tabs=tuple(
            Tab(name, url + path + moment.query, part, part == current) for part, name, path in TABS
        ),
        notices=still.notices,
    )


@lru_cache(maxsize=STILLS_HELD)
def _still(loaded: Sources, tab: str) -> _Still:
    """Draw what no moment changes; what was loaded never ages, so neither does this."""
    row, slices, names = loaded.row, loaded.slices, loaded.names
    here = next(path for page, _, path in (*TABS, *SUB_PAGES) if page == tab)
    return _Still(
        head=_head(row, slices["scoreboard"], names),
        strip=still_strip(
            lead_samples(slices["lead"]),
            strip_events(slices["events"], slices["scoreboard"], names),
            row.duration_s,
            names=NAMES,
            base_url=url_of(row.match_id) + here,
        ),
        notices=tuple(_notices(row)),
    )


def url_of(match_id: int) -> str:
    """Give the address of a match."""
    return f"/deadlock/matches/{match_id}"


def title_of(row: DeadlockMatch) -> str:
    """Say a match in one line: who won, by how many kills, how long it took."""
    length = clock(row.duration_s)
    if row.winning_team not in {0, 1}:
        return f"{NAMES.a} against {NAMES.b}, no winner, {length}"
    won, lost = ("a", "b") if row.winning_team == 0 else ("b", "a")
    kills = {"a": row.kills_a, "b": row.kills_b}
    return (
        f"{SIDE_NAMES[won]} beat {SIDE_NAMES[lost]}, "
        f"{kills[won]} kills to {kills[lost]}, in {length}"
    )


def clock(seconds: int) -> str:
    """Write seconds of match time as m:ss."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def _head(row: DeadlockMatch, scoreboard: Any, names: Catalogue) -> Head:
    return Head(
        title=f"{title_of(row)} (Deadlock match {row.match_id})",
        score_word="kills",
        side_a=Side(NAMES.a, row.kills_a, row.winning_team == 0),
        side_b=Side(NAMES.b, row.kills_b, row.winning_team == 1),
        facts=tuple(_facts(row, scoreboard, names)),
    )


def _facts(row: DeadlockMatch, scoreboard: Any, names: Catalogue) -> list[Fact]:
    badges = {
        side.side: names.rank(side.average_badge, row.started_at) for side in scoreboard.sides
    }
    ranks = [badge for badge in badges.values() if badge]
    facts = [
        Fact("Length", clock(row.duration_s)),
        Fact("Played", "", at=row.started_at),
        Fact("Mode", mode_words(row.game_mode, row.match_mode)),
    ]
    if len(ranks) == len(badges):
        same = f"{ranks[0]}, both sides"
        facts.append(
            Fact("Average rank", same if ranks[0] == ranks[1] else f"{ranks[0]} and {ranks[1]}")
        )
    patch = "The match file does not name its patch. The date is the best guide."
    facts.append(Fact("Patch", "not recorded", definition=patch))
    url = f"/deadlock/matches/{row.match_id}/data"
    source = SOURCES[row.provenance]
    facts.append(Fact("Source", source, at=row.fetched_at, url=url, url_text="what is missing"))
    return facts


def _notices(row: DeadlockMatch) -> list[Notice]:
    found = []
    if row.provenance == "generated":
        sentence = "Nobody played it. It is left out of every statistic."
        found.append(Notice("", "This is a generated sample match", sentence))
    if row.provenance == "upload":
        sentence = "It came from a reader’s file and was not checked against the archive."
        found.append(Notice("warn", "This match is unverified", sentence))
    if row.outcome not in {"win", "draw"}:
        sentence = "Its numbers are shown as they were recorded; nobody won."
        found.append(Notice("warn", f"This match ended as “{row.outcome}”", sentence))
    return found
