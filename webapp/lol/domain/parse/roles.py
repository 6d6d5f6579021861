"""Who played which role.

`teamPosition` is the upstream's own reading of each team as a whole; `individualPosition` is not
used, since it may say "Invalid" or "AFK" or name one role twice. Where a team has one role left
over it belongs to the one player without. Pro games name roles at random (a player with Smite is
"BOTTOM"); there the order of the seats is the order of roles by the rules of tournaments, which is
believed only when the second of each team has Smite.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from webapp.lol.domain import wire
from webapp.lol.domain.parse import words
from webapp.lol.domain.parse.numbers import whole

_SMITE: Final = 11
_TEAM: Final = len(words.ROLES)
_JUNGLER: Final = words.ROLES.index("jungle")


@dataclass(frozen=True, slots=True)
class Role:
    """A role; `worked_out` when the body does not name it itself."""

    name: str
    worked_out: bool


def roles_of(found: Sequence[wire.Participant]) -> dict[int, Role]:
    """Give the role of each slot; a slot whose role nobody can tell is absent."""
    teams = [
        [one for one in found if whole(one.team_id) == team_id] for team_id in sorted(words.SIDES)
    ]
    seated = sorted(found, key=lambda one: one.participant_id or 0)
    if _unread(seated):
        return _by_seat(teams)
    return {slot: role for team in teams for slot, role in _by_name(team).items()}


def _unread(found: Sequence[wire.Participant]) -> bool:
    """Say whether the upstream could place nobody, so that its words mean nothing."""
    return bool(found) and all(one.individual_position == "AFK" for one in found)


def _by_name(team: Sequence[wire.Participant]) -> dict[int, Role]:
    named = {_slot(one): words.role(one.team_position) for one in team}
    counted = Counter(role for role in named.values() if role)
    made = {slot: Role(role, worked_out=False) for slot, role in named.items() if role}
    if any(count > 1 for count in counted.values()):
        return {slot: role for slot, role in made.items() if counted[role.name] == 1}
    left = [role for role in words.ROLES if role not in counted]
    unnamed = [slot for slot, role in named.items() if role is None]
    if len(team) == _TEAM and len(left) == 1 == len(unnamed):
        made[unnamed[0]] = Role(left[0], worked_out=True)
    return made


def _by_seat(teams: Sequence[Sequence[wire.Participant]]) -> dict[int, Role]:
    ordered = [sorted(team, key=_slot) for team in teams]
    if any(len(team) != _TEAM or not _smites(team[_JUNGLER]) for team in ordered):
        return {}
    return {
        _slot(one): Role(role, worked_out=True)
        for team in ordered
        for role, one in zip(words.ROLES, team, strict=True)
    }


def _smites(one: wire.Participant) -> bool:
    spells = (one.summoner1_id, one.summoner2_id, one.spell1_id, one.spell2_id)
    return _SMITE in map(whole, spells)


def _slot(one: wire.Participant) -> int:
    return whole(one.participant_id) or 0
