"""Objectives of both dialects, fights, chat and pauses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from webapp.dota2.domain import records, wire
from webapp.dota2.domain.parse.logs import spots
from webapp.dota2.domain.parse.numbers import (
    other,
    second,
    side_of,
    side_of_team,
    slot_in_parser,
    slot_of,
    text,
)
from webapp.dota2.domain.parse.sums import counts, table

_KINDS: Final = {
    "building_kill": "building",
    "CHAT_MESSAGE_FIRSTBLOOD": "first_blood",
    "CHAT_MESSAGE_ROSHAN_KILL": "roshan",
    "CHAT_MESSAGE_AEGIS": "aegis",
    "CHAT_MESSAGE_AEGIS_STOLEN": "aegis_stolen",
    "CHAT_MESSAGE_DENIED_AEGIS": "aegis_denied",
    "CHAT_MESSAGE_COURIER_LOST": "courier",
    "CHAT_MESSAGE_MINIBOSS_KILL": "tormentor",
    "CHAT_MESSAGE_TOWER_KILL": "tower",
    "CHAT_MESSAGE_TOWER_DENY": "tower_denied",
    "CHAT_MESSAGE_BARRACKS_KILL": "barracks",
}
_FIRST_RADIANT_BARRACKS: Final = 64
"""Bits 1 to 32 are Dire's barracks: they fall in matches where all six of Radiant's stand."""
_PLAYERS: Final = 10


def objectives_of(given: Sequence[wire.Objective] | None) -> tuple[records.Objective, ...] | None:
    """Give objectives by time; None when not recorded."""
    if given is None:
        return None
    made = [one for body in given if (one := _objective(body)) is not None]
    return tuple(sorted(made, key=lambda one: one.at_s))


def _objective(body: wire.Objective) -> records.Objective | None:
    at_s = second(body.time)
    if at_s is None or not body.type:
        return None
    kind = _KINDS.get(body.type, body.type.removeprefix("CHAT_MESSAGE_").lower())
    slot = _doer(body, kind)
    key = str(body.key) if body.key is not None else None
    return records.Objective(
        at_s=at_s,
        kind=kind,
        slot=slot,
        side=_gained(body, kind, slot, key or ""),
        unit=key if kind == "building" else None,
        by_unit=text(body.unit),
        victim=_victim(body, kind, key or ""),
        bit=int(key) if kind == "barracks" and key and key.isdecimal() else None,
        value=body.value,
    )


def _doer(body: wire.Objective, kind: str) -> int | None:
    if kind == "roshan":
        return None
    if kind == "courier":
        return slot_of(body.killer)
    return slot_in_parser(body.slot) if body.player_slot is None else slot_of(body.player_slot)


def _gained(body: wire.Objective, kind: str, slot: int | None, key: str) -> str | None:
    if kind == "building":
        return "a" if "badguys" in key else "b" if "goodguys" in key else None
    if kind == "barracks":
        return None if not key.isdecimal() else "a" if int(key) < _FIRST_RADIANT_BARRACKS else "b"
    if kind == "tower_denied":
        return other(side_of(slot))
    return side_of_team(body.team) or (None if kind == "courier" else side_of(slot))


def _victim(body: wire.Objective, kind: str, key: str) -> int | None:
    if kind != "first_blood":
        return None
    return slot_in_parser(int(key) if key.isdecimal() else body.player2)


def teamfights_of(given: Sequence[wire.Teamfight] | None) -> tuple[records.Teamfight, ...] | None:
    """Give the upstream's own fights; one without its seconds is left out."""
    if given is None:
        return None
    return tuple(made for one in given if (made := _fight(one)) is not None)


def _fight(body: wire.Teamfight) -> records.Teamfight | None:
    start, end, last = second(body.start), second(body.end), second(body.last_death)
    if start is None or end is None or last is None or end < start:
        return None
    parts = (body.players or [])[:_PLAYERS]
    return records.Teamfight(
        start_s=start,
        end_s=end,
        last_death_s=last,
        deaths=body.deaths or 0,
        players=tuple(_part(slot, one) for slot, one in enumerate(parts)),
    )


def _part(slot: int, body: wire.FightPlayer) -> records.FightPlayer:
    return records.FightPlayer(
        slot=slot,
        deaths=body.deaths or 0,
        buybacks=body.buybacks or 0,
        damage=body.damage,
        healing=body.healing,
        gold_delta=body.gold_delta,
        xp_delta=body.xp_delta,
        xp_start=body.xp_start,
        xp_end=body.xp_end,
        killed=counts(body.killed) or {},
        ability_uses=counts(body.ability_uses) or {},
        ability_targets=table(body.ability_targets) or {},
        item_uses=counts(body.item_uses) or {},
        deaths_at=spots(body.deaths_pos) or (),  # type: ignore[arg-type]
    )


def chat_of(given: Sequence[wire.Chat] | None) -> tuple[records.ChatLine, ...] | None:
    """Give what was said, by time; empty lines are left out."""
    if given is None:
        return None
    made = [
        records.ChatLine(
            at_s=at_s,
            kind=text(one.type) or "chat",
            slot=slot_in_parser(one.slot) if one.player_slot is None else slot_of(one.player_slot),
            name=text(one.unit),
            text=said,
        )
        for one in given
        if (at_s := second(one.time)) is not None and (said := text(one.key))
    ]
    return tuple(sorted(made, key=lambda line: line.at_s))


def pauses_of(given: Sequence[wire.Pause] | None) -> tuple[records.Pause, ...] | None:
    """Give the pauses by time."""
    if given is None:
        return None
    made = [
        records.Pause(at_s, one.duration)
        for one in given
        if (at_s := second(one.time)) is not None and one.duration is not None and one.duration > 0
    ]
    return tuple(sorted(made, key=lambda one: one.at_s))
