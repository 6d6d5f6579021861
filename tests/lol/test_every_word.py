"""Every figure that is defined is linked from a page that shows it."""

from __future__ import annotations

import json

from flask.testing import FlaskClient

from tests.lol.kept import bodies_of, ranked
from tests.lol.test_summoner_pages import URL, known
from tests.lol.told import RIFT, keep_bodies
from tests.words import linked_words, of_rules
from webapp.core.db import utc_now
from webapp.lol.domain.played import Rank
from webapp.lol.domain.summoner.ladder import SOLO
from webapp.lol.domain.terms import TERMS
from webapp.lol.ingest import save_bundled
from webapp.lol.pages.frame import FRAMING
from webapp.lol.store import catalogue
from webapp.simulator.ddragon import sample_names

GIVEN = 3_330
"""An item nobody bought."""


def test_every_word_is_linked_from_some_page(client: FlaskClient) -> None:
    save_bundled("en_US", sample_names("en_US"))
    catalogue.forget_catalogue()
    known()
    body, timeline = (json.loads(one or b"{}") for one in bodies_of(RIFT))
    people = body["info"]["participants"]
    people[0]["item5"] = GIVEN
    keep_bodies(body, timeline)
    ranked(people[0]["puuid"], Rank(SOLO, utc_now(), "GOLD", "I", 20, 9, 7))
    url = FRAMING.url_of(RIFT)
    tabs = [url + tab.path + moment for tab in FRAMING.tabs for moment in ("", "?t=700")]
    others = [f"{url}/findings?player=3", f"{URL}/profile", "/lol/win-chance"]
    linked = linked_words(client, "lol", [*tabs, *others])
    assert linked | of_rules(TERMS) == TERMS.keys()
