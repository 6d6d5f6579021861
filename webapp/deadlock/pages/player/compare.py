"""Two players side by side: the matches they shared, and the same figures of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from webapp.deadlock.domain.across.players import OwnMatch
from webapp.deadlock.domain.benchmarks import Benchmarks
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.metrics import KEYS
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.player.narrowing import Filter, FilterView, filter_view
from webapp.deadlock.pages.player.own import load_own
from webapp.deadlock.pages.player.places import FigureLine, figure_lines
from webapp.deadlock.store import company, players
from webapp.deadlock.store.benchmarks import load_benchmarks
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.deadlock.store.company import Shared
from webapp.matchplay.charts import clock
from webapp.matchplay.players.narrowing import narrow
from webapp.matchplay.shares import Share, share_of

SHOWN = 25
SHORT = 10
WORDS = ("hero-won", "interval", "player-together", "player-place")


@dataclass(frozen=True, slots=True)
class Person:
    """One of the two: who, in how many gathered matches, and the share won of them."""

    account_id: int
    name: str
    short: str
    url: str
    matches: int
    share: Share


@dataclass(frozen=True, slots=True)
class PairLine:
    """One metric of both: median, of how many, and middle place among the same hero."""

    key: str
    word: str
    unit: str
    term_url: str
    better: str
    medians: tuple[str, str]
    counts: tuple[int, int]
    places: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class SharedLine:
    """One match both played; the result is the first one's."""

    match_id: int
    url: str
    started_at: datetime
    length: str
    hero: str
    other_hero: str
    together: bool
    won: bool | None


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two players side by side; shares of shared matches are the first one's."""

    url: str
    swap_url: str
    people: tuple[Person, Person]
    together: Share
    together_matches: int
    against: Share
    against_matches: int
    shared: tuple[SharedLine, ...]
    figures: tuple[PairLine, ...]
    filter: FilterView
    query: str
    terms: dict[str, Term]


def compare_page(account_id: int, other_id: int, wanted: Filter) -> ComparePage:
    """Put two players side by side, over the matches the filter takes of each.

    Of a match both played, the filter asks after the first one's hero and result.
    """
    names, ids = load_catalogue(), (account_id, other_id)
    called = players.load_names(ids)
    both = load_own(*ids)
    shared = narrow(company.load_shared(account_id, other_id), wanted)
    own = [narrow(played, wanted) for played in both]
    together = [one for one in shared if one.together]
    against = [one for one in shared if not one.together]
    url = f"/deadlock/players/{account_id}/with/{other_id}"
    return ComparePage(
        url=url,
        swap_url=f"/deadlock/players/{other_id}/with/{account_id}",
        people=(
            _person(account_id, called, own[0]),
            _person(other_id, called, own[1]),
        ),
        together=_share(together),
        together_matches=len(together),
        against=_share(against),
        against_matches=len(against),
        shared=tuple(_line(one, names) for one in shared[:SHOWN]),
        figures=pair_lines(own[0], own[1], load_benchmarks()),
        filter=filter_view([*both[0], *both[1]], names, wanted, url),
        query=wanted.url() if wanted.parts else "",
        terms={key: TERMS[key] for key in WORDS},
    )


def pair_lines(
    first: Sequence[OwnMatch], second: Sequence[OwnMatch], usual: Benchmarks
) -> tuple[PairLine, ...]:
    """Give every metric either of the two has, in the order of the metrics."""
    sides = [{line.key: line for line in figure_lines(own, usual)} for own in (first, second)]
    known = {**sides[1], **sides[0]}
    order = [key for key in KEYS if key in known]
    return tuple(_pair(known[key], sides[0].get(key), sides[1].get(key)) for key in order)


def _pair(known: FigureLine, first: FigureLine | None, second: FigureLine | None) -> PairLine:
    return PairLine(
        key=known.key,
        word=known.word,
        unit=known.unit,
        term_url=known.term_url,
        better=known.better,
        medians=(first.median if first else "", second.median if second else ""),
        counts=(first.n if first else 0, second.n if second else 0),
        places=(first.place if first else None, second.place if second else None),
    )


def _person(account_id: int, called: dict[int, str], own: Sequence[OwnMatch]) -> Person:
    return Person(
        account_id=account_id,
        name=called.get(account_id, f"Account {account_id}"),
        short=_short(account_id, called.get(account_id, "")),
        url=f"/deadlock/players/{account_id}",
        matches=len(own),
        share=_share(own),
    )


def _short(account_id: int, name: str) -> str:
    """Write a name for a narrow column; the end of the number where there is none."""
    if not name:
        return f"…{account_id % 10_000:04d}"
    return name if len(name) <= SHORT else f"{name[: SHORT - 1]}…"


def _share(played: Sequence[OwnMatch] | Sequence[Shared]) -> Share:
    decided = [one.won for one in played if one.won is not None]
    return share_of(sum(decided), len(decided))


def _line(one: Shared, names: Catalogue) -> SharedLine:
    return SharedLine(
        match_id=one.match_id,
        url=f"/deadlock/matches/{one.match_id}",
        started_at=one.started_at,
        length=clock(one.duration_s),
        hero=names.hero(one.hero_id).name,
        other_hero=names.hero(one.other_hero_id).name,
        together=one.together,
        won=one.won,
    )
