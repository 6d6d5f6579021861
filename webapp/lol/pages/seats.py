"""Who sits where in a match, as its tables name them."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.pages.sources import Sources


@dataclass(frozen=True, slots=True)
class Seat:
    """One player: their champion's name, letters and picture, and what they call themselves."""

    slot: int
    side: str
    letters: str
    name: str
    player: str
    portrait: str | None = None


NOBODY = Seat(0, "", "–", "nobody", "")


def seats_of(loaded: Sources) -> dict[int, Seat]:
    """Give everybody by slot; a champion picked twice is told apart by the player's number."""
    rows = loaded.slices["scoreboard"].rows
    found = {}
    for row in rows:
        champion = loaded.names.champion(row.champion_id, row.champion_name)
        twice = sum(one.champion_id == row.champion_id for one in rows) > 1
        name = f"{champion.name} ({row.slot})" if twice else champion.name
        found[row.slot] = Seat(
            slot=row.slot,
            side=row.side or "",
            letters=champion.letters,
            name=name,
            player=row.name or "",
            portrait=champion.portrait,
        )
    return found


def listed_seats(slots: tuple[int, ...], seats: dict[int, Seat]) -> str:
    """Name several players in a row."""
    return ", ".join(seats.get(slot, NOBODY).name for slot in slots)
