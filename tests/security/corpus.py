"""Names nobody honest has, and the house with everything in it called so."""

from __future__ import annotations

import json
from collections.abc import Container
from typing import Any, Final
from urllib.parse import unquote

from tests.access.places import LEAGUE_ID, MATCH, SLUG
from tests.browser import games
from tests.deadlock.kept import keep_body
from tests.deadlock.many import do
from tests.deadlock.test_player_pages import ADA, BO, with_both
from tests.dota2 import kept as dota2_kept
from tests.lol import kept as lol_kept
from tests.lol.told import RIFT
from webapp.core.db import db, utc_now
from webapp.deadlock import ingest as deadlock_ingest
from webapp.deadlock.store import builds, players
from webapp.dota2 import ingest as dota2_ingest
from webapp.dota2.store import leagues
from webapp.dota2.store.accounts import Who, save_account
from webapp.dota2.store.leagues import Listed
from webapp.lol import ingest as lol_ingest
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.ingest.match import INTAKE
from webapp.lol.store import accounts as lol_accounts
from webapp.lol.store import lives
from webapp.matchroom.files import Raw
from webapp.matchroom.reanalysing import keep_now
from webapp.simulator import sample_assets
from webapp.simulator.ddragon import sample_names as league_names
from webapp.simulator.deadlock.published import tell_builds
from webapp.simulator.dota2.constants import sample_names as dota2_names
from webapp.simulator.riot.live import live_body

MARK: Final = "zq7"
CORPUS: Final = (
    f'{MARK}"><svg onload=alert(1)>',
    f"{MARK}'><img src=x.example onerror=alert(2)>",
    f"{MARK}</title></script><script>alert(3)</script>",
    f"{MARK}' hx-get='//x.example/' hx-trigger='load",
    f'{MARK}" onfocus=alert(4) autofocus="',
    "javascript:alert(5)//" + MARK,
    MARK + "{{7*7}}${7*7}<%=7*7%>",
    f"{MARK}\u202e\u200b\u2066gnp.exe",
    f'{MARK}&quot;&#x3e;<iframe src="//x.example">',
    f"{MARK}--><base href=//x.example/>",
)
NAMED: Final = {
    *(
        "name",
        "title",
        "description",
        "plaintext",
        "blurb",
        "tagline",
        "personaname",
        "localized_name",
    ),
    *(
        "dname",
        "riotIdGameName",
        "summonerName",
        "nickname",
        "value",
        "text",
        "player_name",
        "lore",
    ),
}
TITLES: Final = frozenset({"dname", "localized_name"})
SOURCES: Final = ("build", "chat", "league", "live", "talk")
"""What is planted under a mark of its own, so that a page that ceases to show it is noticed."""


def so(number: int, source: str = "") -> str:
    """Give a name nobody honest has, marked as its source's."""
    return CORPUS[number % len(CORPUS)].replace(MARK, MARK + source)


def planted(found: Any, number: int = 0, source: str = "", named: Container[str] = NAMED) -> Any:
    """Give JSON with every name in it replaced."""
    if isinstance(found, dict):
        return {
            key: so(number + place, source)
            if key in named and isinstance(value, str)
            else planted(value, number + place, source, named)
            for place, (key, value) in enumerate(found.items())
        }
    if isinstance(found, list):
        return [planted(value, number + place, source, named) for place, value in enumerate(found)]
    return found


def ill(body: bytes, source: str = "") -> bytes:
    """Give a body with every name in it replaced."""
    return json.dumps(planted(json.loads(body), source=source)).encode()


def ill_named() -> None:
    """Keep matches, players and names of the three games, all called so."""
    deadlock_ingest.save_bundled({name: ill(body) for name, body in sample_assets().items()})
    keep_body(with_both(MATCH, together=True))
    players.save_profiles({ADA: CORPUS[0], BO: CORPUS[3]})
    _publish_builds()
    dota2_ingest.save_bundled({name: _titled_so(body) for name, body in dota2_names().items()})
    dota2_kept.keep_body(_said_so(ill(dota2_kept.body_of(dota2_kept.PARSED))), "generated")
    save_account(games.ADA, Who(CORPUS[1], CORPUS[5], 42, hidden=False))
    _list_a_league()
    lol_ingest.save_bundled(
        "en_US", {name: ill(body) for name, body in league_names("en_US").items()}
    )
    body, told = (_with_ada(one) for one in lol_kept.bodies_of(RIFT))
    keep_now(INTAKE, Raw(ill(body), "json", utc_now(), "upstream", {"timeline": told}))
    riot_id = RiotId(lol_kept.ADA.name, lol_kept.ADA.tag)
    assert unquote(riot_id.slug) == SLUG
    account_id = lol_accounts.save_account("EUW1", riot_id, lol_kept.PUUID, icon=3, level=77)
    lol_accounts.touch(account_id)
    lives.save_live(account_id, _live_game())
    db.session.commit()
    do("deadlock.columns")


def _publish_builds() -> None:
    """Keep the builds the players of Deadlock's match began with."""
    found = {}
    for build_id in builds.named_builds(MATCH):
        told = tell_builds(query={"build_id": [str(build_id)]}, base_url="")
        found[build_id] = ill(json.dumps(json.loads(told.body)[0]).encode(), "build")
    assert found
    builds.save_builds(MATCH, found)


def _titled_so(body: bytes) -> bytes:
    """Give names of Dota 2 with what readers see replaced; `name` is what they are found by."""
    return json.dumps(planted(json.loads(body), named=TITLES)).encode()


def _said_so(body: bytes) -> bytes:
    """Give a match of Dota 2 in which everybody said such things."""
    told = json.loads(body)
    for number, one in enumerate(told["chat"]):
        if one["type"] == "chat":
            one["key"], one["unit"] = so(number, "chat"), so(number + 1, "chat")
    return json.dumps(told).encode()


def _list_a_league() -> None:
    """Follow a league of two matches, one of them given up with a sentence."""
    lost = dota2_kept.PARSED + 1
    leagues.add_league(LEAGUE_ID, so(2, "league"))
    leagues.note_listed(LEAGUE_ID, [Listed(dota2_kept.PARSED), Listed(lost)])
    leagues.note_trouble(LEAGUE_ID, lost, so(4, "league"))


def _with_ada(body: bytes | None) -> bytes:
    """Give a match of League, or its timeline, with Ada in somebody's place."""
    assert body
    somebody = json.loads(body)["metadata"]["participants"][0]
    return body.replace(somebody.encode(), lol_kept.PUUID.encode())


def _live_game() -> dict[str, Any]:
    """Give the game Ada is in; a Riot ID has no marks an address would end at."""
    game = live_body(lol_kept.ADA, lol_kept.KEY)
    assert game
    for number, one in enumerate(game["participants"]):
        one["riotId"] = f'{MARK}live{number}"><b onclick=x()>#EUW'
    return game
