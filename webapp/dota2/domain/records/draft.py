"""The draft: what was picked and banned, in order, and how long each step took."""

import msgspec


class DraftStep(msgspec.Struct, frozen=True):
    """One pick or ban, `order` from 0; `side` is whose it was, None where not said."""

    order: int
    is_pick: bool
    hero_id: int
    side: str | None


class DraftTiming(msgspec.Struct, frozen=True):
    """How long a step took, `order` from 0; `reserve_left_s` is what was left of the reserve.

    `side` is whose turn it was; `hero_id` is None where no hero was chosen.
    """

    order: int
    is_pick: bool
    side: str | None
    hero_id: int | None
    slot: int | None
    reserve_left_s: int | None
    took_s: int | None
