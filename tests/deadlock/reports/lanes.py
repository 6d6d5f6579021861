"""The laning phase at 9:00, ours beside theirs."""

import re
from typing import Any

from tests.deadlock.reports.events import lane_word
from tests.deadlock.reports.reader import Compared, Told, cells, number, seconds
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.pages.laning.duel import duel_of

COLUMNS = (
    "souls",
    "kills",
    "deaths",
    "player_damage",
    "damage_taken",
    "objective_damage",
    "healing",
    "heal_prevented",
    "last_hits",
    "denies",
)


def laning(told: Told) -> Compared:
    """Each player of each lane at 9:00."""
    ours = {
        (one.lane, told.hero(one.slot)): [getattr(one, name) for name in COLUMNS]
        for one in told.analysis.lanes.players
    }
    theirs = {
        (lane, label): [number(one) for one in columns]
        for lane, label, columns in _lane_rows(told)
        if label not in {"Team", "Enemy", "Net"}
    }
    return {key: ours[key] for key in ours if key[0] in {lane for lane, _ in theirs}}, theirs


def laning_lead(told: Told) -> Compared:
    """Compare the souls each lane was ahead by, and its kills, as the lane is judged by."""
    sign = 1 if told.player.side == "a" else -1
    ours = {
        one.lane: [sign * (one.souls_a - one.souls_b), sign * (one.kills_a - one.kills_b)]
        for one in told.analysis.lanes.verdicts
    }
    theirs = {
        lane: [number(one) for one in columns[:2]]
        for lane, label, columns in _lane_rows(told)
        if label == "Net"
    }
    return {lane: ours[lane] for lane in theirs}, theirs


def laning_sums(told: Told) -> Compared:
    """Both sides' sums of each lane and what they are apart by, in every column, as the tab adds.

    The tab leaves a row out where it is all noughts.
    """
    own = told.player.side
    lanes = told.analysis.lanes
    ours: dict[tuple[str, str], list[int]] = {}
    for one in lanes.verdicts:
        duel = duel_of(one, lanes.players, Catalogue(""), {})
        sums = {row.key: {"a": row.total_a or 0, "b": row.total_b or 0} for row in duel.rows}
        rows = [sums.get(name, {"a": 0, "b": 0}) for name in COLUMNS]
        team = ours[one.lane, "Team"] = [row[own] for row in rows]
        enemy = ours[one.lane, "Enemy"] = [row["b" if own == "a" else "a"] for row in rows]
        ours[one.lane, "Net"] = [a - b for a, b in zip(team, enemy, strict=True)]
    theirs = {
        (lane, label): [number(one) for one in columns]
        for lane, label, columns in _lane_rows(told)
        if label in {"Team", "Enemy", "Net"}
    }
    return {key: ours[key] for key in theirs}, theirs


def laning_kills(told: Told) -> Compared:
    """Every kill listed for a lane and each fall of a Guardian, and for which side it was good."""
    theirs: dict[str, list[Any]] = {}
    for lane, line in _lane_lines(told):
        found = re.match(r"(\d+:\d\d) +([+-]) (.+)$", line)
        if found and found[3].endswith("Guardian falls"):
            theirs.setdefault(lane, []).append((seconds(found[1]), found[2], "Guardian"))
        elif found:
            theirs.setdefault(lane, []).append((seconds(found[1]), found[2], found[3]))
    sides = {one.slot: one.side for one in told.match.players}
    ours = {}
    for one in told.analysis.lanes.verdicts:
        fell = {"a": one.guardian_a_fell_at_s, "b": one.guardian_b_fell_at_s}
        ours[one.lane] = sorted(
            [
                *(
                    (
                        kill.at_s,
                        _sign(told, sides[kill.victim]),
                        f"{told.hero(kill.killer)} kills {told.hero(kill.victim)}",
                    )
                    for kill in one.deaths
                ),
                *((at_s, _sign(told, side), "Guardian") for side, at_s in fell.items() if at_s),
            ]
        )
    return {lane: ours[lane] for lane in theirs}, {
        lane: sorted(rows) for lane, rows in theirs.items()
    }


def laning_heads(told: Told) -> Compared:
    """When laning ends, whose lane is whose, and where both Guardians still stood."""
    text = told.report("laning")
    until = re.search(r"Laning phase through (\d+:\d\d)", text)
    own = re.search(r"^(\w+) \(your lane\)", text, re.MULTILINE)
    assert until
    assert own
    stood = {lane for lane, line in _lane_lines(told) if line == "both guardians up"}
    shown = {lane for lane, _, _ in _lane_rows(told)}
    ours = {
        one.lane
        for one in told.analysis.lanes.verdicts
        if one.lane in shown and one.guardian_a_fell_at_s is one.guardian_b_fell_at_s is None
    }
    said = (told.analysis.lanes.ends_s, told.player.lane, ours)
    return said, (seconds(until[1]), lane_word(told, own[1].lower()), stood)


def _sign(told: Told, lost_by: str) -> str:
    return "-" if lost_by == told.player.side else "+"


def _lane_lines(told: Told) -> list[tuple[str, str]]:
    rows, lane = [], ""
    for line in told.report("laning").splitlines():
        if found := re.match(r"(Blue|Green|Yellow)\b", line):
            lane = lane_word(told, found[1].lower()) or ""
        elif lane:
            rows.append((lane, line.strip()))
    return rows


def _lane_rows(told: Told) -> list[tuple[str, str, list[str]]]:
    rows = [(lane, *cells(line)) for lane, line in _lane_lines(told)]
    return [row for row in rows if len(row[2]) == 10]
