"""A summoner's profile: eight axes, each a percentile among others of the same role."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.platforms import Platform
from webapp.lol.domain.profile import (
    AXES,
    Axis,
    Measured,
    among_said,
    counting,
    main_role,
    percentile_of,
)
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.pages.summoner.head import SummonerHead, head_of
from webapp.lol.pages.summoner.who import Who, who
from webapp.lol.store import profiles
from webapp.lol.store.catalogue import load_catalogue
from webapp.matchplay.shares import SMALL


@dataclass(frozen=True, slots=True)
class AxisLine:
    """One axis as it is shown; `percentile` is None where `missing` says why."""

    key: str
    term: Term
    percentile: int | None
    own: float | None
    median: float | None
    unit: str
    digits: int
    players: int
    among: str
    small: bool
    missing: str


@dataclass(frozen=True, slots=True)
class Profile:
    """How somebody plays one role; no axes without a game in it."""

    role: str | None
    games: int
    players: int
    their_games: int
    axes: tuple[AxisLine, ...]


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """A summoner's profile in the role chosen, or else in the one played most."""

    head: SummonerHead
    term: Term
    profile: Profile
    chosen_role: bool
    total: int
    query: str


def profile_page(riot_id: RiotId, platform: Platform | None, wanted: Filter) -> ProfilePage:
    """Give a summoner's profile, narrowed down."""
    found = who(riot_id, platform, wanted)
    return ProfilePage(
        head=head_of(found, "profile", load_catalogue()),
        term=TERMS["profile"],
        profile=profile_of(found),
        chosen_role=wanted.role is not None,
        total=len(found.chosen),
        query=wanted.url() if wanted.parts else "",
    )


def profile_of(found: Who) -> Profile:
    """Measure the games of a role and compare them with everybody else's in it."""
    wanted = found.wanted
    role = wanted.role or main_role(found.chosen)
    mine = [one.match_id for one in counting(found.chosen, role)]
    if found.account is None or role is None or not mine:
        return Profile(role, 0, 0, 0, ())
    own = profiles.load_means(found.account.id, role, mine)
    if wanted.champion_id is not None:
        own["versatility"] = None
    reference = profiles.compare(found.account.id, role, own, wanted)
    axes = tuple(_line(axis, reference.measured[axis.key], len(mine), wanted) for axis in AXES)
    return Profile(role, len(mine), reference.players, reference.games, axes)


def _line(axis: Axis, one: Measured, games: int, wanted: Filter) -> AxisLine:
    return AxisLine(
        key=axis.key,
        term=TERMS[f"profile-{axis.key}"],
        percentile=percentile_of(one, fewer=axis.fewer),
        own=_rounded(one.own, axis),
        median=_rounded(one.median, axis),
        unit=axis.unit,
        digits=axis.digits,
        players=one.players,
        among=among_said(one.players),
        small=one.players < SMALL,
        missing=_missing(axis, one, games, wanted),
    )


def _missing(axis: Axis, one: Measured, games: int, wanted: Filter) -> str:
    """Say why an axis has no figure; empty where it has one."""
    if one.own is not None:
        return ""
    if axis.key == "versatility" and wanted.champion_id is not None:
        return "one champion is chosen"
    if games < axis.games:
        return f"needs {axis.games} games"
    return "not recorded"


def _rounded(value: float | None, axis: Axis) -> float | None:
    return None if value is None else round(value, axis.digits or None)
