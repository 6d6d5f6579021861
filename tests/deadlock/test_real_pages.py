"""Pages of real matches, old dialect and new: each tab opens, and shows what its body says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.conftest import shared_data
from tests.deadlock.kept import keep_body
from tests.shown import see_match
from webapp.deadlock.pages.frame import FRAMING
from webapp.deadlock.pages.tables import TABLES
from webapp.matchplay.charts import clock

KINDS = ("m31067068", "m35077269", "m54331746")
SAME = ("kills", "deaths", "assists", "last_hits", "denies", "level")


@pytest.mark.usefixtures("names")
@pytest.mark.parametrize("name", KINDS)
def test_every_tab_of_a_real_match_opens_with_the_figures_of_its_body(
    client: FlaskClient, name: str
) -> None:
    body = (shared_data() / "deadlock" / "metadata" / f"{name}.json").read_bytes()
    info: dict[str, Any] = json.loads(body)["match_info"]
    twin = see_match(client, FRAMING, TABLES, keep_body(body))["overview"]
    rows = {row["slot"]: row["values"] for group in twin["groups"] for row in group["rows"]}
    assert len(rows) == len(info["players"]) == 12
    for player in info["players"]:
        values = rows[player["player_slot"]]
        assert {word: values[word] for word in SAME} == {word: player[word] for word in SAME}
        assert values["souls"] == player["net_worth"]
    facts = {one["term"]: one["value"] for one in twin["frame"]["head"]["facts"]}
    assert facts["Length"] == clock(info["duration_s"])
