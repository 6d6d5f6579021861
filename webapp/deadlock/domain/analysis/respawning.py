"""Who is dead at a moment, and for how much longer."""

import msgspec

from webapp.deadlock.domain.analysis.events import Events


class Respawning(msgspec.Struct, frozen=True):
    """A dead player: back in so many seconds."""

    slot: int
    died_at_s: int
    back_in_s: int


def respawning(events: Events, at_s: int) -> tuple[Respawning, ...]:
    """Give everybody dead at a game second, by slot; the second of return is not dead any more."""
    dead = {
        kill.victim: Respawning(kill.victim, kill.at_s, kill.at_s + kill.respawn_s - at_s)
        for kill in events.kills
        if kill.at_s <= at_s < kill.at_s + kill.respawn_s
    }
    return tuple(dead[slot] for slot in sorted(dead))
