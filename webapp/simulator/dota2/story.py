"""What happens in a match: who leads when, who dies where, what falls.

Everything later (gold, damage, logs) is told from this one plan, so that it agrees with itself.
"""

from dataclasses import dataclass

from webapp.simulator.dota2.cast import Person, cast_match
from webapp.simulator.dota2.chance import Chance, happens, stream
from webapp.simulator.dota2.fights import Clash, Death, plan_clashes
from webapp.simulator.dota2.objectives import Fallen, Taken, plan_buildings, plan_taken

FIRST_MATCH_AT = 1_767_225_600  # 2026-01-01, when id 8,000,000,000 begins here
FIRST_MATCH_ID = 8_000_000_000
SECONDS_AN_ID = 0.03
LAST_MATCH_AT = 1_795_132_800  # 2026-11-20: nothing here lies in the future
FIRST_REAL_ID = 1_000

# scenario: lead of the winner at each tenth of the match, as a share of a team's gold; minutes.
SHAPES: dict[str, tuple[tuple[float, ...], tuple[int, int]]] = {
    "normal": ((0, 0.01, 0.02, -0.01, 0.02, 0.05, 0.08, 0.1, 0.12, 0.16, 0.2), (30, 44)),
    "comeback": ((0, -0.03, -0.08, -0.12, -0.15, -0.16, -0.1, -0.02, 0.05, 0.1, 0.15), (38, 52)),
    "stomp": ((0, 0.05, 0.1, 0.15, 0.2, 0.26, 0.3, 0.33, 0.36, 0.38, 0.4), (20, 27)),
    "even": ((0, 0.01, -0.02, 0.02, -0.02, 0.03, -0.03, 0.01, -0.02, 0.03, 0.08), (46, 60)),
    "remake": ((0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), (3, 4)),
}
_PLAIN = ("normal", "comeback", "normal", "stomp", "even", "normal")


@dataclass(frozen=True, slots=True)
class Story:
    """One match as it happened; side 0 is Radiant, `lead` its share ahead for each second."""

    match_id: int
    scenario: str
    started_at: int
    duration_s: int
    winner: int
    people: tuple[Person, ...]
    lead: tuple[float, ...]
    clashes: tuple[Clash, ...]
    fallen: tuple[Fallen, ...]
    taken: tuple[Taken, ...]
    buybacks: tuple[tuple[int, int], ...]
    pauses: tuple[tuple[int, int], ...]

    @property
    def deaths(self) -> tuple[Death, ...]:
        """Every death in order of time."""
        return tuple(death for clash in self.clashes for death in clash.deaths)


def scenario_of(match_id: int) -> str:
    """Give the kind of match an id stands for when nothing else is asked."""
    return _PLAIN[match_id // 7 % len(_PLAIN)]


def plan_story(match_id: int, scenario: str | None = None) -> Story:
    """Plan a whole match; the same id and scenario give the same one."""
    kind = scenario or scenario_of(match_id)
    rng = stream(match_id, f"story {kind}")
    curve, (shortest, longest) = SHAPES[kind]
    duration_s = rng.randint(shortest * 60, longest * 60)
    winner = rng.randint(0, 1)
    people = cast_match(match_id)
    lead = _lead(rng, curve, duration_s, winner)
    fallen = () if kind == "remake" else plan_buildings(rng, people, duration_s, winner, lead)
    clashes = plan_clashes(rng, people, lead, fallen, quiet=kind == "remake")
    return Story(
        match_id=match_id,
        scenario=kind,
        started_at=started_at(match_id),
        duration_s=duration_s,
        winner=winner,
        people=people,
        lead=lead,
        clashes=clashes,
        fallen=fallen,
        taken=() if kind == "remake" else plan_taken(rng, people, duration_s, lead),
        buybacks=_buybacks(rng, clashes, duration_s),
        pauses=_pauses(rng, duration_s),
    )


def started_at(match_id: int) -> int:
    """Give when a match began, in Unix seconds; later ids begin later."""
    if match_id < FIRST_REAL_ID:
        return LAST_MATCH_AT - 90_000 * (FIRST_REAL_ID - match_id) // 100
    at = FIRST_MATCH_AT + int((match_id - FIRST_MATCH_ID) * SECONDS_AN_ID)
    return min(max(at, 1_300_000_000), LAST_MATCH_AT)


def _lead(rng: Chance, curve: tuple[float, ...], duration_s: int, winner: int) -> tuple[float, ...]:
    sign = 1 if winner == 0 else -1
    knots = [value + (rng.uniform(-0.01, 0.01) if value else 0) for value in curve]
    step = duration_s / (len(knots) - 1)
    told = []
    for second in range(duration_s + 1):
        place = min(second / step, len(knots) - 1.001)
        left = int(place)
        told.append(sign * (knots[left] + (knots[left + 1] - knots[left]) * (place - left)))
    return tuple(told)


def _buybacks(
    rng: Chance, clashes: tuple[Clash, ...], duration_s: int
) -> tuple[tuple[int, int], ...]:
    """Second and slot of each; late deaths only, at most one a player."""
    bought: dict[int, int] = {}
    late = [d for clash in clashes for d in clash.deaths if d.at_s > duration_s * 0.7]
    for death in late:
        if death.victim not in bought and happens(rng, 0.15) and death.at_s + 9 < duration_s:
            bought[death.victim] = death.at_s + rng.randint(2, 8)
    return tuple(sorted((second, slot) for slot, second in bought.items()))


def _pauses(rng: Chance, duration_s: int) -> tuple[tuple[int, int], ...]:
    if not happens(rng, 0.3):
        return ()
    return ((rng.randint(60, max(61, duration_s - 60)), rng.randint(8, 140)),)
