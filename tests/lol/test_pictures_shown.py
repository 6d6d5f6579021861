"""Builds shows what was bought as pictures that load when seen and say what they are."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.jobs.asked import ask
from tests.lol.kept import done, keep
from webapp.cli.bench.weight import weigh
from webapp.lol.store import catalogue

MATCH = "EUW1_1"
BUILDS = f"/lol/matches/{MATCH}/builds"
HEAVIEST = 100_000


@pytest.mark.usefixtures("riot")
def test_builds_have_pictures_that_say_what_they_are(app: Flask, client: FlaskClient) -> None:
    keep(MATCH)
    assert "<img" not in re.sub("<img class=.mark.", "", client.get(BUILDS).text)
    assert done(f"/jobs/{ask(key='lol.names', kind='lol.names', args={})}").state == "done"
    catalogue.forget_catalogue()
    page, told = client.get(BUILDS).text, client.get(f"{BUILDS}.json").json
    build = next(one for one in told["builds"] if one["final"] and one["visits"])
    bought = [thing for visit in build["visits"] for thing in visit["bought"]]
    spike = next(one["item"] for row in told["spikes"] for one in row["spikes"])
    for one in (*build["final"], *bought, *build["spells"], build["keystone"], spike):
        shown = f'<img src="{one["icon"]}" alt="" width="20" height="20" loading="lazy">'
        assert f"{shown}{one['name']}" in page
    for one in build["final"]:
        assert f'<img src="{one["icon"]}" alt="{one["name"]}"' in page
    assert all('loading="lazy"' in one for one in re.findall("<img[^>]*>", page))
    assert weigh(app, BUILDS) <= HEAVIEST
