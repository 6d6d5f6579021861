"""Aim, range, movement and awards of everybody, ours beside theirs.

Figures are compared exactly. Only players who teleported get a tolerance in how they moved: their
paths hold two more samples for each time, which we take out, while the reports keep them and leave
out as many at the end.
"""

import json
import re
from typing import Any

from tests.deadlock.reports.intervals import INTERVAL_S, interval_ends
from tests.deadlock.reports.reader import Compared, Told, cells, number
from tests.deadlock.reports.shown import figures_shown
from webapp.deadlock.domain.analysis.performance.records import COUNTERS, MINUTES, RANGES
from webapp.deadlock.domain.analysis.performance.values import Figures, Sums, added, path_figures
from webapp.deadlock.domain.metrics import KEYS


def aim(told: Told) -> Compared:
    """Shots, hit rate, headshot rate, gun and headshot damage of everybody.

    The reports do not know the gun of the hero Rem as one and leave its damage out.
    """
    ours = {
        hero: [
            number(figures["shots"]),
            f"{figures['accuracy']}%",
            f"{figures['headshot_rate']}%",
            number(figures["gun_body"]),
            number(figures["gun_headshot"]),
        ]
        for hero, figures in figures_shown(told).items()
    }
    theirs = {}
    for line in told.section("combat", "Hit rate"):
        hero, (_, shots, hit, heads, *guns) = cells(line)
        theirs[hero] = [number(shots), hit, heads, *map(number, guns)]
        if guns == ["-", "-"]:
            theirs[hero][3:] = ours[hero][3:]
    return ours, theirs


def aim_against(told: Told) -> Compared:
    """Compare the enemy's shots, hits and headshots, and the share of all shots that hit."""
    sums = counters_of(told, told.player.slot)
    ours = [sums["against_shots"], sums["against_hits"], sums["against_headshots"]]
    figures = told.analysis.performance.players
    mine = next(one for one in figures if one.slot == told.player.slot)
    ours.append(round(mine.values[KEYS.index("accuracy_all")] or 0))
    text = told.report("combat")
    found = re.search(r"at you: ([\d,]+) shots, ([\d,]+) .*? hits, ([\d,]+)", text)
    overall = re.search(r"included: (\d+)%", text)
    assert found
    assert overall
    return ours, [*map(number, found.groups()), int(overall[1])]


def ranges(told: Told) -> Compared:
    """Compare the reported player's damage by range: guns and abilities, dealt and taken."""
    sums = counters_of(told, told.player.slot)
    kinds = ("gun_dealt", "ability_dealt", "gun_taken", "ability_taken")
    rows = [[sums[f"{kind}_{most}"] for kind in kinds] for most in RANGES]
    theirs = []
    for line in told.section("combat", "Ability dealt"):
        amounts = re.sub(r"\(\d+%\)", "", line).split()[1:]
        theirs.append([number(one) for one in amounts])
    return [row for row in rows if any(row)], theirs


def falloff(told: Told) -> Compared:
    """Compare how many hits lost no, some or most damage, dealt and taken, in per cent."""
    sums = counters_of(told, told.player.slot)
    ours = [_shares(sums, "falloff"), _shares(sums, "against_falloff")]
    text = told.report("combat")
    found = re.findall(r"Falloff on .*?: (\d+)% none, (\d+)% partial, (\d+)% max", text)
    return ours, [[int(one) for one in row] for row in found]


def idle(told: Told) -> Compared:
    """Compare souls and ability points held unspent on average."""
    mine = next(o for o in told.analysis.performance.players if o.slot == told.player.slot)
    souls, points = (mine.values[KEYS.index(key)] for key in ("unspent_souls", "unspent_points"))
    found = re.findall(r"held unspent on average: ([\d,.]+)", told.report("combat"))
    return [f"{souls:,.0f}", f"{points:.1f}"], found


def movement(told: Told) -> Compared:
    """Distance, pace, stillness, kinds of movement, fighting and dashes of everybody."""
    if not told.analysis.performance.moves:
        return {}, {}
    theirs = {}
    for line in told.section("movement", "Stationary"):
        hero, (_, *columns) = cells(line)
        theirs[hero] = columns
    ours = {}
    for one in told.analysis.performance.series:
        hero = told.hero(one.slot)
        ours[hero] = _moved(added(MINUTES, one.minutes))
        if one.slot in _teleporters(told):
            ours[hero] = _near(ours[hero], theirs[hero])
    return ours, theirs


def movement_by_interval(told: Told) -> Compared:
    """Compare the reported player's movement by five minutes."""
    performance = told.analysis.performance
    if not performance.moves:
        return [], []
    mine = next(one for one in performance.series if one.slot == told.player.slot)
    step = INTERVAL_S // 60
    count = len(interval_ends(performance.duration_s))
    spans = [(spot * step, (spot + 1) * step) for spot in range(count)]
    ours = [_moved(added(MINUTES, mine.minutes, *span)) for span in (*spans, (0, None))]
    theirs = [line.split()[1:] for line in told.section("movement", "Time       Meters")]
    if mine.slot in _teleporters(told):
        ours = [_near(own, other) for own, other in zip(ours, theirs, strict=True)]
    return ours, theirs


def stars(told: Told) -> Compared:
    """Compare what each of the reported player's awards counts, how much, and its stars."""
    if "No accolades" in told.report("accolades"):
        return [], []
    body = (told.folder / "assets" / "accolades.json").read_text()
    names = {row["id"]: row["class_name"].replace("_", " ") for row in json.loads(body)}
    series = told.analysis.performance.series
    mine = next(one for one in series if one.slot == told.player.slot)
    ours = {names[one.accolade_id]: (one.value, one.stars) for one in mine.awards}
    pattern = re.compile(r"^  (\S.*?) {2,}([\d,]+)  (\**) ")
    found = filter(None, map(pattern.match, told.report("accolades").splitlines()))
    return ours, {one[1]: (number(one[2]), len(one[3])) for one in found}


def counters_of(told: Told, slot: int) -> Sums:
    series = told.analysis.performance.series
    return added(COUNTERS, next(one for one in series if one.slot == slot).counters)


def _shares(sums: Sums, kind: str) -> list[int]:
    amounts = [sums[f"{kind}_{word}"] for word in ("none", "partial", "most")]
    return [round(100 * one / max(1, sum(amounts))) for one in amounts]


def _teleporters(told: Told) -> set[int]:
    """Give the slots whose path is longer than the match."""
    body = (told.folder / "metadata" / f"m{told.match_id}.json").read_bytes()
    paths: list[dict[str, Any]] = json.loads(body)["match_info"]["match_paths"]["paths"]
    length = told.match.duration_s + 1
    return {path["player_slot"] for path in paths if len(path["x_pos"]) > length}


def _near(ours: list[str], theirs: list[str]) -> list[str]:
    """Give theirs where ours is near: within 6% of a number, 3 of a percentage or count."""
    return [
        other if abs(_plain(own) - _plain(other)) <= max(3, 0.06 * _plain(other)) else own
        for own, other in zip(ours, theirs, strict=True)
    ]


def _plain(text: str) -> float:
    return 0.0 if text == "-" else float(text.rstrip("%").replace(",", ""))


def _moved(sums: Sums) -> list[str]:
    figures: Figures = path_figures(sums)
    pace = (figures["speed_m_s"] or 0) * 60
    shares = ("still_share", "slide_share", "in_air_share", "zipline_share", "combat_share")
    return [
        f"{figures['distance_m']:,.0f}",
        f"{pace:.0f}",
        *(f"{figures[key]:.1f}%" for key in shares),
        str(sums["dashes"]),
        str(sums["air dashes"]),
    ]
