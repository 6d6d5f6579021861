"""One player's build along the match: a bar for each item while it was owned, and skills as steps.

x in per cent of the match, y in pixels, as on the strip.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from webapp.deadlock.domain.shop import OTHER_SHOP, SHOPS, Bought, Learnt
from webapp.deadlock.pages.builds.shelves import Shelf
from webapp.matchplay.charts import clock, place_x

ROW: Final = 20
HEAD: Final = 22
TOP: Final = 4
FOOT: Final = 20
SKILL: Final = 34
"""A skill has its name above its steps."""
_WIDE: Final = 26.0
"""A bar at least this wide holds its own words."""
_RIGHT_X: Final = 58.0
"""Words that start before this fit behind it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One item, from when it was bought until it was gone."""

    y: int
    x: float
    width: float
    at_s: int
    kept: bool
    text: str
    text_x: float
    text_away: int
    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a skill: its rank at its time."""

    x: float
    rank: int
    at_s: int
    title: str


@dataclass(frozen=True, slots=True)
class Skill:
    """One ability's steps."""

    y: int
    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Hall:
    """One part of the shop: its name, what was put into it, and its bars."""

    name: str
    said: str
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """One player's whole build."""

    side: str
    height: int
    bottom_y: int
    halls: tuple[Hall, ...]
    skills_y: int
    skills: tuple[Skill, ...]


def timeline_of(shelf: Shelf, duration_s: int) -> Timeline:
    """Draw one player's build."""
    halls, y = [], TOP
    for name in (*SHOPS.values(), OTHER_SHOP):
        own = [one for one in shelf.bought if one.shop == name]
        if own:
            halls.append(_hall(name, own, y, duration_s))
            y += HEAD + ROW * len(own)
    skills_y, y = y + 15, y + HEAD
    skills = tuple(_skills(shelf.learnt, y, duration_s))
    bottom = y + SKILL * len(skills)
    return Timeline(shelf.side, bottom + FOOT, bottom, tuple(halls), skills_y, skills)


def _hall(name: str, own: Sequence[Bought], y: int, duration_s: int) -> Hall:
    paid = [one.paid for one in own if one.paid is not None]
    bars = tuple(
        _bar(one, y + HEAD + ROW * number + ROW // 2, duration_s) for number, one in enumerate(own)
    )
    said = f"{sum(paid):,} souls" if paid else "price not known"
    return Hall(name, said, y + 15, bars)


def _bar(one: Bought, y: int, duration_s: int) -> Bar:
    x = place_x(one.at_s, duration_s)
    end_x = 100.0 if one.until_s is None else place_x(one.until_s, duration_s)
    width = round(max(end_x - x, 0.3), 2)
    text_x, away, anchor = _beside(x, end_x, kept=one.until_s is None)
    return Bar(
        y=y,
        x=x,
        width=width,
        at_s=one.at_s,
        kept=one.until_s is None,
        text=one.name + what_became(one),
        text_x=text_x,
        text_away=away,
        anchor=anchor,
        title=f"{clock(one.at_s)}: {one.name}{what_became(one)}",
    )


def _beside(x: float, end_x: float, *, kept: bool) -> tuple[float, int, str]:
    """Say where an item's words go: in its bar, behind it, or in front."""
    if x <= _RIGHT_X and (kept or end_x - x >= _WIDE):
        return x, 5, ""
    if end_x <= _RIGHT_X:
        return end_x, 4, ""
    return x, -4, "end"


def what_became(one: Bought) -> str:
    """Say what became of an item, empty while it is owned."""
    if one.until_s is None:
        return ""
    if one.end == "sold":
        return f", sold {clock(one.until_s)}"
    return f" → {one.into}" if one.into else f", used up {clock(one.until_s)}"


def _skills(learnt: Sequence[Learnt], y: int, duration_s: int) -> Iterable[Skill]:
    for number, ability in enumerate(dict.fromkeys(one.ability_id for one in learnt)):
        own = [one for one in learnt if one.ability_id == ability]
        steps = tuple(
            Step(
                x=place_x(one.at_s, duration_s),
                rank=one.rank,
                at_s=one.at_s,
                title=f"{clock(one.at_s)}: {one.name}, {'unlocked' if one.rank == 1 else 'rank'} "
                + ("" if one.rank == 1 else str(one.rank)),
            )
            for one in own
        )
        yield Skill(y + SKILL * number + 22, own[0].name, steps)
