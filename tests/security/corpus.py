"""Names nobody honest has, and the house with everything in it called so."""

from __future__ import annotations

import json
from typing import Any, Final

from sqlalchemy import text

from tests.access.places import SLUG
from tests.browser import games
from tests.deadlock.kept import keep_body
from tests.deadlock.many import do
from tests.deadlock.test_player_pages import ADA, BO, with_both
from tests.dota2 import kept as dota2_kept
from tests.lol import kept as lol_kept
from tests.lol.told import RIFT
from webapp.core.db import db, utc_now
from webapp.deadlock import ingest as deadlock_ingest
from webapp.deadlock.store import players
from webapp.dota2 import ingest as dota2_ingest
from webapp.dota2.store.accounts import Who, save_account
from webapp.lol import ingest as lol_ingest
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.ingest.match import INTAKE
from webapp.lol.store import accounts as lol_accounts
from webapp.matchroom.files import Raw
from webapp.matchroom.reanalysing import keep_now
from webapp.simulator import sample_assets
from webapp.simulator.ddragon import sample_names as league_names
from webapp.simulator.dota2.constants import sample_names as dota2_names

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
TEXTS: Final = {
    "account": ("disabled_why",),
    "account_session": ("agent", "address", "proved_by"),
    "api_token": ("name", "tail"),
    "audit": ("actor", "action", "subject"),
    "channel": ("shown", "off_why"),
    "delivery": ("event", "answer", "body"),
    "follow": ("title",),
    "identity": ("name", "subject"),
    "job_pause": ("why",),
    "job_run": ("title", "sentence", "waiting_reason", "error", "target_url"),
    "notice": ("title", "said", "url"),
    "quarantine": ("reason", "key"),
    "upstream_pause": ("why",),
    "upstream_reply": ("route", "outcome"),
}


def planted(found: Any, number: int = 0) -> Any:
    """Give JSON with every name in it replaced."""
    if isinstance(found, dict):
        return {
            key: CORPUS[(number + place) % len(CORPUS)]
            if key in NAMED and isinstance(value, str)
            else planted(value, number + place)
            for place, (key, value) in enumerate(found.items())
        }
    if isinstance(found, list):
        return [planted(value, number + place) for place, value in enumerate(found)]
    return found


def ill(body: bytes) -> bytes:
    """Give a body with every name in it replaced."""
    return json.dumps(planted(json.loads(body))).encode()


def ill_named() -> None:
    """Keep matches, players and names of the three games, all called so."""
    deadlock_ingest.save_bundled({name: ill(body) for name, body in sample_assets().items()})
    keep_body(with_both(74_001, together=True))
    players.save_profiles({ADA: CORPUS[0], BO: CORPUS[3]})
    dota2_ingest.save_bundled(dota2_names())
    dota2_kept.keep_body(ill(dota2_kept.body_of(dota2_kept.PARSED)), "generated")
    save_account(games.ADA, Who(CORPUS[1], CORPUS[5], 42, hidden=False))
    lol_ingest.save_bundled(
        "en_US", {name: ill(body) for name, body in league_names("en_US").items()}
    )
    body, told = lol_kept.bodies_of(RIFT)
    keep_now(
        INTAKE, Raw(ill(body), "json", utc_now(), "upstream", {"timeline": told} if told else {})
    )
    riot_id = RiotId(lol_kept.ADA.name, lol_kept.ADA.tag)
    assert riot_id.slug == SLUG
    lol_accounts.touch(lol_accounts.save_account("EUW1", riot_id, lol_kept.PUUID, icon=3, level=77))
    db.session.commit()
    do("deadlock.columns")


def call_everything_so() -> None:
    """Put the worst names into every text somebody or some upstream has a hand in."""
    for table, columns in TEXTS.items():
        for place, column in enumerate(columns):
            unique = "|| id::text" if (table, column) == ("identity", "subject") else ""
            db.session.execute(
                text(f"UPDATE {table} SET {column} = :word {unique}"),  # noqa: S608 - named above
                {"word": CORPUS[(len(table) + place) % len(CORPUS)]},
            )
    db.session.execute(text("UPDATE account SET name = :word || id"), {"word": CORPUS[0]})
    db.session.commit()
    db.session.remove()
