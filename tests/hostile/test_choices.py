"""Choices nobody should send to the pages of Deadlock: each gets the page, or nothing is there."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.deadlock.kept import PART, keep
from tests.hostile.sound import sound
from webapp.deadlock import ingest
from webapp.simulator import sample_assets

KEPT = 5402
AT = f"/deadlock/matches/{KEPT}"
ADA = "/deadlock/players/900000001"
LONG = "9" * 10_000

TABS = (
    "", "/map", "/combat", "/combat/deaths", "/combat/fights", "/economy", "/laning",
    "/objectives", "/builds", "/performance", "/chance", "/findings", "/data",
)  # fmt: skip
CHOICES = (
    "player=99", "player=-1", "player=x", "player=²", "player=%00", f"player={LONG}",
    "source=<script>", "source=%00", f"source={LONG}",
    "stat=<script>", "stat=__class__", "target=99", "player=3&target=3", "target=%ff",
    "death=abc", "death=0-0", "death=-1--1", f"death={LONG}", "fight=10**9", "fight=-1",
    "fight=999999999", f"fight={LONG}", "side=<script>", "all=<script>", "income=<script>",
    "of=<script>", "at=<script>", "hero=x", "t=86399", "from=100&to=50", "from=-1&to=5",
    "t=1&from=5&to=9&player=3", "<script>=1", f"q={'x' * 10_000}",
)  # fmt: skip


@pytest.fixture(autouse=True)
def kept_match(app: object) -> None:
    assert app
    keep(KEPT, "short")


@pytest.mark.parametrize("tab", TABS)
def test_a_choice_without_sense_gets_the_tab(client: FlaskClient, tab: str) -> None:
    for choice in CHOICES:
        for headers in ({}, PART):
            answer = sound(client.get(f"{AT}{tab}?{choice}", headers=headers))
            assert answer.status_code == 200, choice
            assert b"<script>" not in answer.data, choice


PLAYER_PAGES = ("", "/trends", "/people", "/with/900000102", "/tables/matches.csv")
FILTERS = (
    "since=99999-99-99", "since=0000-00-00", "since=2024-02-30", "since=9999-12-31",
    "since=<script>", f"since={LONG}", "hero=x", "hero=%00", "hero=1&hero=2", f"hero={LONG}",
    "result=x", "mode=<script>", f"mode={LONG}", "metric=<script>", "metric=__class__",
    f"metric={LONG}", "page=-1", "page=0", f"page={LONG}", f"q={'x' * 10_000}",
)  # fmt: skip


@pytest.mark.parametrize("page", PLAYER_PAGES)
def test_a_filter_without_sense_gets_the_page(client: FlaskClient, page: str) -> None:
    for choice in FILTERS:
        answer = sound(client.get(f"{ADA}{page}?{choice}"))
        assert answer.status_code == 200, choice
        assert b"<script>" not in answer.data, choice


HEROES = ("rank=<script>", "rank=%00", f"rank={LONG}", "sort=__class__", "side=<script>", "phase=x")


def test_a_rank_without_sense_gets_all_ranks(client: FlaskClient) -> None:
    ingest.save_bundled(sample_assets())
    for page in ("/deadlock/heroes", "/deadlock/heroes/1", "/deadlock/heroes.csv"):
        for choice in HEROES:
            answer = sound(client.get(f"{page}?{choice}"))
            assert answer.status_code == 200, (page, choice)
            assert b"<script>" not in answer.data, (page, choice)


NOWHERE = (
    "/deadlock/heroes/999999999", "/deadlock/heroes/0", "/deadlock/heroes/-1",
    "/deadlock/heroes/x", f"/deadlock/heroes/{LONG}", "/deadlock/heroes/1/tables/%00.csv",
    "/deadlock/players/a/with/a", "/deadlock/players/1/with/-1", f"{ADA}/with/{LONG}",
    f"/deadlock/players/{LONG}/trends", f"{ADA}/tables/__init__.csv", f"{ADA}/with?other=",
    f"{ADA}/with?other=<script>", f"{ADA}/with?other=//evil.example", f"{ADA}/with?other={LONG}",
    "/deadlock/demos/x", "/deadlock/demos/00000000-0000-0000-0000-000000000000",
    f"{AT}/demo/%00.parquet", f"{AT}/demo/__init__.csv", f"{AT}/combat/x", f"{AT}/method",
)  # fmt: skip


def test_nobody_and_nothing_is_there(client: FlaskClient) -> None:
    for path in NOWHERE:
        answer = sound(client.get(path))
        assert answer.status_code == 404, path
        assert b"<script>" not in answer.data, path
