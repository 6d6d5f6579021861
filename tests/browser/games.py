"""Pages of Dota 2 and League worth a browser's look: every tab, what lies around, one unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import current_app
from sqlalchemy import select

from tests.dota2 import kept as dota2_kept
from tests.lol import kept as lol_kept
from tests.lol.told import ARAM, ARENA, RIFT
from webapp.core.db import db
from webapp.core.settings import EXTENSION
from webapp.dota2 import ingest as dota2_ingest
from webapp.dota2.pages.frame import FRAMING as DOTA2
from webapp.dota2.store import accounts as dota2_accounts
from webapp.dota2.store import leagues
from webapp.dota2.store.accounts import Who
from webapp.dota2.store.leagues import Listed
from webapp.lol import ingest as lol_ingest
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.models import LolPlayer
from webapp.lol.pages.frame import FRAMING as LEAGUE
from webapp.lol.store import accounts as lol_accounts
from webapp.lol.store import talks
from webapp.lol.store.talks import Turn
from webapp.matchroom.framing import Framing
from webapp.simulator.ddragon import sample_names as league_names
from webapp.simulator.dota2.constants import sample_names as dota2_names
from webapp.simulator.riot.people import puuid_of
from webapp.simulator.riot.scenarios import games_of

ADA = 910_000_001
GAMES = 4
CHOSEN = {
    "map": "?t=600",
    "combat": "?t=900&player=3",
    "economy": "?t=900",
    "fights": "?fight=1",
    "builds": "?player=3",
    "findings": "?player=3",
}
TURNS = (
    Turn(reader=True, text="How do I do?"),
    Turn(reader=False, text="Well.\nIn 3 games.", looked=("the averages",), unproved=("98,765",)),
)


def dota2_pages() -> list[str]:
    """Keep a match and a player of Dota 2; gives the pages to look at."""
    dota2_ingest.save_bundled(dota2_names())
    match_id = dota2_kept.keep()
    dota2_accounts.save_account(ADA, Who("Ada", None, 42, hidden=False))
    leagues.add_league(9)
    leagues.note_listed(9, [Listed(number) for number in range(1, 4)])
    db.session.commit()
    db.session.remove()
    around = ("", "/method", "/win-chance", f"/players/{ADA}", "/matches/7777777", "/leagues/9")
    return [*_tabs(DOTA2, match_id), *(f"/dota2{one}" for one in around)]


def lol_pages() -> list[str]:
    """Keep a match and a summoner of League; gives the pages to look at."""
    lol_ingest.save_bundled("en_US", league_names("en_US"))
    tabs = _tabs(LEAGUE, lol_kept.keep(RIFT))
    champion = db.session.scalars(select(LolPlayer.champion_id)).first()
    around = ("", "/method", "/win-chance", "/champions", f"/champions/{champion}")
    summoner = f"/summoners/euw1/{_summoner().slug}"
    own = ("", "/profile", "/champions", "/people", "/live", "/now", "/coach")
    around += (*(summoner + one for one in own), "/matches/EUW1_7777777777")
    around += tuple(f"/matches/{lol_kept.keep(one)}" for one in (ARAM, ARENA))
    return [*tabs, *(f"/lol{one}" for one in around)]


def keep_games() -> None:
    """Keep some games of the summoner."""
    for one in games_of(lol_kept.ADA)[:GAMES]:
        lol_kept.keep(one.match_id, timeline=False)


def talk_page(patches: pytest.MonkeyPatch) -> str:
    """Let there be a coach, and a talk with it; gives its page."""
    account = lol_accounts.load_account(_summoner())
    assert account
    talk_id = talks.begin_talk(account.id)
    talks.save_turns(talk_id, TURNS)
    db.session.commit()
    db.session.remove()
    talking = {"llm_base_url": "http://127.0.0.1:9/v1", "llm_api_key": "a key", "llm_model": "one"}
    settings = replace(current_app.extensions[EXTENSION], **talking)
    patches.setitem(current_app.extensions, EXTENSION, settings)
    return f"/lol/coach/{talk_id}"


def _tabs(framing: Framing, match_id: int | str) -> list[str]:
    url = framing.url_of(match_id)
    return [url + one.path + CHOSEN.get(one.part, "") for one in framing.tabs]


def _summoner() -> RiotId:
    """Keep the summoner's account; gives its name."""
    riot_id = RiotId(lol_kept.ADA.name, lol_kept.ADA.tag)
    puuid = puuid_of(lol_kept.ADA, "")
    lol_accounts.touch(lol_accounts.save_account("EUW1", riot_id, puuid, icon=3, level=77))
    db.session.commit()
    return riot_id
