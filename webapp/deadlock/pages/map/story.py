"""What happened around a moment, as sentences with the second that proves each."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from webapp.deadlock.domain.paths_header import PathDeath, PathObjective
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.map.choice import Choice
from webapp.deadlock.pages.map.scene import Now, objective_name
from webapp.matchplay.charts import clock

_AROUND = 10
_HEADING_S = 30


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; `kind` is "kill", "death", "pause" or what fell."""

    at: int
    clock: str
    side: str | None
    kind: str
    letters: str | None
    sentence: str
    href: str
    last: bool = False


def events_of(now: Now, choice: Choice) -> list[Event]:
    """List everything of the match in order."""
    found = [*_deaths(now, choice), *_falls(now, choice), *_rest(now, choice)]
    return sorted(found, key=lambda event: event.at)


def around(events: Sequence[Event], at: int) -> tuple[Event, ...]:
    """Choose the ten events around a moment."""
    before = events_by(events, at)
    start = max(0, min(before - 2, len(events) - _AROUND))
    chosen = events[start : start + _AROUND]
    last = before - 1 - start
    return tuple(replace(one, last=place == last) for place, one in enumerate(chosen))


def events_by(events: Sequence[Event], at: int) -> int:
    """Count the events that had happened by a second."""
    return bisect_right(events, at, key=lambda event: event.at)


def heading(now: Now, events: Sequence[Event]) -> str:
    """Say which moment this is, by what last died."""
    lately = events[events_by(events, now.at - _HEADING_S - 1) : events_by(events, now.at)]
    kills = [one for one in lately if one.kind == "kill"]
    if not kills:
        return clock(now.at)
    victim = kills[-1].sentence.rsplit(" killed ", 1)[-1]
    since = now.at - kills[-1].at
    when = "as" if since == 0 else f"{_number(since)} second{'s' if since > 1 else ''} after"
    return f"{clock(now.at)}, {when} {victim} died"


def _number(count: int) -> str:
    words = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ]
    return words[count] if count < len(words) else str(count)


def _deaths(now: Now, choice: Choice) -> Iterator[Event]:
    players = {player.slot: player for player in now.replay.header.players}
    for death in now.replay.header.deaths:
        killer = players.get(death.killer) if death.killer is not None else None
        one = killer or players.get(death.slot)
        if one is not None:
            kind = "kill" if killer else "death"
            what = _death_sentence(now, death, known=killer is not None)
            yield _event(choice, death.at, one.side, kind, what, letters=one.letters)


def _death_sentence(now: Now, death: PathDeath, *, known: bool) -> str:
    victim = now.names.get(death.slot, "somebody")
    if not known or death.killer is None:
        return f"{victim} died, killed by no player"
    return f"{now.names.get(death.killer, 'Somebody')} killed {victim}"


def _falls(now: Now, choice: Choice) -> Iterator[Event]:
    for item in now.replay.header.objectives:
        if item.fell_at is not None:
            taker = "b" if item.side == "a" else "a"
            what = f"{SIDE_NAMES[taker]} took {_taken(item)}"
            yield _event(choice, item.fell_at, taker, item.kind, what)


def _taken(item: PathObjective) -> str:
    name = objective_name(item)
    if item.kind.endswith("Patron"):
        return f"the {name}"
    return name if item.kind == "Base Guardians" else f"a {name}"


def _rest(now: Now, choice: Choice) -> Iterator[Event]:
    for boss in now.replay.header.mid_bosses:
        what = f"{SIDE_NAMES.get(boss.side, 'Somebody')} took the mid boss"
        yield _event(choice, boss.at, boss.side or None, "Mid boss", what)
    for pause in now.replay.header.pauses:
        what = "The match was paused" + (f" for {pause.lasted_s} s" if pause.lasted_s else "")
        yield _event(choice, pause.at, None, "pause", what)


def _event(  # noqa: PLR0913 - one plain row
    choice: Choice, at: int, side: str | None, kind: str, what: str, *, letters: str | None = None
) -> Event:
    return Event(at, clock(at), side, kind, letters, what, choice.moved(at))
