"""What the house hears and shows of every room: what a text means there, how fresh it is, lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from sqlalchemy import ColumnElement, func, select

from webapp.core.db import db, utc_now
from webapp.core.models import UpstreamReply

LATELY: Final = timedelta(minutes=15)
NO_ANSWER: Final = ("unavailable", "failed", "drifted")
State = Literal["ok", "warn", "bad", "idle"]


@dataclass(frozen=True, slots=True)
class Found:
    """Something recognised: where it opens and how far it is."""

    url: str
    said: str
    state: State
    state_text: str


@dataclass(frozen=True, slots=True)
class Freshness:
    """How the room's data is doing."""

    newest_at: datetime | None
    state: State
    text: str


@dataclass(frozen=True, slots=True)
class AnalysedMatch:
    """One match in a list: what home and the room's own page show of it."""

    title: str
    url: str
    said: str
    winner: str
    winner_side: Literal["a", "b", ""]
    score: str
    played_at: datetime | None
    analysed_at: datetime | None


@dataclass(frozen=True, slots=True)
class PlayerLink:
    """A player somebody looked up."""

    name: str
    url: str
    fetched_at: datetime | None


def match_found(url: str, kept: str | None) -> Found:
    """Say where a match opens; `kept` tells of one that is here."""
    if kept is not None:
        return Found(url, kept, "ok", "already analysed")
    return Found(url, "Not analysed here yet.", "idle", "look up")


def freshness_of(newest: datetime | None, asked_of: ColumnElement[bool]) -> Freshness:
    """Say when the newest match came, and whether the upstreams so named answer."""
    bad, asked = db.session.execute(
        select(
            func.count().filter(UpstreamReply.outcome.in_(NO_ANSWER)),
            func.count(),
        ).where(asked_of, UpstreamReply.at > utc_now() - LATELY)
    ).one()
    if not asked:
        return Freshness(newest, "idle", "not asked lately")
    if bad * 2 > asked:
        return Freshness(newest, "warn", f"{bad} of the last {asked} calls failed")
    return Freshness(newest, "ok", "working")
