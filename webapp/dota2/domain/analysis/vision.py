"""Vision: every ward from its planting to its end, and smoke, dust and dewarding by player.

A ward that left the map at the hands of the other side was dewarded, and so was one that lived
shorter than any ward has ever run out in; any other ran out. Old responses have placings alone:
what became of them is not recorded. A second long before the horn cannot be one, and counts as
not recorded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from webapp.dota2.domain.analysis.whose import side_of, side_of_slot, slots_by_unit
from webapp.dota2.domain.records import Counts, Match, Player
from webapp.dota2.domain.records import Ward as Log

BEFORE_HORN_S: Final = 90
_SLACK_S: Final = 30
LIFE_S: Final = {"observer": 360, "sentry": 420}
"""How long a ward is drawn where nobody recorded its end: the game's own spans today."""
SHORTEST_LIFE_S: Final = {"observer": 355, "sentry": 235}
"""No patch let one run out sooner: 360 and 240 s at the least, with some slack."""
_UNITS: Final = {"observer": "npc_dota_observer_wards", "sentry": "npc_dota_sentry_wards"}


class Ward(msgspec.Struct, frozen=True):
    """One ward; places are cells of the map grid.

    `ended` is "dewarded" (by slot `by`, None where it was no hero), "ran out", "match end", or
    "" where the response does not say. `until_s` is the last second to draw it at.
    """

    kind: str
    slot: int
    x: float
    y: float
    placed_s: int | None
    left_s: int | None
    until_s: int
    ended: str
    by: int | None
    lived_s: int | None


class Watch(msgspec.Struct, frozen=True):
    """One player's part in vision; each None where not recorded.

    `observers_killed` and `sentries_killed` are wards of the other side this player brought down.
    """

    slot: int
    observers: int | None
    sentries: int | None
    observers_bought: int | None
    sentries_bought: int | None
    observers_killed: int | None
    sentries_killed: int | None
    smokes: int | None
    dusts: int | None


class Vision(msgspec.Struct, frozen=True):
    """Wards by the second they were placed, None without a log; players by slot.

    `ends_recorded` says whether the response tells when wards left.
    """

    wards: tuple[Ward, ...] | None
    ends_recorded: bool
    players: tuple[Watch, ...]


def vision_of(match: Match) -> Vision:
    """Tell all vision of a match."""
    logs = [player.logs for player in match.players]
    known = any(log.observers is not None or log.sentries is not None for log in logs)
    slots = slots_by_unit(match)
    wards = [ward for player in match.players for ward in _wards(match, player, slots)]
    return Vision(
        wards=tuple(sorted(wards, key=_order)) if known else None,
        ends_recorded=any(
            log.observers_left is not None or log.sentries_left is not None for log in logs
        ),
        players=tuple(_watch(player) for player in match.players),
    )


def _order(ward: Ward) -> tuple[int, int, str, float, float]:
    at_s = ward.until_s - LIFE_S[ward.kind] if ward.placed_s is None else ward.placed_s
    return at_s, ward.slot, ward.kind, ward.x, ward.y


def _wards(match: Match, player: Player, slots: Mapping[str, int]) -> list[Ward]:
    logs, found = player.logs, []
    pairs = (
        ("observer", logs.observers, logs.observers_left),
        ("sentry", logs.sentries, logs.sentries_left),
    )
    for kind, placed, left in pairs:
        rest = list(left or ())
        for one in placed or ():
            end = _end_of(one, rest)
            if end is not None:
                rest.remove(end)
            told = left is not None
            found.append(_ward(match, (player.slot, kind), (one, end), slots, ends_told=told))
    return found


def _end_of(placed: Log, left: Sequence[Log]) -> Log | None:
    """Find how a ward left: by its handle, in old responses by its cell."""
    for one in left:
        same = (
            one.handle == placed.handle
            if placed.handle is not None and one.handle is not None
            else (one.x, one.y) == (placed.x, placed.y)
        )
        if same and one.at_s >= placed.at_s:
            return one
    return None


def _ward(
    match: Match,
    whose: tuple[int, str],
    log: tuple[Log, Log | None],
    slots: Mapping[str, int],
    *,
    ends_told: bool,
) -> Ward:
    (slot, kind), (placed, left) = whose, log
    first = -((match.before_horn_s or BEFORE_HORN_S) + _SLACK_S)
    at_s = placed.at_s if placed.at_s >= first else None
    lived_s = left.at_s - at_s if left and at_s is not None else None
    doer = side_of(left.attacker, slots) if left else None
    short = lived_s is not None and lived_s < SHORTEST_LIFE_S[kind]
    dewarded = doer != side_of_slot(slot) and (doer is not None or short)
    return Ward(
        kind=kind,
        slot=slot,
        x=placed.x,
        y=placed.y,
        placed_s=at_s,
        left_s=left.at_s if left else None,
        until_s=_until(match, kind, at_s, left, ends_told=ends_told),
        ended=_ended(left, dewarded=dewarded, ends_told=ends_told),
        by=slots.get(left.attacker or "") if left and dewarded else None,
        lived_s=lived_s,
    )


def _until(match: Match, kind: str, at_s: int | None, left: Log | None, *, ends_told: bool) -> int:
    if left is not None:
        return left.at_s
    if ends_told or at_s is None:
        return match.duration_s
    return min(at_s + LIFE_S[kind], match.duration_s)


def _ended(left: Log | None, *, dewarded: bool, ends_told: bool) -> str:
    if left is None:
        return "match end" if ends_told else ""
    return "dewarded" if dewarded else "ran out"


def _watch(player: Player) -> Watch:
    sums, logs = player.sums, player.logs
    return Watch(
        slot=player.slot,
        observers=None if logs.observers is None else len(logs.observers),
        sentries=None if logs.sentries is None else len(logs.sentries),
        observers_bought=_count(sums.purchases, "ward_observer"),
        sentries_bought=_count(sums.purchases, "ward_sentry"),
        observers_killed=_count(sums.killed, _UNITS["observer"]),
        sentries_killed=_count(sums.killed, _UNITS["sentry"]),
        smokes=_count(sums.item_uses, "smoke_of_deceit"),
        dusts=_count(sums.item_uses, "dust"),
    )


def _count(counts: Counts | None, name: str) -> int | None:
    return None if counts is None else counts.get(name, 0)
