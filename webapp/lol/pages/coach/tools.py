"""What the coach may look up: our own pages of a summoner, cut to what fits."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final

import msgspec
from werkzeug.exceptions import ServiceUnavailable

from webapp.lol.domain.coach import LONGEST_RESULT
from webapp.lol.domain.played import Played
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.narrowing import ROLES, Filter
from webapp.lol.domain.summoner.sums import averages_of
from webapp.lol.models import LolAccount
from webapp.lol.pages.champions import champion_page
from webapp.lol.pages.coach.acts import action_stats, slot_of
from webapp.lol.pages.findings.cards import FINDING_SLICES, cards_of
from webapp.lol.pages.sources import load_sources
from webapp.lol.pages.summoner.lines import game_lines
from webapp.lol.pages.summoner.pool import champion_lines
from webapp.lol.pages.summoner.profile import profile_of
from webapp.lol.pages.summoner.standing import standings_of
from webapp.lol.pages.summoner.who import Who, who
from webapp.lol.store import accounts
from webapp.lol.store.catalogue import load_catalogue
from webapp.lol.store.chances import load_standing
from webapp.matchplay.players import share_won
from webapp.matchroom.moment import Moment

NEWEST: Final = 10
CHAMPIONS: Final = 8
LOOKED_AT: Final = 5
"""So many of the newest games are tried for one that was analysed with its timeline."""
NOTHING: Final = "Nothing is kept here for that."
EVERY: Final = frozenset({"all", "any", "every", "none"})
"""Words for no choice, as somebody may say them where nothing is to be said."""
SAID: Final = {"mid": "middle", "bot": "bottom", "adc": "bottom", "utility": "support"}
"""What else roles are called."""


def look_up(account_id: uuid.UUID, name: str, arguments: Mapping[str, str]) -> str:
    """Give what one tool tells about an account, as JSON of at most 4,000 letters."""
    account, look = accounts.load_account_by_id(account_id), _LOOKS.get(name)
    wanted = _wanted(arguments, account) if account else None
    if account is None or look is None or wanted is None:
        return NOTHING
    found = look(who(RiotId(account.name, account.tag), None, wanted), arguments)
    if found is None:
        return NOTHING
    return msgspec.json.encode(found).decode()[:LONGEST_RESULT]


def _wanted(arguments: Mapping[str, str], account: LolAccount) -> Filter | None:
    """Read champion and role; None for a champion or a role there is not."""
    said = (arguments.get(name, "").strip() for name in ("champion", "role"))
    champion, role = ("" if one.casefold() in EVERY else one for one in said)
    role = SAID.get(role.casefold(), role.casefold())
    champion_id = _champion_called(champion, account) if champion else None
    if (role and role not in ROLES) or (champion and champion_id is None):
        return None
    return Filter(champion_id=champion_id, role=role or None)


def _champion_called(name: str, account: LolAccount) -> int | None:
    """Find a champion by name, as the catalogue or the account's own games write it."""
    names = load_catalogue()
    if known := names.called(name):
        return known.champion_id
    played = who(RiotId(account.name, account.tag), None, Filter()).played
    called = {
        names.champion(one.champion_id, one.champion_name).name.casefold(): one.champion_id
        for one in played
    }
    return called.get(name.casefold())


def _profile(found: Who, _arguments: Mapping[str, str]) -> Any:
    profile = profile_of(found)
    axes = [
        {
            "figure": one.term.word,
            "percentile": one.percentile,
            "own": one.own,
            "median": one.median,
            "players": one.players,
        }
        for one in profile.axes
    ]
    ranks = standings_of(found.account.id).queues if found.account else ()
    return {
        "role": profile.role,
        "games": profile.games,
        "axes": axes,
        "ranks": ranks,
        "average": averages_of(found.chosen),
        "champions": _champions(found),
    }


def _champions(found: Who) -> list[dict[str, Any]]:
    lines = champion_lines(found.chosen, load_catalogue(), Filter(), CHAMPIONS)
    return [
        {"champion": one.champion, "games": one.games, "won": one.share, "kda": one.ratio}
        for one in lines
    ]


def _analysis(found: Who, arguments: Mapping[str, str]) -> Any:
    match_id = arguments.get("match", "").strip().upper()
    if match_id:
        return next((_told(one) for one in found.played if one.match_id == match_id), None)
    bare = None
    for one in found.chosen[:LOOKED_AT]:
        told = _told(one)
        if told and told["findings"]:
            return told
        bare = bare or told
    return bare


def _told(one: Played) -> dict[str, Any] | None:
    """Tell what decided a game for whoever played it."""
    loaded = None
    with suppress(ServiceUnavailable):  # kept in an older form, and not worked out anew yet
        loaded = load_sources(one.match_id, *FINDING_SLICES)
    if loaded is None:
        return None
    slot = slot_of(loaded.slices["scoreboard"].rows, one)
    cards = cards_of(loaded, load_standing().model, Moment(), slot)
    said = [
        {"at": card.clock, "says": card.sentence, "more": card.detail, "worth": card.worth}
        for card in cards
    ]
    return {"match": game_lines([one], load_catalogue())[0], "findings": said}


def _actions(found: Who, _arguments: Mapping[str, str]) -> Any:
    told = {"games_kept": len(found.chosen), "won": share_won(found.chosen)}
    return {**told, **msgspec.to_builtins(action_stats(found))}


def _recent(found: Who, _arguments: Mapping[str, str]) -> Any:
    lines = game_lines(found.chosen[:NEWEST], load_catalogue())
    keep = ("match_id", "started_at", "length", "champion", "role", "result", "queue", "kda")
    return [{name: getattr(one, name) for name in (*keep, "cs_per_minute")} for one in lines]


def _champion(found: Who, _arguments: Mapping[str, str]) -> Any:
    own, champion = found.account.id if found.account else None, found.wanted.champion_id
    wanted = Filter(role=found.wanted.role)
    page = champion_page(champion, wanted, but=own) if champion is not None else None
    if page is None:
        return None
    roles = [{"role": one.word, "games": one.games, "won": one.share} for one in page.roles]
    said = {"champion": page.name, "about": "other players’ games kept here", "games": page.total}
    return {**said, "won": page.share, "average": page.averages, "roles": roles}


_LOOKS: Final[dict[str, Callable[[Who, Mapping[str, str]], Any]]] = {
    "get_player_profile": _profile,
    "get_latest_analysis": _analysis,
    "get_action_stats": _actions,
    "list_recent_matches": _recent,
    "get_champion_insights": _champion,
}
