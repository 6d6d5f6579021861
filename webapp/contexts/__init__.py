"""What this installation is made of: one file for each game, naming its room and blueprint.

The app takes whatever files are here, in the order of their `ORDER`; a game is added or taken
away with its file. Nothing else may know which games there are.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib import import_module
from pkgutil import iter_modules

from flask import Blueprint

from webapp.accounts.claims import Claimable
from webapp.admin.backstage import Backstage
from webapp.home.pauses import heeding_pauses
from webapp.home.rooms import Room


@dataclass(frozen=True, slots=True)
class Context:
    """One game of this installation: its room, the pages it answers, what is behind them."""

    room: Room
    blueprints: tuple[Blueprint, ...]
    order: int
    backstage: Backstage = field(default_factory=Backstage)
    claims: tuple[Claimable, ...] = ()


def contexts() -> tuple[Context, ...]:
    """Give every game there is, in the order the house shows them."""
    found = [
        import_module(f"{__name__}.{module.name}").CONTEXT for module in iter_modules(__path__)
    ]
    return tuple(sorted(map(_heeding, found), key=lambda one: one.order))


def _heeding(context: Context) -> Context:
    """Let a room say so while a source of it is paused."""
    fresh = heeding_pauses(context.room.freshness, context.backstage.upstreams)
    return replace(context, room=replace(context.room, freshness=fresh))
