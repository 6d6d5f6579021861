"""Upstreams as admins see them: state, speed, budget left, freezes, pauses, last replies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.admin.domain.words import span_said
from webapp.admin.pages.health import Health, Standing, owner, upstream_health
from webapp.admin.pages.people_names import actor_names
from webapp.core.db import utc_now
from webapp.core.upstream_figures import ReplyLine, last_replies

WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class WindowLine:
    """One window of one budget: what is left of it, and how much that is in per cent.

    `learned` is one the upstream's own answers told, not one we keep to of ourselves.
    """

    budget: str
    left: int
    calls: int
    span_said: str
    percent: float
    learned: bool


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part of an upstream, such as one of its servers; times in milliseconds."""

    name: str
    asked: int
    failed: int
    failed_percent: float | None
    put_off: int
    median_ms: int | None
    p95_ms: int | None
    last_ok_said: str


@dataclass(frozen=True, slots=True)
class UpstreamLine:
    """One upstream in the list."""

    family: str
    label: str
    state: str
    state_text: str
    parts: tuple[PartLine, ...]
    tightest: WindowLine | None
    paused: bool
    paused_by: str
    paused_at: datetime | None
    why: str


@dataclass(frozen=True, slots=True)
class UpstreamsPage:
    """Every upstream. `budgets_known` is False while nobody can say what is left."""

    as_at: datetime
    budgets_known: bool
    upstreams: tuple[UpstreamLine, ...]


@dataclass(frozen=True, slots=True)
class BreakerLine:
    """A breaker with failures."""

    upstream: str
    failures: int
    open_said: str


@dataclass(frozen=True, slots=True)
class FrozenLine:
    """A budget nobody may draw on for now."""

    budget: str
    left_said: str


@dataclass(frozen=True, slots=True)
class UpstreamPage:
    """One upstream with all that is known of it."""

    upstream: UpstreamLine
    as_at: datetime
    budgets_known: bool
    windows: tuple[WindowLine, ...]
    frozen: tuple[FrozenLine, ...]
    breakers: tuple[BreakerLine, ...]
    replies: tuple[ReplyLine, ...]


def upstreams_page() -> UpstreamsPage:
    """Show every upstream."""
    health = upstream_health()
    names = actor_names(one.pause.paused_by for one in health.standings if one.pause)
    lines = tuple(_line(one, health, names) for one in health.standings)
    return UpstreamsPage(utc_now(), health.budgets.known, lines)


def upstream_page(family: str) -> UpstreamPage | None:
    """Show one upstream; None when nothing is known of it."""
    health = upstream_health()
    standing = next((one for one in health.standings if one.family == family), None)
    if standing is None:
        return None
    names = actor_names([standing.pause.paused_by] if standing.pause else [])
    budgets = health.budgets
    return UpstreamPage(
        upstream=_line(standing, health, names),
        as_at=utc_now(),
        budgets_known=budgets.known,
        windows=_windows(family, health),
        frozen=tuple(
            FrozenLine(one.budget, span_said(one.seconds))
            for one in budgets.frozen
            if owner(one.budget) == family
        ),
        breakers=tuple(
            BreakerLine(one.upstream, one.failures, span_said(one.open_s) if one.open_s else "")
            for one in budgets.breakers
            if owner(one.upstream) == family
        ),
        replies=last_replies(family),
    )


def _line(standing: Standing, health: Health, names: Mapping[str, str]) -> UpstreamLine:
    windows, pause = _windows(standing.family, health), standing.pause
    return UpstreamLine(
        family=standing.family,
        label=standing.label,
        state=standing.state,
        state_text=standing.state_text,
        parts=_parts(standing),
        tightest=min(windows, key=lambda one: one.percent, default=None),
        paused=pause is not None,
        paused_by=names.get(pause.paused_by, pause.paused_by) if pause else "",
        paused_at=pause.paused_at if pause else None,
        why=pause.why if pause else "",
    )


def _parts(standing: Standing) -> tuple[PartLine, ...]:
    now = utc_now()
    return tuple(
        PartLine(
            name=one.name,
            asked=one.asked,
            failed=one.failed,
            failed_percent=round(WHOLE * one.failed / one.asked, 1) if one.asked else None,
            put_off=one.put_off,
            median_ms=None if one.median_ms is None else round(one.median_ms),
            p95_ms=None if one.p95_ms is None else round(one.p95_ms),
            last_ok_said=(
                span_said((now - one.last_ok_at).total_seconds()) if one.last_ok_at else "never"
            ),
        )
        for one in standing.parts
    )


def _windows(family: str, health: Health) -> tuple[WindowLine, ...]:
    return tuple(
        WindowLine(
            budget=one.budget,
            left=one.left,
            calls=one.calls,
            span_said=span_said(one.seconds),
            percent=round(WHOLE * one.left / one.calls, 1) if one.calls else 0.0,
            learned=one.learned,
        )
        for one in health.budgets.windows
        if owner(one.budget) == family
    )
