"""Buildings, kills and deaths, ours beside theirs."""

import re
from typing import Any

from tests.deadlock.reports.reader import Compared, Told, seconds


def objectives(told: Told) -> Compared:
    """When each building fell, of which side, and in which lane; and the mid boss."""
    sides = {"your": told.player.side, "enemy": "b" if told.player.side == "a" else "a"}
    events = told.analysis.events
    # The reports tell recorded falls only, not that a Patron was down by its weakened form.
    recorded = {one.side for one in told.match.objectives if one.kind == "Patron" and one.fell_at_s}
    falls = [one for one in events.objectives if one.kind != "Patron" or one.side in recorded]
    ours = [(fall.at_s, fall.side, fall.kind, fall.lane) for fall in falls]
    ours += [(boss.at_s, boss.claimed_by, "mid boss", None) for boss in events.mid_bosses]
    pattern = re.compile(
        r"(\d+:\d\d) +(\w+) team destroys (?:the )?(\w+) ([\w ]+?)(?: \((\w+)\))?$"
    )
    boss = re.compile(r"(\d+:\d\d) +(\w+) team kills the mid boss and claims the Rejuvenator$")
    theirs: list[Any] = []
    for line in map(str.strip, told.report("teams").splitlines()):
        if found := pattern.match(line):
            lane = (
                lane_word(told, found[5])
                if found[5] or found[4] in {"Guardian", "Walker"}
                else None
            )
            lane = lane_word(told, None) if found[4] == "Base Guardians" and not found[5] else lane
            theirs.append((seconds(found[1]), sides[found[3]], found[4], lane))
        elif found := boss.match(line):
            theirs.append((seconds(found[1]), sides[found[2]], "mid boss", None))
    return sorted(ours, key=str), sorted(theirs, key=str)


def lane_word(told: Told, word: str | None) -> str | None:
    """Say their lane in our words: of four lanes they name three, by the colours of three."""
    if told.match.four_lanes:
        return {"green": "purple", None: "green"}.get(word, word)
    return word


def kills(told: Told) -> Compared:
    """Compare the reported player's kills: when, whom, how long it took, how far, how long away."""
    own = [one for one in told.analysis.events.kills if one.killer == told.player.slot]
    return our_fights(told, own, "victim"), told_fights(told, "kills", "Time    Kill")


def deaths(told: Told) -> Compared:
    """Compare the reported player's deaths, in the same columns."""
    own = [one for one in told.analysis.events.kills if one.victim == told.player.slot]
    return our_fights(told, own, "killer"), told_fights(told, "deaths", "Time    Killed by")


def our_fights(told: Told, own: list[Any], other: str) -> list[Any]:
    """Tell kills or deaths as theirs are told: when, whom, how long, how far, how long away."""
    return [
        (
            one.at_s,
            told.hero(getattr(one, other)),
            f"{one.time_to_kill_s or 0:.1f}s",
            f"{one.distance_m:.0f}m",
            f"{one.respawn_s}s",
        )
        for one in own
    ]


def told_fights(told: Told, name: str, title: str) -> list[Any]:
    """Read the list of kills or deaths of a report."""
    lines = told.report(name).splitlines()
    start = next(spot for spot, line in enumerate(lines) if title in line)
    rows = [re.split(r"\s{2,}", line.strip()) for line in lines[start + 1 :] if line.strip()]
    return [(seconds(row[0]), *row[1:]) for row in rows]
