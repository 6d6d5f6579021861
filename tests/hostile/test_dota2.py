"""Dota 2 under choices that mean nothing, on every tab of a match."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.dota2.kept import PARSED, keep
from tests.hostile.sound import sound
from webapp.dota2.pages.frame import FRAMING

LONG = "9" * 5000
CHOICES = (
    "t=-1", "t=99999999999999999999", "t=%00", "t=1e9", "from=9&to=-9", "from=%ff&to=%C2%B2",
    "player=-1", "player=10", "player=99999999999999999999", "player=%3Csvg%3E", f"player={LONG}",
    "side=%00&kind=%00&fight=-1&ward=x&by=<script>", "v=%00", f"nothing={LONG}",
)  # fmt: skip


def test_no_choice_breaks_a_tab_of_a_match(client: FlaskClient) -> None:
    keep(PARSED)
    for tab in FRAMING.tabs:
        for choice in CHOICES:
            sound(client.get(f"/dota2/matches/{PARSED}{tab.path}?{choice}"))
