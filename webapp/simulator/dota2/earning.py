"""What each of the ten earned and lost in a match: farm, kills, buildings, Roshan."""

from webapp.simulator.dota2.cast import SIDE, Person
from webapp.simulator.dota2.chance import Chance, stream, weighted
from webapp.simulator.dota2.ledger import (
    BOUGHT_BACK,
    BUILDING,
    COURIER,
    CREEP,
    DIED,
    HERO,
    NEUTRAL,
    OTHER,
    ROSHAN,
    XP_CREEP,
    XP_HERO,
    XP_ROSHAN,
    Book,
    Line,
)
from webapp.simulator.dota2.story import Story

# Last hits a minute: lane creeps early and late, neutrals late; experience a minute early.
_PACE = {1: (6.2, 5.2, 6.5, 400), 2: (6.0, 4.8, 5.0, 470), 3: (4.8, 4.6, 3.2, 390),
         4: (0.9, 1.6, 1.0, 260), 5: (0.6, 1.1, 0.7, 240)}  # fmt: skip
_NEUTRALS = ("kobold", "harpy_scout", "satyr_trickster", "centaur_outrunner", "mud_golem",
             "ogre_mauler", "wildkin", "dark_troll", "black_drake", "granite_golem")  # fmt: skip
_BUILDING_GOLD = {"tower1": 90, "tower2": 110, "tower3": 120, "tower4": 120, "rax": 150}
_TAKEN = {
    "roshan": (ROSHAN, 135, 280, "npc_dota_roshan"),
    "tormentor": (OTHER, 250, 0, "npc_dota_miniboss"),
    "courier": (COURIER, 60, 0, "npc_dota_courier"),
}


def keep_books(story: Story) -> tuple[Book, ...]:
    """Write down what each of the ten earned and lost."""
    lines: list[list[Line]] = [[] for _ in story.people]
    denies: list[list[int]] = [[] for _ in story.people]
    for person in story.people:
        rng = stream(story.match_id, f"farm {person.slot}")
        lines[person.slot] += _farm(rng, story, person)
        denies[person.slot] = _denies(rng, story, person)
    _heroes(story, lines)
    _things(story, lines)
    return tuple(
        Book(slot, story.duration_s, tuple(sorted(own, key=lambda one: one.at_s)), tuple(denied))
        for slot, (own, denied) in enumerate(zip(lines, denies, strict=True))
    )


def _farm(rng: Chance, story: Story, person: Person) -> list[Line]:
    early, late, jungle, xp_pace = _PACE[person.position]
    sign = 1 if person.side == 0 else -1
    told = []
    for minute in range(story.duration_s // 60 + 1):
        begin, end = max(8, minute * 60), min(story.duration_s, minute * 60 + 59)
        if begin > end:
            continue
        share = 1 + 1.9 * sign * story.lead[min(minute * 60, story.duration_s)]
        pace = person.skill * max(0.25, share)
        lane = early if minute < 11 else late  # noqa: PLR2004 - laning is over
        told += [_creep(rng, begin, end, person) for _ in range(_about(rng, lane * pace))]
        if minute > 7:  # noqa: PLR2004 - camps are worth it
            told += [_neutral(rng, begin, end) for _ in range(_about(rng, jungle * pace))]
        xp = int(xp_pace * pace * (1 + minute / 26) * rng.uniform(0.7, 1.2))
        told.append(Line(rng.randint(begin, end), xp_reason=XP_CREEP, xp=xp))
    return told


def _creep(rng: Chance, begin: int, end: int, person: Person) -> Line:
    word = "badguys" if person.side == 0 else "goodguys"
    kind = weighted(rng, ("melee", "ranged", "flagbearer", "siege"), (62, 26, 7, 5))
    unit = f"npc_dota_{word}_siege" if kind == "siege" else f"npc_dota_creep_{word}_{kind}"
    gold = rng.randint(*{"melee": (34, 39), "ranged": (42, 52)}.get(kind, (60, 72)))
    return Line(rng.randint(begin, end), CREEP, gold, None, 0, unit)


def _neutral(rng: Chance, begin: int, end: int) -> Line:
    unit = f"npc_dota_neutral_{rng.choice(_NEUTRALS)}"
    return Line(rng.randint(begin, end), NEUTRAL, rng.randint(18, 58), None, 0, unit)


def _denies(rng: Chance, story: Story, person: Person) -> list[int]:
    most = {1: 8, 2: 12, 3: 7, 4: 3, 5: 4}[person.position]
    last = min(story.duration_s, 720)
    return sorted(rng.randint(20, last) for _ in range(rng.randint(0, most)))


def _about(rng: Chance, mean: float) -> int:
    whole = int(mean)
    return max(0, whole + int(rng.random() < mean - whole) + rng.choice((-1, 0, 0, 0, 1)))


def _heroes(story: Story, lines: list[list[Line]]) -> None:
    """Pay for kills, and let deaths and buybacks cost."""
    first = True
    for death in story.deaths:
        minute = death.at_s // 60
        lines[death.victim].append(Line(death.at_s, DIED, -(20 + 9 * minute)))
        if death.killer is None:
            continue
        bounty = 180 + 7 * minute + (150 if first else 0)
        first = False
        lines[death.killer].append(Line(death.at_s, HERO, bounty, XP_HERO, 130 + 16 * minute))
        for helper in death.helpers:
            gold, xp = 45 + 5 * minute, 90 + 11 * minute
            lines[helper].append(Line(death.at_s, HERO, gold, XP_HERO, xp))
    for second, slot in story.buybacks:
        lines[slot].append(Line(second, BOUGHT_BACK, -(200 + 20 * (second // 60))))


def _things(story: Story, lines: list[list[Line]]) -> None:
    """Share what towers, barracks, Roshan, tormentors and couriers give."""
    for fall in story.fallen:
        shared = next((gold for word, gold in _BUILDING_GOLD.items() if word in fall.key), 0)
        for slot in _slots(1 - fall.side):
            own = fall.by == slot
            gold = shared + (140 if own and shared else 0)
            unit = fall.key if own else None
            lines[slot].append(Line(fall.at_s, BUILDING, gold, None, 0, unit))
    for taken in story.taken:
        reason, gold, xp, killed = _TAKEN[taken.kind]
        for slot in _slots(taken.side):
            hand = killed if slot == taken.by else None
            xp_reason = XP_ROSHAN if xp else None
            lines[slot].append(Line(taken.at_s, reason, gold, xp_reason, xp, hand))


def _slots(side: int) -> range:
    return range(side * SIDE, side * SIDE + SIDE)
