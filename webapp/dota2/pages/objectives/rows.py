"""Buildings of both sides as rows, at a moment or in a span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.objectives import Building, Objectives
from webapp.dota2.domain.analysis.whose import OTHER
from webapp.dota2.domain.buildings import name_of
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.pages.called import unit_called
from webapp.dota2.pages.people import hero_of
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

GLYPHS = {"tower": "square", "melee": "diamond", "ranged": "diamond", "ancient": "star"}


@dataclass(frozen=True, slots=True)
class BuildingRow:
    """One building; `fell` is a clock, or what is known instead of one."""

    side: str
    kind: str
    glyph: str
    name: str
    fell_at_s: int | None
    fell: str
    by: str
    denied: bool
    later: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One side's buildings; `said` counts those standing."""

    side: str
    name: str
    said: str
    rows: tuple[BuildingRow, ...]


def groups_at(loaded: Any, moment: Moment) -> tuple[Group, ...]:
    """Give both sides' buildings: those that fell in the span, else all as of the moment."""
    return tuple(_group(loaded, side, moment) for side in ("a", "b"))


def standing_at(story: Objectives, side: str, at_s: int | None) -> tuple[int, int, int]:
    """Count a side's buildings at a second (None: the end): at least, at most, of how many.

    What fell at a second nobody recorded may have fallen before or after. An Ancient falls last.
    """
    own = [one for one in story.buildings if one.side == side and one.kind != "shrine"]
    if at_s is None:
        stood = sum(one.stood is not False for one in own)
        return stood, stood, len(own)
    unnamed = [one.at_s for one in story.unnamed if one.side == OTHER[side]]
    timed = [*(one.fell_at_s for one in own if one.fell_at_s is not None), *unnamed]
    fell = [one for one in own if one.stood is False and one.kind != "ancient"]
    open_ = len(fell) - len([one for one in fell if one.fell_at_s is not None]) - len(unnamed)
    most = len(own) - sum(one <= at_s for one in timed)
    return most - max(0, open_), most, len(own)


def _group(loaded: Any, side: str, moment: Moment) -> Group:
    story = loaded.slices["objectives"]
    rows = [_row(loaded, one, moment) for one in story.buildings if one.side == side]
    rows += _unnamed(loaded, side, moment)
    if moment.span:
        first, last = moment.span
        rows = [one for one in rows if one.fell_at_s is not None and first <= one.fell_at_s <= last]
    rows.sort(key=lambda one: (one.fell_at_s is None, one.fell_at_s or 0))
    return Group(side, SIDE_NAMES[side], _said(loaded, side, moment, len(rows)), tuple(rows))


def _said(loaded: Any, side: str, moment: Moment, fell: int) -> str:
    if moment.span:
        return f"{fell} fell in this span"
    least, most, every = standing_at(loaded.slices["objectives"], side, moment.at)
    stood = str(most) if least == most else f"{least} to {most}"
    when = "at the end" if moment.at is None else f"at {clock(moment.at)}"
    return f"{stood} of {every} standing {when}"


def _row(loaded: Any, one: Building, moment: Moment) -> BuildingRow:
    fell = one.fell_at_s
    return BuildingRow(
        side=one.side,
        kind=one.kind,
        glyph=GLYPHS.get(one.kind, "triangle"),
        name=_capital(name_of(one.kind, one.tier, one.lane)),
        fell_at_s=fell,
        fell=clock(fell) if fell is not None else _instead(one),
        by=_by(loaded, one),
        denied=one.denied,
        later=_later(fell, moment),
    )


def _instead(one: Building) -> str:
    """Say what is known of a building whose fall has no second."""
    if one.stood is None:
        return "not recorded"
    return "stood" if one.stood else "fell, time not recorded"


def _by(loaded: Any, one: Building) -> str:
    if one.by is not None:
        return hero_of(loaded, one.by)
    return unit_called(one.by_unit) if one.by_unit else ""


def _later(fell: int | None, moment: Moment) -> bool:
    return moment.span is None and moment.at is not None and fell is not None and fell > moment.at


def _unnamed(loaded: Any, side: str, moment: Moment) -> list[BuildingRow]:
    return [
        BuildingRow(
            side=side,
            kind="tower",
            glyph=GLYPHS["tower"],
            name="A tower, which one is not recorded",
            fell_at_s=one.at_s,
            fell=clock(one.at_s),
            by="" if one.by is None else hero_of(loaded, one.by),
            denied=one.denied,
            later=_later(one.at_s, moment),
        )
        for one in loaded.slices["objectives"].unnamed
        if one.side == OTHER[side]
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
