"""A team of the match body."""

from typing import Annotated

import msgspec

from webapp.lol.domain.wire.bounds import FEW, Number, Word


class Ban(msgspec.Struct, rename="camel"):
    """One ban; champion -1 is none."""

    champion_id: Number = None
    pick_turn: Number = None


class Objective(msgspec.Struct):
    """How many of one objective, and whether the first."""

    first: bool | None = None
    kills: Number = None


class Feat(msgspec.Struct, rename="camel"):
    """A feat of strength."""

    feat_state: Number = None


class Team(msgspec.Struct, rename="camel"):
    """One of `teams`."""

    team_id: Number = None
    win: bool | None = None
    bans: Annotated[list[Ban | None], FEW] | None = None
    objectives: dict[Word, Objective | None] | None = None
    feats: dict[Word, Feat | None] | None = None
