"""What the coach may look up: our own pages of a summoner, cut to what fits."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import Any, Final

import msgspec

from webapp.lol.domain.coach import LONGEST_RESULT
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.domain.summoner.sums import averages_of
from webapp.lol.pages.champions import champion_page
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
NOTHING: Final = "Nothing is kept here for that."


def look_up(account_id: uuid.UUID, name: str, arguments: Mapping[str, str]) -> str:
    """Give what one tool tells about an account, as JSON of at most 4,000 letters."""
    account, look = accounts.load_account_by_id(account_id), _LOOKS.get(name)
    if account is None or look is None:
        return NOTHING
    found = look(who(RiotId(account.name, account.tag), None, Filter()), arguments)
    if found is None:
        return NOTHING
    return msgspec.json.encode(found).decode()[:LONGEST_RESULT]


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
    return {"role": profile.role, "games": profile.games, "axes": axes, "ranks": ranks}


def _analysis(found: Who, _arguments: Mapping[str, str]) -> Any:
    newest = found.chosen[0] if found.chosen else None
    loaded = load_sources(newest.match_id, *FINDING_SLICES) if newest else None
    if newest is None or loaded is None:
        return None
    rows = loaded.slices["scoreboard"].rows
    own = (one for one in rows if one.champion_id == newest.champion_id and one.side == newest.side)
    slot = next((one.slot for one in own), None)
    cards = cards_of(loaded, load_standing().model, Moment(), slot)
    told = [{"at": one.clock, "says": one.sentence, "more": one.detail} for one in cards]
    return {"match": game_lines([newest], load_catalogue())[0], "findings": told}


def _averages(found: Who, _arguments: Mapping[str, str]) -> Any:
    lines = champion_lines(found.chosen, load_catalogue(), Filter(), CHAMPIONS)
    return {
        "games": len(found.chosen),
        "won": share_won(found.chosen),
        "average": averages_of(found.chosen),
        "champions": [
            {"champion": one.champion, "games": one.games, "won": one.share, "kda": one.ratio}
            for one in lines
        ],
    }


def _recent(found: Who, _arguments: Mapping[str, str]) -> Any:
    lines = game_lines(found.chosen[:NEWEST], load_catalogue())
    keep = ("started_at", "length", "champion", "role", "result", "queue", "kda", "cs_per_minute")
    return [{name: getattr(one, name) for name in keep} for one in lines]


def _champion(found: Who, arguments: Mapping[str, str]) -> Any:
    wanted, names = arguments.get("champion", "").casefold(), load_catalogue()
    known = (one for one in names.champions.values() if one.name.casefold() == wanted)
    champion = next(known, None) or names.named(wanted)
    own = found.account.id if found.account else None
    page = champion_page(champion.champion_id, Filter(), but=own) if champion else None
    if page is None:
        return None
    roles = [{"role": one.word, "games": one.games, "won": one.share} for one in page.roles]
    said = {"champion": page.name, "about": "other players’ games kept here", "games": page.total}
    return {**said, "won": page.share, "average": page.averages, "roles": roles}


_LOOKS: Final[dict[str, Callable[[Who, Mapping[str, str]], Any]]] = {
    "get_player_profile": _profile,
    "get_latest_analysis": _analysis,
    "get_action_stats": _averages,
    "list_recent_matches": _recent,
    "get_champion_insights": _champion,
}
