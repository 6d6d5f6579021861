"""Lines of the logs; old responses lack most of what newer ones say."""

import msgspec

from webapp.dota2.domain.wire.bounds import Count, Counts, Line, Real, Table, Whole, Word


class Entry(msgspec.Struct):
    """A line of most logs; which fields it has depends on the log and on its age."""

    time: Whole = None
    key: str | int | None = None
    charges: Whole = None
    event: Word = None


class Placed(msgspec.Struct):
    """A ward placed or gone; before version 17 only `key`, as "[122, 134]"."""

    time: Whole = None
    key: Word = None
    x: Real = None
    y: Real = None
    z: Real = None
    ehandle: Whole = None
    attackername: Word = None


class Found(msgspec.Struct):
    """A neutral item or token."""

    time: Whole = None
    key: Word = None
    item_neutral: Word = None
    item_neutral_enhancement: Word = None


class Buff(msgspec.Struct):
    """A permanent buff."""

    permanent_buff: Whole = None
    stack_count: Whole = None
    grant_time: Whole = None


class Hit(msgspec.Struct):
    """The hardest hit; `unit` is whose it was."""

    time: Whole = None
    inflictor: Word = None
    unit: Word = None
    key: Word = None
    value: Whole = None


class Objective(msgspec.Struct):
    """An objective of either dialect."""

    time: Whole = None
    type: Word = None
    key: str | int | None = None
    unit: Word = None
    slot: Whole = None
    player_slot: Whole = None
    player1: Whole = None
    player2: Whole = None
    team: Whole = None
    value: Whole = None
    killer: Whole = None


class Chat(msgspec.Struct):
    """Something said."""

    time: Whole = None
    type: Word = None
    key: Line = None
    unit: Word = None
    slot: Whole = None
    player_slot: Whole = None


class Pause(msgspec.Struct):
    """The game stood still."""

    time: Whole = None
    duration: Whole = None


class FightPlayer(msgspec.Struct):
    """One player's part in a fight."""

    deaths_pos: dict[str, dict[str, Count]] | None = None
    ability_uses: Counts = None
    ability_targets: Table = None
    item_uses: Counts = None
    killed: Counts = None
    deaths: Whole = None
    buybacks: Whole = None
    damage: Whole = None
    healing: Whole = None
    gold_delta: Whole = None
    xp_delta: Whole = None
    xp_start: Whole = None
    xp_end: Whole = None


class Teamfight(msgspec.Struct):
    """A fight as the upstream cut it."""

    start: Whole = None
    end: Whole = None
    last_death: Whole = None
    deaths: Whole = None
    players: list[FightPlayer] | None = None
