"""Beside each table of a page there is the same as CSV, or a reason why there is none."""

from __future__ import annotations

import csv
import re
from typing import Final

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.admin.conftest import reply
from tests.browser.games import ADA as DOTA2_ADA
from tests.browser.games import dota2_pages, lol_pages
from tests.deadlock import kept as deadlock_kept
from tests.deadlock.kept import keep_body
from tests.deadlock.many import do
from tests.deadlock.test_chance_page import keep_model as keep_deadlock_model
from tests.deadlock.test_player_pages import ADA, BO, with_both
from tests.dota2 import kept as dota2_kept
from tests.dota2.test_chance_tab import keep_model as keep_dota2_model
from tests.lol import kept as lol_kept
from tests.lol.kept import ADA as SUMMONER
from tests.lol.told import ARENA, RIFT
from tests.tables import without_csv
from webapp.core.db import db, utc_now
from webapp.deadlock.pages.frame import FRAMING as DEADLOCK
from webapp.deadlock.store import players
from webapp.dota2.pages.frame import FRAMING as DOTA2
from webapp.lol.domain.played import Rank
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.ladder import SOLO
from webapp.lol.models import LolPlayer
from webapp.lol.pages.frame import FRAMING as LOL
from webapp.lol.pages.frame import LACKS
from webapp.lol.store import accounts, lives
from webapp.matchroom.framing import Framing
from webapp.simulator.riot.live import live_body
from webapp.simulator.riot.scenarios import games_of

MATCH: Final = 74_001
GAMES: Final = 4
RIOT_ID: Final = RiotId(SUMMONER.name, SUMMONER.tag)
LIVE: Final = f"/lol/summoners/euw1/{RIOT_ID.slug}/live"

AS_MADE: Final = "one moment or one thing of a table that has its CSV in its own section"
WITHOUT: Final[dict[str, str]] = {
    "Gold lead at each sample": "the strip’s, on every tab; its CSV stands on Economy and Data",
    "Soul lead at each sample": "the strip’s, on every tab; its CSV stands on Data",
    "The match in about ten sentences": "prose, whose figures are in the tables it leads to",
    "What happened around": AS_MADE,
    "What is known of this death": AS_MADE,
    "Health at each second": AS_MADE,
}
"""How captions begin of tables without a CSV beside them, and why."""


def missing(client: FlaskClient, paths: list[str]) -> set[tuple[str, str]]:
    """Give page and caption of each table that has neither a CSV nor a reason."""
    found = set()
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        found |= {(path, one) for one in without_csv(answer.text)}
    return {(path, one) for path, one in found if not one.startswith(tuple(WITHOUT))}


def tabs(framing: Framing, match_id: int | str, lacks: frozenset[str] = frozenset()) -> list[str]:
    """Give every tab of a match: whole, and at a moment with a player opened."""
    at = framing.url_of(match_id)
    paths = [one.path for one in framing.tabs if one.part not in lacks]
    whole = [at + path for path in (*paths, *(one.path for one in framing.sub_pages))]
    return [*whole, *(f"{path}?t=900&player=3&open=1" for path in whole)]


def keep_others() -> None:
    """Keep games a match can be compared with, and ranks of those who played it."""
    for one in games_of(SUMMONER)[:GAMES]:
        lol_kept.keep(one.match_id)
    asked = select(LolPlayer.puuid).where(LolPlayer.match_id == RIFT, LolPlayer.puuid.is_not(None))
    for puuid in db.session.scalars(asked).all():
        lol_kept.ranked(puuid, Rank(SOLO, utc_now(), "GOLD", "II", 40, 10, 8))


def begin_live() -> None:
    """Know that the summoner is in a game."""
    account = accounts.load_account(RIOT_ID)
    assert account
    lives.save_live(account.id, live_body(SUMMONER, lol_kept.KEY))
    db.session.commit()


def bare(page: str) -> str:
    """Give a page as if it led to no CSV."""
    return page.replace(".csv", ".nothing")


def first_below(client: FlaskClient, path: str) -> str:
    """Give the first page a list leads to."""
    found = re.search(rf'href="({path}/[0-9]+)"', client.get(path).text)
    assert found, path
    return found[1]


def test_a_reader_of_pages_sees_what_leads_nowhere() -> None:
    rows = "<tr></tr>" * 4
    table = f"<table><caption>Kills</caption>{rows}</table>"
    link = '<a href="/x/kills.csv?t=3">CSV</a>'
    assert list(without_csv(f"<section>{table}</section>")) == ["Kills"]
    assert list(without_csv(f"<section>{link}<section>{table}</section></section>")) == []
    assert list(without_csv(f"<section>{table}<section>{link}</section></section>")) == ["Kills"]
    assert list(without_csv(f"<section>{link}</section>{table}")) == ["Kills"]


@pytest.mark.usefixtures("app")
def test_beside_each_table_of_a_match_is_its_csv(client: FlaskClient) -> None:
    paths = [
        *tabs(DEADLOCK, deadlock_kept.keep()),
        *tabs(DOTA2, dota2_kept.keep()),
        *tabs(LOL, lol_kept.keep(RIFT)),
        *tabs(LOL, lol_kept.keep(ARENA), LACKS["arena"]),
    ]
    keep_others()
    assert missing(client, paths) == set()


@pytest.mark.usefixtures("app")
def test_beside_each_table_of_a_player_or_hero_is_its_csv(client: FlaskClient) -> None:
    keep_body(with_both(MATCH, together=True))
    players.save_profiles({ADA: "Ada", BO: "Bo"})
    db.session.commit()
    do("deadlock.columns")
    dota2_pages()
    lol_pages()
    slug = RIOT_ID.slug
    paths = [
        *(f"/deadlock/players/{ADA}{tab}" for tab in ("", "/trends", "/people", f"/with/{BO}")),
        "/deadlock/heroes",
        first_below(client, "/deadlock/heroes"),
        *(f"/dota2/players/{DOTA2_ADA}{tab}" for tab in ("", "/people")),
        *(f"/lol/summoners/euw1/{slug}{tab}" for tab in ("", "/profile", "/champions", "/people")),
        "/lol/champions",
        first_below(client, "/lol/champions"),
    ]
    assert missing(client, paths) == set()


@pytest.mark.usefixtures("app")
def test_beside_each_table_around_matches_is_its_csv(client: FlaskClient) -> None:
    keep_deadlock_model()
    keep_dota2_model()
    dota2_pages()
    lol_pages()
    begin_live()
    db.session.add_all(reply("ok", 200, upstream) for upstream in ("deadlock", "opendota", "riot"))
    db.session.commit()
    chances = ("/deadlock/method/win-chance", "/dota2/win-chance", "/lol/win-chance")
    paths = [*chances, "/dota2/leagues/9", LIVE, "/status"]
    assert missing(client, paths) == set()
    for path in paths:
        assert list(without_csv(bare(client.get(path).text))), f"{path} shows no table"


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("name", ["carried", "taken", "notes", "vision"])
def test_a_new_table_has_a_row_for_each_line_shown(client: FlaskClient, name: str) -> None:
    lol_kept.keep(RIFT)
    answer = client.get(f"/lol/matches/{RIFT}/tables/{name}.csv")
    assert answer.mimetype == "text/csv"
    lines = list(csv.DictReader(answer.text.splitlines()))
    assert len(lines) >= (10 if name in {"carried", "vision"} else 1)
    assert all(None not in line.values() for line in lines)


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize(
    "path",
    [
        "champions.csv",
        "champions/266/tables/roles.csv",
        "champions/266/tables/patches.csv",
        "champions/266/tables/games.csv",
        *(f"summoners/euw1/SLUG/tables/{name}.csv" for name in ("people", "mastery", "sessions")),
    ],
)
def test_tables_of_champions_and_summoners_can_be_taken_away(
    client: FlaskClient, path: str
) -> None:
    lol_pages()
    slug = RIOT_ID.slug
    answer = client.get(f"/lol/{path.replace('SLUG', slug)}")
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    assert "," in answer.text.splitlines()[0]
    wrong = path.replace("games", "nothing").replace("people", "nothing")
    assert path == wrong or client.get(f"/lol/{wrong}").status_code == 404
