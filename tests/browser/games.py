"""Pages of Dota 2 and League worth a browser's look: one of each kind, one heavy, one unknown."""

from __future__ import annotations

from tests.dota2 import kept as dota2_kept
from tests.lol import kept as lol_kept
from tests.lol.told import RIFT
from webapp.core.db import db
from webapp.dota2 import ingest as dota2_ingest
from webapp.dota2.store import accounts as dota2_accounts
from webapp.dota2.store import leagues
from webapp.dota2.store.accounts import Who
from webapp.dota2.store.leagues import Listed
from webapp.lol import ingest as lol_ingest
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.store import accounts as lol_accounts
from webapp.simulator.ddragon import sample_names as league_names
from webapp.simulator.dota2.constants import sample_names as dota2_names

ADA = 910_000_001


def dota2_pages() -> list[str]:
    """Keep a match and a player of Dota 2; gives the pages to look at."""
    dota2_ingest.save_bundled(dota2_names())
    at = f"/dota2/matches/{dota2_kept.keep()}"
    dota2_accounts.save_account(ADA, Who("Ada", None, 42, hidden=False))
    leagues.add_league(9)
    leagues.note_listed(9, [Listed(number) for number in range(1, 4)])
    db.session.commit()
    db.session.remove()
    tabs = ("", "/map?t=600", "/economy?t=900", "/builds?player=3", "/chance", "/findings?player=3")
    around = ("/dota2", f"/dota2/players/{ADA}", "/dota2/matches/7777777", "/dota2/leagues/9")
    return [*(at + tab for tab in tabs), *around]


def lol_pages() -> list[str]:
    """Keep a match and a summoner of League; gives the pages to look at."""
    lol_ingest.save_bundled("en_US", league_names("en_US"))
    at = f"/lol/matches/{lol_kept.keep(RIFT)}"
    riot_id = RiotId(lol_kept.ADA.name, lol_kept.ADA.tag)
    lol_accounts.touch(lol_accounts.save_account("EUW1", riot_id, lol_kept.PUUID, icon=3, level=77))
    db.session.commit()
    db.session.remove()
    tabs = ("", "/map?t=600", "/combat?t=900", "/chance", "/findings?player=3")
    summoner = f"/lol/summoners/euw1/{riot_id.slug}"
    around = ("/lol", "/lol/champions", summoner, f"{summoner}/live", f"{summoner}/now")
    return [*(at + tab for tab in tabs), *around, "/lol/matches/EUW1_7777777777"]
