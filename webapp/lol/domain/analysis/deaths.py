"""The death ledger: each champion kill, how it came about, and what did the damage.

A death has the number of its kill in the events slice. The classes say what the timeline says:
who took part and what fell soon after, never why.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from webapp.lol.domain import modes
from webapp.lol.domain.analysis.events import Events, Kill, sides_of
from webapp.lol.domain.analysis.respawning import death_s, level_at
from webapp.lol.domain.ground import place_words
from webapp.lol.domain.records import Hit, Match

BEFORE_S: Final = 60
"""A death counts as before an objective when the other side took one within so many seconds."""
GANKED: Final = 2
NO_ABILITIES: Final = ("burning", "summoner", "item", "srt_", "srx_", "elderdragon")
"""What names of spells begin with that belong to items, summoner spells and monsters' gifts."""
Numbers = dict["Spell", int]
SOLO, GANK, EXECUTE = "solo", "ganked", "execute"
BEFORE, BOUNTY = "before an objective", "with a bounty"


class Source(msgspec.Struct, frozen=True):
    """What one spell of one source did to the fallen; `slot` is None for no player.

    `spell` is the engine's name; `key` is "Q", "W", "E", "R", "basic" or empty.
    """

    slot: int | None
    source: str
    name: str
    spell: str
    key: str
    physical: int
    magic: int
    true: int


class Spell(msgspec.Struct, frozen=True):
    """A spell of a source, as in `Source`: the same one hits in many deaths."""

    slot: int | None
    source: str
    name: str
    spell: str
    key: str


class Death(msgspec.Struct, frozen=True):
    """One death. Bounties are in gold, None where not said.

    `away_s` is how long it lasted by the game's rules, None where they are others (ARAM, Arena).
    `hits` is None where the timeline does not tell the damage; largest first otherwise. Each is
    the number of a spell in `Deaths.spells` and its physical, magic and true damage.
    """

    at_s: int
    victim: int
    killer: int | None
    assists: tuple[int, ...]
    bounty: int | None
    shutdown: int | None
    place: str
    level: int
    away_s: int | None
    classes: tuple[str, ...]
    physical: int | None
    magic: int | None
    true: int | None
    hits: tuple[tuple[int, int, int, int], ...] | None


class Deaths(msgspec.Struct, frozen=True):
    """Every death by time, and the spells that hit in any of them."""

    deaths: tuple[Death, ...]
    spells: tuple[Spell, ...] = ()

    def sources(self, death: Death) -> tuple[Source, ...] | None:
        """Give what did the damage of a death, largest first; None where it is not told."""
        if death.hits is None:
            return None
        spells = ((self.spells[number], sums) for number, *sums in death.hits)
        return tuple(
            Source(one.slot, one.source, one.name, one.spell, one.key, *sums)
            for one, sums in spells
        )


def gold_paid(bounty: int | None, shutdown: int | None) -> int:
    """Give the gold a kill paid. Some modes write what a kill paid less as a negative shutdown.

    The bounty has it in it already, so it is no gold to take off once more.
    """
    return max(bounty or 0, 0) + max(shutdown or 0, 0)


def deaths_of(match: Match, events: Events) -> Deaths:
    """Tell every death; none where the timeline has no events."""
    spells: Numbers = {}
    deaths = [_death(match, events, number, spells) for number in range(len(events.kills))]
    return Deaths(tuple(deaths), tuple(spells))


def _death(match: Match, events: Events, number: int, spells: Numbers) -> Death:
    kill = events.kills[number]
    found = match.timeline.kills[number] if match.timeline else None
    received = found.received if found else None
    rift = match.mode == modes.RIFT
    level = level_at(match, kill.victim, kill.at_s)
    return Death(
        at_s=kill.at_s,
        victim=kill.victim,
        killer=kill.killer,
        assists=kill.assists,
        bounty=found.bounty if found else None,
        shutdown=found.shutdown if found else None,
        place=place_words(kill.x, kill.y) if rift else "",
        level=level,
        away_s=round(death_s(level, kill.at_s, match.version)) if rift else None,
        classes=_classes(match, events, kill, (found.shutdown if found else None) or 0),
        physical=None if received is None else sum(one.physical for one in received),
        magic=None if received is None else sum(one.magic for one in received),
        true=None if received is None else sum(one.true for one in received),
        hits=None if received is None else _hits(received, spells),
    )


def _classes(match: Match, events: Events, kill: Kill, shutdown: int) -> tuple[str, ...]:
    """Sort a death: by who took part, then by what it cost."""
    part = {slot for slot in (kill.killer, *kill.assists) if slot}
    found = [EXECUTE if not part else SOLO if len(part) < GANKED else GANK]
    side = sides_of(match).get(kill.victim)
    if side and _taken_after(events, kill.at_s, side):
        found.append(BEFORE)
    if shutdown > 0:
        found.append(BOUNTY)
    return tuple(found)


def _taken_after(events: Events, at_s: int, side: str) -> bool:
    """Say whether the other side took a monster or a building of `side` soon after."""
    falls = (one.at_s for one in events.buildings if one.side == side)
    takes = (one.at_s for one in events.monsters if one.side not in {side, None})
    return any(at_s <= other < at_s + BEFORE_S for other in (*falls, *takes))


def _hits(received: Iterable[Hit], spells: Numbers) -> tuple[tuple[int, int, int, int], ...]:
    """Add up hits of the same spell of the same source; spells not met before get a number."""
    sums: dict[Spell, tuple[int, int, int]] = {}
    for hit in received:
        name = "" if hit.basic else hit.spell
        spell = Spell(hit.slot, hit.source, hit.name, name, _key(hit))
        physical, magic, true = sums.get(spell, (0, 0, 0))
        sums[spell] = (physical + hit.physical, magic + hit.magic, true + hit.true)
    told = sorted((one for one in sums.items() if any(one[1])), key=lambda one: -sum(one[1]))
    return tuple((spells.setdefault(spell, len(spells)), *damage) for spell, damage in told)


def _key(hit: Hit) -> str:
    """Name the ability's key; effects the game files under an ability's number have none."""
    if hit.basic:
        return "basic"
    slot, spell = hit.spell_slot, hit.spell.casefold()
    if slot is None or not 0 <= slot < len("QWER") or not spell:
        return ""
    return "" if spell.startswith(NO_ABILITIES) else "QWER"[slot]
