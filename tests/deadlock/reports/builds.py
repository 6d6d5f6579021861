"""What was bought, learnt, stacked and picked up, and every building, ours beside theirs.

Two columns of theirs are not ours: the level and souls that each ability point needs, which changed
from patch to patch and which no match records, and what statues gave, for the same reason.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

from tests.deadlock.reports.events import lane_word
from tests.deadlock.reports.reader import Compared, Told, number, seconds
from webapp.deadlock.domain.catalogue import Catalogue, parse_catalogue
from webapp.deadlock.domain.shop import bought_of, learnt_of
from webapp.deadlock.pages.builds.extras import BRIDGES, FAMILIES, buff_rows

SLOTS = {"Gun": "weapon", "Vitality": "vitality", "Spirit": "spirit"}
RENAMED = {"Debuff Remover": "Dispel Magic", "Spirit Shredder Bullets": "Spirit Shredder"}
"""Items the reports call as they were called on the day of the match."""
ITEM = re.compile(r"^ +(\d+:\d\d) +(\d+)  (.+?) {2,}(\w+) +(\d) +([\d,]+)(?:  (.*))?$")
SKILL = re.compile(r"^ +(\d+:\d\d) +(\d+) +\d+ +[\d,]+  (\w+) +(.+?) +(\d)$")
STACK = re.compile(r"^  (.+?) +(ally|enemy) +(.+?) +([\d,]+)$")
BUFF = re.compile(r"^  (\S.+?) +(\d+) +(\d+) +(\d+) +(\d+) +\S+$")


@cache
def names(folder: Path) -> Catalogue:
    """Read the names beside the reports."""
    bodies = {
        one: (folder / "assets" / f"{one}.json").read_bytes() for one in ("items", "abilities")
    }
    return parse_catalogue("reports", bodies, {}, None)


def items(told: Told) -> Compared:
    """Every item of the reported player: name, hall, tier, price, and what became of it."""
    found = filter(None, map(ITEM.match, told.report("items").splitlines()))
    theirs = [
        (*one.groups()[:2], RENAMED.get(one[3], one[3]), *one.groups()[3:6], one[7] or "")
        for one in found
    ]
    ours = []
    known = names(told.folder)
    for one in bought_of(_lines(told), known):
        if one.item_id not in known.items:
            continue
        ours.append(
            (
                _clock(one.at_s),
                str(len(ours) + 1),
                one.name,
                SLOTS[one.shop],
                str(one.tier),
                f"{one.cost:,}",
                _note(one),
            )
        )
    return sorted(ours), sorted(theirs)


def abilities(told: Told) -> Compared:
    """Every step of the reported player's skill order: when, its number, which, to what rank."""
    found = filter(None, map(SKILL.match, told.report("abilities").splitlines()))
    theirs = [(one[1], int(one[2]), one[3], one[4].strip(), int(one[5])) for one in found]
    ours = [
        (_clock(one.at_s), one.number, "unlock" if one.rank == 1 else "point", one.name, one.rank)
        for one in learnt_of(_lines(told), names(told.folder))
    ]
    return sorted(ours), sorted(theirs)


def stacks(told: Told) -> Compared:
    """Every final count of everybody."""
    found = filter(None, map(STACK.match, told.report("stacks").splitlines()))
    theirs = sorted((one[1].removesuffix(" *"), one[3].strip(), number(one[4])) for one in found)
    known = names(told.folder)
    ours = sorted(
        (told.hero(one.slot), known.item(one.item_id).name, one.count)
        for one in told.analysis.builds.stacks
    )
    return ours, theirs


def buffs(told: Told) -> Compared:
    """Compare the reported player's permanent buffs by kind and level, in all, and bridge buffs."""
    theirs: dict[str, Any] = {}
    for line in told.report("buffs").splitlines():
        if found := BUFF.match(line):
            theirs[found[1]] = tuple(map(int, found.groups()[1:5]))
        elif found := re.match(r"^  (\w+) +(\d+)$|^  (statues collected) +(\d+)", line):
            theirs[found[1] or found[3]] = int(found[2] or found[4])
    own = [one for one in told.analysis.builds.buffs if one.slot == told.player.slot]
    rows = {row.name: row for row in buff_rows(one for one in own if one.permanent)}
    ours: dict[str, Any] = {}
    if own:
        ours["statues collected"] = sum(one.count for one in own if one.permanent)
    for word in FAMILIES.values():
        if word.lower() in theirs:
            levels = rows[word].levels if word in rows else (0, 0, 0)
            ours[word.lower()] = (*levels, sum(levels))
    for one in own:
        if not one.permanent:
            ours[BRIDGES[one.kind.removesuffix("_powerup_pickup")].lower()] = one.count
    return ours, theirs


def buildings(told: Told) -> Compared:
    """Compare the fall of every building as the Objectives tab tells it, by side and lane."""
    mine = told.player.side
    pattern = re.compile(
        r"(\d+:\d\d) +(your|enemy) team destroys (?:the enemy|your) (.+?)(?: \((\w+)\))?$"
    )
    theirs = []
    for line in map(str.strip, told.report("teams").splitlines()):
        if found := pattern.match(line):
            taker = mine if found[2] == "your" else {"a": "b", "b": "a"}[mine]
            on_lane = found[3] in {"Guardian", "Walker", "Base Guardians"}
            lane = lane_word(told, found[4]) if on_lane else None
            theirs.append((seconds(found[1]), {"a": "b", "b": "a"}[taker], found[3], lane))
    ours = [
        (one.fell_at_s, one.side, one.kind, one.lane)
        for one in told.analysis.objectives.buildings
        if one.fell_at_s is not None
    ]
    return sorted(ours, key=str), sorted(theirs, key=str)


def rejuvenators(told: Told) -> Compared:
    """When the mid boss died, and who took the Rejuvenator."""
    sides = {"your": told.player.side, "enemy": "b" if told.player.side == "a" else "a"}
    pattern = r"(\d+:\d\d) +(your|enemy) team kills the mid boss and claims"
    found = re.findall(pattern, told.report("teams"))
    theirs = [(seconds(clock), sides[who]) for clock, who in found]
    return [(one.at_s, one.claimed_by) for one in told.analysis.objectives.mid_bosses], theirs


def _lines(told: Told) -> list[Any]:
    return [one for one in told.analysis.builds.lines if one.slot == told.player.slot]


def _clock(at_s: int) -> str:
    return f"{at_s // 60}:{at_s % 60:02d}"


def _note(one: Any) -> str:
    parts = [f"imbues {one.imbues}"] if one.imbues else []
    if one.end == "sold":
        parts.append(f"sold at {_clock(one.until_s)}")
    elif one.end:
        into = f"into {one.into}" if one.into else "upgraded"
        parts.append(f"{into} at {_clock(one.until_s)}")
    return ", ".join(parts)
