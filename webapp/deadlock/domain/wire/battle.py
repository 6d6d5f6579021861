"""Positions and damage: the two large parts, kept as plain lists for speed."""

from typing import Annotated

import msgspec

from webapp.deadlock.domain.wire.bounds import FEW, LONG, MANY, Enum, Real, Whole, Word

Numbers = Annotated[list[int], LONG] | None


class Path(msgspec.Struct, gc=False):
    """One player's samples; x and y are steps between a least and a greatest value."""

    player_slot: Whole = None
    x_min: Real = None
    y_min: Real = None
    x_max: Real = None
    y_max: Real = None
    x_pos: Numbers = None
    y_pos: Numbers = None
    health: Numbers = None
    combat_type: Numbers = None
    move_type: Numbers = None


class Paths(msgspec.Struct, gc=False):
    """Everybody's samples."""

    interval_s: Real = None
    x_resolution: Whole = None
    y_resolution: Whole = None
    paths: Annotated[list[Path], FEW] | None = None


class DamageTarget(msgspec.Struct, gc=False):
    """Running totals against one target, aligned to the end of the sample times."""

    target_player_slot: Whole = None
    damage: Annotated[list[int], MANY] | None = None


class DamageSource(msgspec.Struct, gc=False):
    """One source of one dealer."""

    source_details_index: Whole = None
    damage_to_players: Annotated[list[DamageTarget], FEW] | None = None


class DamageDealer(msgspec.Struct, gc=False):
    """Everything one slot dealt; slot 0 is everything that is no player."""

    dealer_player_slot: Whole = None
    damage_sources: Annotated[list[DamageSource], MANY] | None = None


class SourceDetails(msgspec.Struct, gc=False):
    """Two columns: what kind of figure a source is, and its engine name."""

    stat_type: Annotated[list[Enum], MANY] | None = None
    source_name: Annotated[list[Word | None], MANY] | None = None


class DamageMatrix(msgspec.Struct, gc=False):
    """Dealer by source by target by time."""

    sample_time_s: Annotated[list[Whole], MANY] | None = None
    source_details: SourceDetails | None = None
    damage_dealers: Annotated[list[DamageDealer], FEW] | None = None
