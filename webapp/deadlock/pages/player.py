"""A player's page: their matches by the archive's word, each one click from its analysis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil, sqrt

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.words import history_key, match_key, mode_words
from webapp.deadlock.pages.frame import clock
from webapp.deadlock.store import matches, players
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.deadlock.store.players import Filter, Played
from webapp.jobs.latest import LatestRun, latest_runs

ROWS = 25
FORM = 20
TOP_HEROES = 8
STALE_HOURS = 6


@dataclass(frozen=True, slots=True)
class MatchLine:
    """One match of a player; `state` is ready, live, waiting, failed or unasked."""

    match_id: int
    url: str
    started_at: datetime
    length: str
    hero: str
    letters: str
    portrait: str | None
    result: str
    won: bool | None
    mode: str
    kills: int
    deaths: int
    assists: int
    souls: int
    last_hits: int
    denies: int
    state: str
    state_text: str


@dataclass(frozen=True, slots=True)
class HeroLine:
    """How a player does with one hero; the interval is Wilson's at 95 %."""

    hero_id: int
    hero: str
    letters: str
    portrait: str | None
    matches: int
    wins: int
    win_percent: int
    low_percent: int
    high_percent: int
    url: str


@dataclass(frozen=True, slots=True)
class Chance:
    """A choice in the filter."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PlayerPage:
    """Everything known here about one account."""

    account_id: int
    steam_id: str
    name: str
    known: bool
    history_fetched_at: datetime | None
    fetching_url: str | None
    failed_sentence: str | None
    total: int
    wins: int
    decided: int
    form: tuple[bool | None, ...]
    heroes: tuple[HeroLine, ...]
    lines: tuple[MatchLine, ...]
    shown_said: str
    page: int
    numbers: tuple[int | None, ...]
    urls: dict[int, str]
    hero_choices: tuple[Chance, ...]
    result_choices: tuple[Chance, ...]
    unanalysed: int
    busy: int


def player_page(account_id: int, wanted: Filter, page: int = 1) -> PlayerPage:
    """Give a player's page; an account nobody asked for yet has an empty one with a button."""
    account, names = players.load_account(account_id), load_catalogue()
    all_played = players.load_history(account_id)
    chosen = [one for one in all_played if _fits(one, wanted)]
    pages = max(1, ceil(len(chosen) / ROWS))
    page = min(max(page, 1), pages)
    shown = chosen[(page - 1) * ROWS : page * ROWS]
    lines = _lines(shown, names)
    run = latest_runs([history_key(account_id)]).get(history_key(account_id))
    return PlayerPage(
        account_id=account_id,
        steam_id=str(account_id + 76561197960265728),
        name=(account and account.persona_name) or f"Account {account_id}",
        known=bool(all_played or (account and account.history_fetched_at)),
        history_fetched_at=account.history_fetched_at if account else None,
        fetching_url=run.url if run and run.live else None,
        failed_sentence=run.sentence if run and run.state in {"failed", "dead"} else None,
        total=len(chosen),
        wins=sum(one.won is True for one in chosen),
        decided=sum(one.won is not None for one in chosen),
        form=tuple(one.won for one in reversed(chosen[:FORM])),
        heroes=_heroes(chosen, names, account_id),
        lines=lines,
        shown_said=_said(page, len(shown), len(chosen)),
        page=page,
        numbers=_numbers(page, pages),
        urls={number: _url(wanted, number) for number in range(1, pages + 1)},
        hero_choices=_hero_choices(all_played, names, wanted),
        result_choices=_result_choices(wanted),
        unanalysed=sum(line.state in {"unasked", "failed"} for line in lines),
        busy=sum(line.state in {"live", "waiting"} for line in lines),
    )


def wilson(wins: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """Give Wilson's score interval for a share: low and high, 0 to 1; (0, 1) for n = 0.

    Wilson (1927), J. Am. Stat. Assoc. 22:209-212.
    """
    if n == 0:
        return 0.0, 1.0
    share, square = wins / n, z * z
    centre = share + square / (2 * n)
    reach = z * sqrt(share * (1 - share) / n + square / (4 * n * n))
    return max(0.0, (centre - reach) / (1 + square / n)), min(
        1.0, (centre + reach) / (1 + square / n)
    )


def _fits(one: Played, wanted: Filter) -> bool:
    return (wanted.hero_id in {None, one.hero_id}) and (wanted.won in {None, one.won})


def _lines(shown: Sequence[Played], names: Catalogue) -> tuple[MatchLine, ...]:
    ids = [one.match_id for one in shown]
    kept = matches.known_matches(ids)
    runs = latest_runs([match_key(match_id) for match_id in ids if match_id not in kept])
    return tuple(
        _line(one, names, one.match_id in kept, runs.get(match_key(one.match_id))) for one in shown
    )


def _line(one: Played, names: Catalogue, kept: bool, run: LatestRun | None) -> MatchLine:  # noqa: FBT001
    hero = names.hero(one.hero_id)
    state, text = _state(kept, run)
    return MatchLine(
        match_id=one.match_id,
        url=f"/deadlock/matches/{one.match_id}",
        started_at=one.started_at,
        length=clock(one.duration_s) if one.duration_s else "not known",
        hero=hero.name,
        letters=hero.letters,
        portrait=hero.portrait,
        result=_result(one),
        won=one.won,
        mode=mode_words(one.game_mode, one.match_mode),
        kills=one.kills,
        deaths=one.deaths,
        assists=one.assists,
        souls=one.souls,
        last_hits=one.last_hits,
        denies=one.denies,
        state=state,
        state_text=text,
    )


def _state(kept: bool, run: LatestRun | None) -> tuple[str, str]:  # noqa: FBT001
    if kept:
        return "ready", "analysed"
    if run is None:
        return "unasked", "not analysed"
    if run.state == "waiting":
        return "waiting", "not available yet"
    if run.live:
        return "live", "on its way" if run.state == "running" else "in the queue"
    return "failed", "could not be had"


def _result(one: Played) -> str:
    if one.abandoned:
        return "Left"
    return {True: "Won", False: "Lost", None: "No result"}[one.won]


def _heroes(chosen: Sequence[Played], names: Catalogue, account_id: int) -> tuple[HeroLine, ...]:
    by_hero: dict[int, list[Played]] = defaultdict(list)
    for one in chosen:
        by_hero[one.hero_id].append(one)
    most = sorted(by_hero.items(), key=lambda item: (-len(item[1]), item[0]))[:TOP_HEROES]
    return tuple(_hero_line(hero_id, played, names, account_id) for hero_id, played in most)


def _hero_line(
    hero_id: int, played: Sequence[Played], names: Catalogue, account_id: int
) -> HeroLine:
    hero = names.hero(hero_id)
    decided = [one for one in played if one.won is not None]
    wins = sum(one.won is True for one in decided)
    low, high = wilson(wins, len(decided))
    return HeroLine(
        hero_id=hero_id,
        hero=hero.name,
        letters=hero.letters,
        portrait=hero.portrait,
        matches=len(played),
        wins=wins,
        win_percent=round(100 * wins / len(decided)) if decided else 0,
        low_percent=round(low * 100),
        high_percent=round(high * 100),
        url=f"/deadlock/players/{account_id}?hero={hero_id}",
    )


def _said(page: int, shown: int, total: int) -> str:
    if total == 0:
        return "no matches"
    first = (page - 1) * ROWS + 1
    return f"{first} to {first + shown - 1} of {total:,}"


def _numbers(page: int, pages: int) -> tuple[int | None, ...]:
    near = sorted({1, pages, *range(max(1, page - 1), min(pages, page + 1) + 1)})
    numbers: list[int | None] = []
    for number in near:
        if numbers and number - (numbers[-1] or 0) > 1:
            numbers.append(None)
        numbers.append(number)
    return tuple(numbers)


def _url(wanted: Filter, page: int) -> str:
    parts = []
    if wanted.hero_id is not None:
        parts.append(f"hero={wanted.hero_id}")
    if wanted.won is not None:
        parts.append(f"result={'won' if wanted.won else 'lost'}")
    if page > 1:
        parts.append(f"page={page}")
    return "?" + "&".join(parts)


def _hero_choices(played: Sequence[Played], names: Catalogue, wanted: Filter) -> tuple[Chance, ...]:
    heroes = sorted({(names.hero(one.hero_id).name, one.hero_id) for one in played})
    return tuple(Chance(str(hero_id), name, hero_id == wanted.hero_id) for name, hero_id in heroes)


def _result_choices(wanted: Filter) -> tuple[Chance, ...]:
    return (
        Chance("won", "Won", wanted.won is True),
        Chance("lost", "Lost", wanted.won is False),
    )
