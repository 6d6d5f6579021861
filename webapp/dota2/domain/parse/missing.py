"""What a response lacks, in plain sentences a reader is shown."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from webapp.dota2.domain import records, wire

_UNPARSED: Final = (
    "The replay of this match has not been read: there is the scoreboard, "
    "but nothing of what happened when."
)
MINUTES: Final = "Gold and experience by the minute"
KILLS: Final = "Kills by the second"
PURCHASES: Final = "Purchases by the second"
RUNES: Final = "Runes taken"
WARDS: Final = "Wards placed"
WARDS_LOST: Final = "Wards lost"
LANES: Final = "Positions in the lanes"
DAMAGE: Final = "Damage by target"
OBJECTIVES: Final = "Objectives"
FIGHTS: Final = "Fights"
CHAT: Final = "Chat"
POINTS: Final = "Ability points"
_OF_NO_REPLAY: Final = ("Net worth at the end", "Picks and bans")
_SAID: Final = ": not recorded."


def may_be_read(missing: Sequence[str]) -> bool:
    """Say whether anything of what a response lacks stands in the replay."""
    return any(one.removesuffix(_SAID) not in _OF_NO_REPLAY for one in missing)


def lacks_any(missing: Sequence[str], parts: Container[str]) -> bool:
    """Say whether a response lacks any of some parts, by their names here."""
    return any(one.removesuffix(_SAID) in parts for one in missing)


def is_parsed(players: Sequence[records.Player]) -> bool:
    """Say whether figures of a replay are there, whatever the response says of itself."""
    return any(
        player.minutes or player.logs.purchases or player.logs.kills or player.sums.damage
        for player in players
    )


def what_is_missing(
    body: wire.Match, players: Sequence[records.Player], *, parsed: bool
) -> tuple[str, ...]:
    """List what is not there, the larger first."""
    if not parsed:
        return (_UNPARSED,)
    lacks = {
        MINUTES: not any(one.minutes for one in players),
        "Denies by the minute": not any(one.minutes and one.minutes.denies for one in players),
        KILLS: all(one.logs.kills is None for one in players),
        PURCHASES: all(one.logs.purchases is None for one in players),
        RUNES: all(one.logs.runes is None for one in players),
        WARDS: all(one.logs.observers is None for one in players),
        WARDS_LOST: all(one.logs.observers_left is None for one in players),
        LANES: all(one.logs.lane_spots is None for one in players),
        DAMAGE: all(one.sums.damage_targets is None for one in players),
        OBJECTIVES: body.objectives is None,
        FIGHTS: body.teamfights is None,
        CHAT: body.chat is None,
        POINTS: all(one.abilities is None for one in players),
        "Net worth at the end": all(one.finals.net_worth is None for one in players),
        "Picks and bans": not body.picks_bans,
    }
    return tuple(f"{what}{_SAID}" for what, absent in lacks.items() if absent)
