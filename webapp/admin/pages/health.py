"""How every upstream stands now, in one word with its reasons: for admins and for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from webapp.admin.backstage import known_upstreams, label_of
from webapp.admin.domain.words import span_said
from webapp.core.rate_limit.watching import Budgets, watch_budgets
from webapp.core.upstream_figures import Fared, upstreams_fared
from webapp.core.upstream_pauses import Stopped, family_of, stopped_upstreams
from webapp.core.valkey import shared_valkey

SOME: Final = 10
"""One failed call in so many is worth a word."""
State = Literal["ok", "warn", "bad", "idle"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One upstream with all its parts: its state, and what it is made of.

    `said` tells readers the state, after its name.
    """

    family: str
    label: str
    state: State
    state_text: str
    said: str
    asked: int
    failed: int
    last_at: datetime | None
    last_ok_at: datetime | None
    parts: tuple[Fared, ...]
    pause: Stopped | None


@dataclass(frozen=True, slots=True)
class Health:
    """All upstreams, and all that is known of their budgets."""

    standings: tuple[Standing, ...]
    budgets: Budgets


def upstream_health() -> Health:
    """Look at every upstream on record or known. Two queries, and a look into Valkey."""
    fared, stopped = upstreams_fared(), {one.name: one for one in stopped_upstreams()}
    budgets = watch_budgets(shared_valkey())
    families = dict.fromkeys([*known_upstreams(), *(one.family for one in fared), *stopped])
    return Health(tuple(_standing(f, fared, stopped.get(f), budgets) for f in families), budgets)


def _standing(
    family: str, fared: Sequence[Fared], pause: Stopped | None, budgets: Budgets
) -> Standing:
    parts = tuple(one for one in fared if one.family == family)
    asked, failed = sum(one.asked for one in parts), sum(one.failed for one in parts)
    state, text, said = _state(family, (asked, failed), pause, budgets)
    return Standing(
        family=family,
        label=label_of(family),
        state=state,
        state_text=text,
        said=said,
        asked=asked,
        failed=failed,
        last_at=max((one.last_at for one in parts if one.last_at), default=None),
        last_ok_at=max((one.last_ok_at for one in parts if one.last_ok_at), default=None),
        parts=parts,
        pause=pause,
    )


def _state(
    family: str, calls: tuple[int, int], pause: Stopped | None, budgets: Budgets
) -> tuple[State, str, str]:
    """Say the worst that is true of it: to admins, and to readers after its name."""
    asked, failed = calls
    opened = max((b.open_s for b in budgets.breakers if family_of(b.upstream) == family), default=0)
    frozen = max((one.seconds for one in budgets.frozen if owner(one.budget) == family), default=0)
    if pause:
        return "warn", "paused by an admin", "is paused for now"
    if opened:
        left = span_said(opened)
        return "bad", f"left alone for {left} after failures", f"fails; asked again in {left}"
    if failed * 2 > asked:
        return "bad", f"{failed} of the last {asked} calls failed", "fails more often than not"
    if frozen:
        left = span_said(frozen)
        return "warn", f"limit reached, {left} left", f"is asked no more for {left}"
    if failed * SOME > asked:
        return "warn", f"working, {failed} of {asked} calls failed", "fails now and then"
    return ("ok", "working", "works") if asked else ("idle", "not asked lately", "was not asked")


def owner(budget: str) -> str:
    """Say whose a budget is, by its first word."""
    return family_of(budget.partition(":")[0])
