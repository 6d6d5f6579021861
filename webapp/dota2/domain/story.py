"""The match in about ten sentences, by rule: each says one thing the records say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from webapp.dota2.domain.analysis.fights import AFTER_S, Fight
from webapp.dota2.domain.analysis.whose import OTHER
from webapp.dota2.domain.buildings import name_of
from webapp.dota2.domain.findings.leading import lead_swing, thrown_lead
from webapp.dota2.domain.findings.material import Material, taken
from webapp.dota2.domain.words import SIDE_NAMES, counted
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import kills_to, listed

MOST: Final = 10
LANING_S: Final = 600
FIGHTS_TOLD: Final = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, the second it belongs to, and the tab that proves it."""

    at_s: int
    text: str
    evidence: str


def story_of(material: Material) -> tuple[Sentence, ...]:
    """Tell a match in order, its result last; what was not recorded is left out."""
    told = [one for rule in RULES for one in rule(material)][: MOST - 1]
    return (*sorted(told, key=lambda one: (one.at_s, one.text)), *_end(material))


def _first_blood(material: Material) -> Iterator[Sentence]:
    first = material.events.first_blood
    if first is not None and first.slot is not None:
        killer, victim = material.names([first.slot, first.victim])
        text = f"{killer} killed {victim} for first blood at {clock(first.at_s)}."
        yield Sentence(first.at_s, text, "/combat")


def _lanes(material: Material) -> Iterator[Sentence]:
    lead = material.lead_at(LANING_S)
    if lead is None or material.duration_s < LANING_S:
        return
    kills = [one for one in material.events.kills or () if one.at_s <= LANING_S]
    count = f" after {counted(len(kills), 'kill')}" if material.events.kills is not None else ""
    side = SIDE_NAMES["a" if lead > 0 else "b"]
    stood = f"{side} led by {abs(lead):,} gold" if lead else "neither side led"
    text = f"At 10:00 {stood}{count}."
    yield Sentence(LANING_S, text, "/laning")


def _first_tower(material: Material) -> Iterator[Sentence]:
    falls = [one for one in material.events.falls if one.kind == "tower" and not one.denied]
    if falls:
        one = falls[0]
        taker = SIDE_NAMES.get(one.taken_by or "", "Somebody")
        name = name_of(one.kind, one.tier, one.lane)
        article = "the" if one.tier else "a"
        text = f"{taker} took the first tower at {clock(one.at_s)}: {article} {name}."
        yield Sentence(one.at_s, text, "/objectives")


def _roshans(material: Material) -> Iterator[Sentence]:
    bosses = material.objectives.roshans or ()
    for side in ("a", "b"):
        own = [one for one in bosses if one.side == side]
        if own:
            times = listed([clock(one.at_s) for one in own])
            text = f"{SIDE_NAMES[side]} killed Roshan at {times}."
            yield Sentence(own[0].at_s, text, "/objectives")


def _fights(material: Material) -> Iterator[Sentence]:
    largest = sorted(material.fights.fights or (), key=lambda one: (-one.deaths, one.start_s))[
        :FIGHTS_TOLD
    ]
    for fight in largest:
        yield Sentence(max(0, fight.start_s), _fight(material, fight), "/fights")


def _fight(material: Material, fight: Fight) -> str:
    at = clock(fight.last_death_s if fight.first_death_s is None else fight.first_death_s)
    if not fight.winner:
        return f"A fight at {at} cost both sides {counted(fight.a.kills, 'hero', 'heroes')}."
    won, lost = (fight.a, fight.b) if fight.winner == "a" else (fight.b, fight.a)
    falls = material.fell(OTHER[fight.winner], fight.start_s, fight.end_s + AFTER_S)
    after = f", and took {taken(falls)} within a minute" if falls else ""
    score = kills_to(won.kills, lost.kills)
    return f"{SIDE_NAMES[fight.winner]} won the fight at {at}, {score}{after}."


def _swing(material: Material) -> Iterator[Sentence]:
    for one in (*thrown_lead(material), *lead_swing(material)):
        yield Sentence(one.at_s, one.sentence, one.evidence)
        return


def _barracks(material: Material) -> Iterator[Sentence]:
    for side in OTHER:
        fell = [one for one in material.fell(side, 0, 10**6) if one.kind in {"melee", "ranged"}]
        if fell:
            lanes = listed(list(dict.fromkeys(one.lane or "" for one in fell)))
            first = fell[0].at_s
            text = (
                f"{SIDE_NAMES[side]} lost {counted(len(fell), 'barracks', 'barracks')} "
                f"({lanes}) from {clock(first)} on."
            )
            yield Sentence(first, text, "/objectives")


def _end(material: Material) -> tuple[Sentence, ...]:
    if material.winner not in SIDE_NAMES:
        return ()
    text = f"{SIDE_NAMES[material.winner]} won{material.at_end('after')}."
    return (Sentence(material.duration_s, text, ""),)


RULES: Final = (_swing, _barracks, _fights, _roshans, _lanes, _first_tower, _first_blood)
"""What decides most comes first: what is too much is cut from the end."""
