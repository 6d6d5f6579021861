"""What the home page, the box's answers and the slot show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import zip_longest
from typing import Final, Literal
from urllib.parse import urlencode

from webapp.accounts.domain.next_path import same_site
from webapp.accounts.domain.signed import Signed
from webapp.core.momentary import Momentary
from webapp.home.domain.omnibox import recognise, tidy
from webapp.home.domain.reading import Seen
from webapp.home.rooms import Analysed, Room, State, built_rooms

RECENT = 5
SAMPLES = 6
ROOM_NAMES = {
    "deadlock": "Deadlock",
    "dota2": "Dota 2",
    "lol": "League of Legends",
    "eve": "EVE contracts",
}
KIND_NAMES = {
    "match": "match",
    "player": "player",
    "vanity": "player at steamcommunity.com/id/",
    "contract": "contract",
}
EXAMPLES = (
    ("35077269", "a match or account number"),
    ("Name#TAG", "a Riot ID"),
    ("steamcommunity.com/profiles/…", "a Steam profile"),
    ("opendota.com/matches/…", "a link to a match"),
    ("op.gg/summoners/…", "a link to a summoner"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing the text may mean; `url` is empty when it cannot be opened here."""

    title: str
    url: str
    said: str
    state: State
    state_text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One match in a list."""

    room: str
    game: str
    title: str
    url: str
    said: str
    winner: str
    winner_side: Literal["a", "b", ""]
    score: str
    played_at: datetime | None
    analysed_at: datetime | None


@dataclass(frozen=True, slots=True)
class RoomLine:
    """One room and how fresh its data is."""

    name: str
    url: str
    answers: str
    sources: str
    newest_at: datetime | None
    state: State
    state_text: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The box with its answers, what was analysed lately, samples, rooms."""

    text: str
    choices: tuple[Choice, ...]
    examples: tuple[tuple[str, str], ...]
    recent: tuple[Line, ...]
    samples: tuple[Line, ...]
    rooms: tuple[RoomLine, ...]


@dataclass(frozen=True, slots=True)
class SlotPage:
    """What the corner of every page says about the data at this moment, and about its reader.

    `name` is empty for somebody signed out; the preferences are an account's own.
    """

    state: State
    said: str
    name: str
    is_admin: bool
    theme: str
    time_zone: str
    sign_in_url: str


_rooms: Final[Momentary[tuple[RoomLine, ...]]] = Momentary("rooms", 5, beside=True)


def home_page(text: str = "") -> HomePage:
    """Show the house; with a text, also what it may mean."""
    rooms = built_rooms()
    recent = [_line(room, match) for room in rooms for match in room.recent(RECENT)]
    brought = [[_line(room, match) for match in room.samples()] for room in rooms]
    samples = [line for turn in zip_longest(*brought) for line in turn if line]
    never = datetime.min.replace(tzinfo=UTC)
    recent.sort(key=lambda line: line.analysed_at or never, reverse=True)
    return HomePage(
        text=tidy(text),
        choices=choices(text),
        examples=EXAMPLES,
        recent=tuple(recent[:RECENT]),
        samples=tuple(samples[:SAMPLES]),
        rooms=_room_lines(),
    )


def seen_page(text: str) -> HomePage:
    """Show only what a text may mean, for answering while it is typed."""
    return HomePage(tidy(text), choices(text), EXAMPLES, (), (), ())


def slot_page(reader: Signed | None, here: str) -> SlotPage:
    """Say whether all sources answer at this moment, and who reads; `here` is the page around."""
    state, said = _sources_now()
    return SlotPage(
        state=state,
        said=said,
        name=reader.name if reader else "",
        is_admin=bool(reader and reader.may("admin")),
        theme=reader.theme if reader else "",
        time_zone=reader.time_zone if reader else "",
        sign_in_url=f"/sign-in?{urlencode({'next': same_site(here)})}",
    )


def _sources_now() -> tuple[State, str]:
    troubled = [line for line in _room_lines() if line.state in {"warn", "bad"}]
    if not troubled:
        return "ok", "every source answers"
    return troubled[0].state, "; ".join(f"{at.name} {at.state_text}" for at in troubled)


def _room_lines() -> tuple[RoomLine, ...]:
    return _rooms.get(lambda: tuple(map(_room_line, built_rooms())))


def choices(text: str) -> tuple[Choice, ...]:
    """Give everything a text may mean, what can be opened here first."""
    found = [_choice(seen) for seen in recognise(text)]
    return tuple(sorted(found, key=lambda choice: not choice.url))


def _choice(seen: Seen) -> Choice:
    joint = "" if seen.kind == "vanity" else " "
    title = f"{ROOM_NAMES[seen.room]} {KIND_NAMES[seen.kind]}{joint}{seen.key}"
    room = next((room for room in built_rooms() if room.slug == seen.room), None)
    if room is None:
        return Choice(title, "", "Recognised, but this room is not open here.", "idle", "not here")
    known = room.recognise(seen.kind, seen.key)
    if known is None:
        return Choice(title, "", _unopened(seen), "idle", "cannot be opened")
    return Choice(title, known.url, known.said, known.state, known.state_text)


def _unopened(seen: Seen) -> str:
    if seen.kind == "vanity":
        return "Only Steam knows its number; bring steamcommunity.com/profiles/ and digits."
    return "Recognised, but this room cannot open it."


def _line(room: Room, match: Analysed) -> Line:
    return Line(
        room=room.name,
        game=room.slug,
        title=match.title,
        url=match.url,
        said=match.said,
        winner=match.winner,
        winner_side=match.winner_side,
        score=match.score,
        played_at=match.played_at,
        analysed_at=match.analysed_at,
    )


def _room_line(room: Room) -> RoomLine:
    fresh = room.freshness()
    return RoomLine(
        name=room.name,
        url=room.url,
        answers=room.answers,
        sources=room.sources,
        newest_at=fresh.newest_at,
        state=fresh.state,
        state_text=fresh.text,
    )


def only_choice(page: HomePage) -> str | None:
    """Give the address to go to at once, where a text means exactly one thing."""
    opened: Sequence[Choice] = [choice for choice in page.choices if choice.url]
    return opened[0].url if len(opened) == 1 and len(page.choices) == 1 else None
