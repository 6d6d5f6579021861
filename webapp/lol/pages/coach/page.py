"""The page of a talk with the coach; it is looked at again while an answer is on its way."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Final

from webapp.jobs.asking import live_run
from webapp.lol.domain.coach import LONGEST_QUESTION, MOST_TURNS
from webapp.lol.domain.platforms import Platform
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.pages.summoner.head import SummonerHead, head_of
from webapp.lol.pages.summoner.who import Who, who
from webapp.lol.store import accounts
from webapp.lol.store.catalogue import load_catalogue
from webapp.lol.store.talks import Turn, load_talk
from webapp.matchroom.wording import rewords

ASKS: Final = (
    "What decided my newest game for me?",
    "What should I work on first?",
    "Which champion do I do best on?",
)


@dataclass(frozen=True, slots=True)
class CoachPage:
    """A talk, or the place to begin one. `live` says that an answer is on its way.

    `champions` are those the summoner plays, for questions about one of them.
    """

    head: SummonerHead
    talks: bool
    ask_url: str
    here: str
    turns: tuple[Turn, ...]
    live: bool
    run_url: str
    full: bool
    longest: int
    examples: tuple[str, ...]
    champions: tuple[str, ...]


def coach_page(riot_id: RiotId, platform: Platform | None) -> CoachPage:
    """Give the place where a talk about a summoner is begun."""
    found = who(riot_id, platform, Filter())
    return _page(found, (), f"{found.url}/coach", "")


def talk_page(talk_id: uuid.UUID) -> CoachPage | None:
    """Give a talk; None when there is none, or it was forgotten."""
    talk = load_talk(talk_id)
    account = accounts.load_account_by_id(talk.account_id) if talk else None
    if talk is None or account is None:
        return None
    run = live_run(f"lol.coach:{talk_id}")
    found = who(RiotId(account.name, account.tag), None, Filter())
    return _page(found, talk.turns, f"/lol/coach/{talk_id}", f"/jobs/{run}" if run else "")


def _page(found: Who, turns: tuple[Turn, ...], here: str, run_url: str) -> CoachPage:
    names = load_catalogue()
    played = {one.champion_id for one in found.played} & set(names.champions)
    return CoachPage(
        head=head_of(found, "coach", names),
        talks=rewords(),
        ask_url=here,
        here=here,
        turns=turns,
        live=bool(run_url),
        run_url=run_url,
        full=len(turns) >= MOST_TURNS,
        longest=LONGEST_QUESTION,
        examples=() if turns else ASKS,
        champions=tuple(sorted(names.champions[one].name for one in played)),
    )
