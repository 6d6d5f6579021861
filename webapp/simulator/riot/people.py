"""Everybody who plays: forty invented accounts on each platform.

A PUUID is made of the account and of the key that asks, as the real ones are: two keys never
see the same one.
"""

import base64
import hashlib
from dataclasses import dataclass
from functools import cache, lru_cache

from webapp.simulator.riot.chance import stream
from webapp.simulator.riot.facts import ROLES, champions_of, platforms

ON_EACH = 40
FIRST = (
    *("Amber", "Brisk", "Cobalt", "Dusty", "Eager", "Fern", "Grey", "Hollow"),
    *("Idle", "Jolly", "Keen", "Lucky", "Mossy", "Night", "Odd", "Pale"),
    *("Quiet", "Rusty", "Salt", "Tidy"),
)
SECOND = ("Heron", "Badger", "Otter", "Finch", "Lynx", "Marten", "Newt", "Owl", "Pike", "Wren")
TIERS = (
    *("IRON", "BRONZE", "SILVER", "GOLD", "PLATINUM"),
    *("EMERALD", "DIAMOND", "MASTER", "GRANDMASTER", "CHALLENGER"),
)
DIVISIONS = ("IV", "III", "II", "I")
APEX = frozenset({"MASTER", "GRANDMASTER", "CHALLENGER"})


@dataclass(frozen=True, slots=True)
class Person:
    """One account: where it plays, what it is called, what it likes, how good it is."""

    platform: str
    number: int
    name: str
    tag: str
    role: str
    skill: float

    @property
    def riot_id(self) -> str:
        """Give the name as players write it."""
        return f"{self.name}#{self.tag}"

    @property
    def favourites(self) -> tuple[int, ...]:
        """Give the champions they mostly play."""
        pool = champions_of(self.role)
        start = self.number // len(ROLES)
        return tuple(pool[(start + step) % len(pool)].id for step in range(3))


@cache
def people_of(platform: str) -> tuple[Person, ...]:
    """Give everybody on a platform."""
    return tuple(_person(platform, number) for number in range(ON_EACH))


def puuid_of(person: Person, key: str) -> str:
    """Give the account's id as one key sees it: 78 letters."""
    digest = hashlib.sha512(f"{person.riot_id}/{key}".encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=").ljust(78, "w")[:78]


@lru_cache(maxsize=64)
def _known(key: str) -> dict[str, Person]:
    everybody = (one for platform in platforms() for one in people_of(platform))
    return {puuid_of(one, key): one for one in everybody}


def person_by_puuid(puuid: str, key: str) -> Person | None:
    """Find an account by the id this key sees."""
    return _known(key).get(puuid)


def person_by_riot_id(name: str, tag: str) -> Person | None:
    """Find an account by its Riot ID, written in any case, with or without spaces."""
    return _by_name().get((_plain(name), _plain(tag)))


@cache
def _by_name() -> dict[tuple[str, str], Person]:
    everybody = (one for platform in platforms() for one in people_of(platform))
    return {(_plain(one.name), _plain(one.tag)): one for one in everybody}


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


def _person(platform: str, number: int) -> Person:
    rng = stream(f"{platform}:{number}", "person")
    name = f"{FIRST[number % len(FIRST)]} {SECOND[(number * 3 + number // 20) % len(SECOND)]}"
    role = ROLES[number % len(ROLES)]
    return Person(platform, number, name, platforms()[platform].tag, role, rng.uniform(-1, 1))
