"""One death in full: map, health, who was near, what hit, what came after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.deadlock.domain.analysis.deaths import Crowd, DeathTold
from webapp.deadlock.domain.analysis.near import NEAR_M
from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.combat.people import Fighter, fighters_of
from webapp.deadlock.pages.deaths.health import health_chart, health_words
from webapp.deadlock.pages.deaths.recap import RecapView, recap_view
from webapp.deadlock.pages.demo import DemoHitsView, demo_hits
from webapp.deadlock.pages.map.cutout import WIDTH, Backdrop, Cutout, Fallen, backdrop_of, cutout
from webapp.deadlock.pages.map.scene import Now
from webapp.deadlock.pages.map.window import Frame
from webapp.deadlock.pages.replays import load_replay
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import LineChart, clock

TRAIL_S = 8
BACKDROPS_HELD = 16
HEALTHS_HELD = 64


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who stood near the victim, who is counted with their own."""

    word: str
    own: tuple[Fighter, ...]
    enemy: tuple[Fighter, ...]
    own_count: int


@dataclass(frozen=True, slots=True)
class Happened:
    """Something with a moment."""

    at_s: int
    clock: str
    text: str


@dataclass(frozen=True, slots=True)
class OpenedDeath:
    """One death told; None and empty where the match does not say."""

    at_s: int
    clock: str
    victim: Fighter
    killer: Fighter | None
    place: str
    killer_place: str
    distance_m: int | None
    took_s: str
    respawn_s: int
    alive_own: int
    alive_enemy: int
    meetings: tuple[Meeting, ...]
    health: LineChart | None
    health_words: str
    max_health: int | None
    souls: str
    answered: tuple[Fighter, ...]
    fell: tuple[Happened, ...]
    fight: int | None
    recap: RecapView | None
    map: Cutout | None
    demo: DemoHitsView | None


def opened_death(loaded: Sources, number: int, fight: int | None) -> OpenedDeath:
    """Tell one death of a match."""
    story = loaded.slices["deaths"]
    people = {one.slot: one for one in fighters_of(loaded)}
    death, after = story.deaths[number], story.deaths[number].after
    victim = people[death.victim]
    took = death.time_to_kill_s
    return OpenedDeath(
        at_s=death.at_s,
        clock=clock(death.at_s),
        victim=victim,
        killer=people.get(death.killer or 0),
        place=death.place,
        killer_place=death.killer_place,
        distance_m=None if death.distance_m is None else round(death.distance_m),
        took_s="" if took is None else f"{took:.1f}",
        respawn_s=death.respawn_s,
        alive_own=death.around.alive_own,
        alive_enemy=death.around.alive_enemy,
        meetings=tuple(_meetings(death, people)),
        health=_health(loaded, number),
        health_words=health_words(death),
        max_health=death.around.max_health,
        souls=_souls(death),
        answered=tuple(people[slot] for slot in after.answered),
        fell=tuple(_fell(loaded, death)),
        fight=fight,
        recap=recap_view(story, death, people, loaded.names),
        map=map_of(loaded, death),
        demo=demo_hits(loaded, death.victim, death.at_s),
    )


@holding(HEALTHS_HELD)
def _health(loaded: Sources, number: int) -> LineChart | None:
    death: DeathTold = loaded.slices["deaths"].deaths[number]
    victim = next(one for one in fighters_of(loaded) if one.slot == death.victim)
    return health_chart(death, victim)


@holding(BACKDROPS_HELD)
def backdrop(loaded: Sources) -> tuple[Replay, Backdrop] | None:
    """Give a match's positions and the ground under its maps; None without positions."""
    replay = load_replay(loaded.row.paths_key)
    return (replay, backdrop_of(replay)) if replay else None


def map_of(loaded: Sources, death: DeathTold) -> Cutout | None:
    """Draw the place of a death; None without positions or place."""
    found = backdrop(loaded)
    if found is None or death.x is None or death.y is None:
        return None
    people = {one.slot: one for one in fighters_of(loaded)}
    names = {slot: one.hero for slot, one in people.items()}
    victim = people[death.victim]
    words = f"{victim.hero} died {clock(death.at_s)}"
    return cutout(
        Now(replay=found[0], at=death.at_s, names=names),
        Frame(x=round(death.x), y=round(death.y), width=WIDTH),
        trail_s=TRAIL_S,
        title=f"{victim.hero}’s death at {clock(death.at_s)}",
        fallen=(Fallen(death.victim, victim.side, death.x, death.y, words, death.at_s),),
        ring_m=NEAR_M,
    )


def _meetings(death: DeathTold, people: dict[int, Fighter]) -> Iterator[Meeting]:
    for word, crowd in (("At the death", death.around.near), ("5 s before", death.around.before)):
        if crowd is not None:
            yield _meeting(word, crowd, people)


def _meeting(word: str, crowd: Crowd, people: dict[int, Fighter]) -> Meeting:
    own, enemy = _named(crowd.own, people), _named(crowd.enemy, people)
    return Meeting(word, own, enemy, len(own) + 1)


def _named(slots: Sequence[int], people: dict[int, Fighter]) -> tuple[Fighter, ...]:
    return tuple(people[slot] for slot in slots)


def _souls(death: DeathTold) -> str:
    lost = death.after.souls
    if lost is None:
        return ""
    deaths = "this death" if lost.deaths == 1 else f"{lost.deaths} deaths"
    return (
        f"{lost.souls:,} between the samples at {clock(lost.from_s)} and {clock(lost.to_s)}, "
        f"by {deaths}"
    )


def _fell(loaded: Sources, death: DeathTold) -> Iterator[Happened]:
    falls = loaded.slices["events"].objectives
    for fall in (falls[number] for number in death.after.fell):
        where = f" ({fall.lane})" if fall.lane else ""
        yield Happened(fall.at_s, clock(fall.at_s), f"{fall.kind}{where}")
    if death.after.mid_boss_at_s is not None:
        enemy = SIDE_NAMES["b" if death.around.side == "a" else "a"]
        at_s = death.after.mid_boss_at_s
        yield Happened(at_s, clock(at_s), f"mid boss, to {enemy}")
