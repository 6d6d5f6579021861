"""The house: matches and players of the three games, and how an address names them.

`PLACES` is keyed by blueprint or endpoint; the endpoint's own word goes before.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote

from tests.browser.games import ADA as DOTA2_ADA
from tests.browser.games import dota2_pages, lol_pages
from tests.deadlock.kept import keep_body
from tests.deadlock.many import do
from tests.deadlock.test_player_pages import ADA, BO, with_both
from tests.dota2.kept import REAL, keep_unparsed
from tests.lol.kept import ADA as SUMMONER
from tests.lol.told import RIFT
from webapp.core.db import db
from webapp.core.static import static_hash
from webapp.deadlock.store import players
from webapp.dota2.store import leagues
from webapp.dota2.store.leagues import Listed
from webapp.lol.domain.riot_id import RiotId

MATCH: Final = 74_001
LEAGUE_ID: Final = 17_001
UNKNOWN: Final = "EUW1_7777777777"
NOWHERE: Final = "0" * 64
SLUG: Final = unquote(RiotId(SUMMONER.name, SUMMONER.tag).slug)
"""As an address means it: whoever fills one in quotes it."""
Words = dict[str, object]

PLACES: Final[dict[str, Words]] = {
    "deadlock": {
        "match_id": MATCH,
        "number": ADA,
        "account_id": ADA,
        "other_id": BO,
        "digest": NOWHERE,
    },
    "deadlock.art": {"name": "nobody.png"},
    "deadlock.brought_demo": {"name": "00000000-0000-0000-0000-000000000007"},
    "deadlock.chance_method_table": {"name": "weights"},
    "deadlock.demo_csv": {"name": "hits"},
    "deadlock.demo_table": {"name": "hits"},
    "deadlock.hero_table": {"name": "items"},
    "deadlock.player_table": {"name": "matches"},
    "deadlock.table": {"name": "scoreboard"},
    "status.status_table": {"name": "sources"},
    "dota2": {
        "match_id": 201,
        "number": DOTA2_ADA,
        "account_id": DOTA2_ADA,
        "league_id": LEAGUE_ID,
        "digest": NOWHERE,
        "name": "gaben",
    },
    "dota2.art": {"name": "nobody.png"},
    "dota2.chance_method_table": {"name": "weights"},
    "dota2.ask": {"match_id": REAL},
    "dota2.ask_for_parse": {"match_id": REAL},
    "dota2.table": {"name": "scoreboard"},
    "dota2.player_table": {"name": "matches"},
    "lol": {
        "match_id": RIFT,
        "where": "euw1",
        "slug": SLUG,
        "digest": NOWHERE,
    },
    "lol.ask": {"match_id": UNKNOWN},
    "lol.ask_timeline": {"match_id": UNKNOWN},
    "lol_api.ask_for_match": {"match_id": UNKNOWN},
    "lol.art": {"name": "nobody.png"},
    "lol.chance_method_table": {"name": "weights"},
    "lol.champion_table": {"name": "games"},
    "lol.table": {"name": "scoreboard"},
    "lol.summoner_table": {"name": "matches"},
    "lol_api": {"match_id": RIFT},
    "outward": {
        "room": "deadlock",
        "kind": "match",
        "key": MATCH,
        "name": "matches",
        "number": 1,
    },
    "account_sheets.account_table": {"name": "sessions"},
    "account_sheets.things_table": {"name": "asked"},
    "admin": {"name": "deadlock"},
    "admin.person_table": {"name": "sessions"},
    "admin.table": {"name": "audit"},
    "admin.upstream_table": {"family": "deadlock", "name": "replies"},
    "home.feed": {"room": "deadlock", "player": f"players/{ADA}"},
    "reference": {"operation_id": "me"},
    "reference.operation_table": {"name": "answers"},
    "claims": {"provider": "riot"},
    "sign_in": {"provider": "discord"},
    "files.file": {"digest": static_hash("icon.svg"), "name": "icon.svg"},
}


def furnish() -> None:
    """Keep matches and players of the three games."""
    keep_body(with_both(MATCH, together=True))
    players.save_profiles({ADA: "Ada", BO: "Bo"})
    db.session.commit()
    do("deadlock.columns")
    dota2_pages()
    lol_pages()
    keep_unparsed()
    leagues.add_league(LEAGUE_ID)
    leagues.note_listed(LEAGUE_ID, [Listed(REAL)])
    db.session.commit()
    db.session.remove()
