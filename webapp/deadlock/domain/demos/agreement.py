"""Whether a demo is that of a match: by the match it names, the people in it, and who died when.

The address a demo came from proves nothing: it is fetched over plain http, or brought by anyone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from webapp.deadlock.domain.demos.report import DemoHeader
from webapp.deadlock.domain.records import Match
from webapp.matchplay.demo_file import DemoRefused

CLOSE_S: Final = 3.0
"""Kills carry the tick, deaths of the metadata whole seconds of a clock that starts with it."""
ENOUGH: Final = 0.8
FEW_PEOPLE: Final = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What agreed: people found of those known, deaths found of those that could be compared."""

    people: int
    people_known: int
    deaths: int
    deaths_compared: int


def judge(
    header: DemoHeader, kills: Sequence[tuple[float | None, int | None]], match: Match
) -> Verdict:
    """Compare a demo with the match it should be of; raises DemoRefused where it is another's.

    `kills` are (second on the match clock, hero id of who died), as far as the demo tells.
    """
    if header.match_id is None:
        raise DemoRefused("This demo does not say which match it is of, so it cannot be used.")
    if header.match_id != match.match_id:
        raise DemoRefused(
            f"This is the demo of match {header.match_id}, not of match {match.match_id}."
        )
    people, known = _people(header, match)
    if known >= FEW_PEOPLE and people < ENOUGH * known:
        raise DemoRefused("The people in this demo are not those of this match.")
    deaths, compared = _deaths(kills, match) if header.on_match_clock else (0, 0)
    if compared and deaths < ENOUGH * compared:
        raise DemoRefused("The deaths in this demo are not those of this match.")
    return Verdict(people, known, deaths, compared)


def near_s(match: Match) -> float:
    """Say how far apart two tellings of one thing may be; a pause may set the clocks apart."""
    return CLOSE_S + sum(pause.lasted_s for pause in match.pauses)


def _people(header: DemoHeader, match: Match) -> tuple[int, int]:
    """Count the match's accounts the demo knows, each on its own hero."""
    theirs = {(one.account_id, one.hero_id) for one in header.players}
    ours = {(one.account_id, one.hero_id) for one in match.players if one.account_id}
    return len(ours & theirs), len(ours)


def _deaths(kills: Sequence[tuple[float | None, int | None]], match: Match) -> tuple[int, int]:
    """Count kills that are deaths of the match too."""
    near = near_s(match)
    times = {one.hero_id: [death.at_s for death in one.deaths] for one in match.players}
    told = [(at, hero) for at, hero in kills if at is not None and hero in times]
    found = sum(any(abs(at - when) <= near for when in times[hero]) for at, hero in told if hero)
    return found, len(told)
