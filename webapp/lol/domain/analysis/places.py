"""Where everybody was at each frame, in map units: about once a minute, and never between."""

from __future__ import annotations

import msgspec

from webapp.lol.domain.records import Frames, Match


class PlayerPlaces(msgspec.Struct, frozen=True):
    """One player's coordinates and health in per cent, None where a frame has no such sample."""

    slot: int
    x: tuple[int | None, ...]
    y: tuple[int | None, ...]
    health: tuple[int | None, ...]


class Places(msgspec.Struct, frozen=True):
    """The seconds of the frames, and everybody's columns."""

    at_s: tuple[int, ...]
    players: tuple[PlayerPlaces, ...]

    def nearest(self, at_s: int) -> int | None:
        """Say which frame is nearest to a second, None where there is none."""
        if not self.at_s:
            return None
        return min(range(len(self.at_s)), key=lambda number: abs(self.at_s[number] - at_s))


def places_of(match: Match) -> Places:
    """Gather the frames of everybody the timeline knows."""
    if match.timeline is None:
        return Places((), ())
    frames = match.timeline.frames
    return Places(
        frames.at_s,
        tuple(
            _player(frames, one.slot, row)
            for one in match.players
            if (row := frames.row(one.slot)) is not None
        ),
    )


def _player(frames: Frames, slot: int, row: int) -> PlayerPlaces:
    there = frames.present[row].tolist()
    health = [
        round(100 * now / most) if most > 0 else None
        for now, most in zip(
            frames.health[row].tolist(), frames.health_max[row].tolist(), strict=True
        )
    ]
    return PlayerPlaces(
        slot,
        tuple(x if here else None for x, here in zip(frames.x[row].tolist(), there, strict=True)),
        tuple(y if here else None for y, here in zip(frames.y[row].tolist(), there, strict=True)),
        tuple(one if here else None for one, here in zip(health, there, strict=True)),
    )
