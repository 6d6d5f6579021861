"""The win chance model, and the kept matches it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec
import zstandard
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from webapp.core.db import db
from webapp.dota2.domain.analysis.events import Events
from webapp.dota2.domain.analysis.lead import Lead
from webapp.dota2.domain.winning import RECIPE
from webapp.dota2.domain.winning.samples import (
    LOBBIES,
    MODES,
    NEEDED,
    NEEDED_IN_DEMO,
    samples_of,
)
from webapp.dota2.models import Dota2Match, Dota2Slice
from webapp.matchplay.winning import Model, Samples
from webapp.matchroom.chances import KeptModels, Standing

MOST_MATCHES: Final = 20_000
"""The newest so many teach: older patches are another game by and by."""


def count_teaching() -> int:
    """Count the kept matches that teach."""
    query = select(func.count()).select_from(Dota2Match).where(*_teaching())
    return db.session.scalar(query) or 0


def load_samples() -> Samples:
    """Give the minutes of every match that teaches, from the slices of the kept matches."""
    return samples_of(_matches())


def _matches() -> Iterator[tuple[int, str, int, Lead, Events]]:
    leads, events = aliased(Dota2Slice), aliased(Dota2Slice)
    query = (
        select(
            Dota2Match.match_id,
            Dota2Match.winner,
            Dota2Match.duration_s,
            leads.body,
            events.body,
        )
        .join(leads, (leads.match_id == Dota2Match.match_id) & (leads.name == "lead"))
        .join(events, (events.match_id == Dota2Match.match_id) & (events.name == "events"))
        .where(*_teaching())
        .order_by(Dota2Match.started_at.desc().nulls_last())
        .limit(MOST_MATCHES)
    )
    inflate = zstandard.ZstdDecompressor().decompress
    for match_id, winner, duration_s, lead, happened in db.session.execute(
        query.execution_options(yield_per=200)
    ):
        yield (
            match_id,
            winner or "",
            duration_s,
            msgspec.json.decode(inflate(lead), type=Lead),
            msgspec.json.decode(inflate(happened), type=Events),
        )


def _teaching() -> tuple[ColumnElement[bool], ...]:
    """Leave the matches that teach: fetched, parsed, of the usual rules, and won."""
    return (
        Dota2Match.provenance == "upstream",
        Dota2Match.parsed.is_(True),
        Dota2Match.game_mode.in_(MODES),
        Dota2Match.lobby_type.in_(LOBBIES),
        Dota2Match.winner.in_(("a", "b")),
    )


MODELS: Final = KeptModels("dota2", RECIPE, count_teaching, NEEDED, NEEDED_IN_DEMO)
load_standing = MODELS.standing
save_model, forget_standing = MODELS.save, MODELS.forget


def load_model() -> Model | None:
    """Give the current model; None before there were enough matches."""
    return load_standing().model


__all__ = [
    "MODELS",
    "Standing",
    "count_teaching",
    "forget_standing",
    "load_model",
    "load_samples",
    "load_standing",
    "save_model",
]
