"""Asking Riot's servers: every call, and what each refusal comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy import select

from tests.lol.conftest import Riot
from webapp.core.db import db, utc_now
from webapp.core.models import Quarantine
from webapp.core.settings import EXTENSION
from webapp.core.upstream_errors import Drifted, NotFound, Throttled, Unavailable
from webapp.lol.domain.platforms import PLATFORMS, platform_of
from webapp.lol.upstream import (
    KeyRefused,
    NotAsked,
    NotShown,
    RiotUpstream,
    open_data_dragon,
    open_riot,
)
from webapp.lol.upstream.budget import RiotBudget
from webapp.lol.upstream.routes import ROUTES
from webapp.simulator.riot.people import people_of, puuid_of

ADA = people_of("EUW1")[9]
EUW = PLATFORMS["EUW1"]
PUUID = puuid_of(ADA, "RGAPI-test")


def test_every_call_brings_what_it_is_for(riot: Riot) -> None:
    ours = open_riot()
    account = ours.fetch_account("europe", ADA.name, ADA.tag)
    assert account == ours.fetch_account_by_puuid("asia", PUUID)
    assert (account.puuid, account.game_name) == (PUUID, ADA.name)
    assert platform_of(ours.fetch_region("europe", PUUID)) == EUW
    assert ours.fetch_summoner(EUW, PUUID).summoner_level
    assert {one.queue_type for one in ours.fetch_ranks(EUW, PUUID)} >= {"RANKED_SOLO_5x5"}
    assert ours.fetch_mastery(EUW, PUUID)[0].champion_points
    ids = ours.fetch_match_ids(EUW, PUUID, count=3)
    assert len(ids) == 3
    assert ids[0].encode() in ours.fetch_match(ids[0]).body
    assert b"participantFrames" in ours.fetch_timeline("EUW1_1").body
    live = ours.fetch_live_game(EUW, PUUID)
    assert len(live.participants) == 10
    assert ours.fetch_status(EUW).id == "EUW1"
    assert len(riot.asked()) == 11


def test_what_is_not_there_is_not_asked_for_twice(riot: Riot) -> None:
    for kind in (NotFound, NotAsked):
        with pytest.raises(NotFound, match="check the name") as told:
            open_riot().fetch_account("europe", "Nobody Here", "0000")
        assert type(told.value) is kind
    assert len(riot.asked()) == 1


def test_who_is_in_no_game_is_in_none(riot: Riot) -> None:
    del riot
    bo = people_of("EUW1")[1]
    with pytest.raises(NotFound, match="in no game"):
        open_riot().fetch_live_game(EUW, puuid_of(bo, "RGAPI-test"))


def test_a_game_that_is_not_shown_to_us_is_not_told_as_none(riot: Riot) -> None:
    riot.order(path_pattern="spectator", fault="403", times=1)
    with pytest.raises(NotShown):
        open_riot().fetch_live_game(EUW, PUUID)
    assert open_riot().fetch_live_game(EUW, PUUID).participants


CALLS: dict[str, Callable[[RiotUpstream], object]] = {
    "its method": lambda ours: ours.fetch_match("EUW1_2"),
    "its service": lambda ours: ours.fetch_match_ids(EUW, PUUID, count=1),
    "its route": lambda ours: ours.fetch_account("europe", ADA.name, ADA.tag),
    "another route": lambda ours: ours.fetch_match("KR_1"),
}
"""What else may be asked after a match of Europe was refused, ever further from it."""


@pytest.mark.parametrize(
    ("fault", "frozen", "wait_s"),
    [
        ("429_method", {"its method"}, 9),
        ("429_service", {"its method", "its service"}, 9),
        ("429_application", {"its method", "its service", "its route"}, 9),
        ("429", {"its method", "its service", "its route"}, 9),
        ("429_no_retry_after", {"its method", "its service", "its route"}, 5),
    ],
)
def test_a_429_freezes_what_it_names_and_the_edge_its_whole_route(
    riot: Riot, fault: str, frozen: set[str], wait_s: int
) -> None:
    riot.order(path_pattern="/matches/EUW1_1$", fault=fault, times=1, retry_after=9)
    with pytest.raises(Throttled):
        open_riot().fetch_match("EUW1_1")
    refused: dict[str, datetime | None] = {}
    for name, call in CALLS.items():
        try:
            call(open_riot())
        except Throttled as told:
            refused[name] = told.retry_at
    assert set(refused) == frozen
    assert len(riot.asked()) == 1 + len(CALLS) - len(frozen)
    for again in refused.values():
        assert again is not None
        assert wait_s - 3 < (again - utc_now()).total_seconds() <= wait_s


def test_a_passing_fault_is_tried_three_times(riot: Riot) -> None:
    riot.order(path_pattern="/timeline$", fault="500", times=2)
    assert open_riot().fetch_timeline("EUW1_1").body
    assert len(riot.asked()) == 3
    riot.order(path_pattern="/timeline$", fault="503")
    with pytest.raises(Unavailable, match="fault of its own"):
        open_riot().fetch_timeline("EUW1_2")
    assert len(riot.asked()) == 6


def test_a_refused_key_and_none_at_all_are_told_apart_from_the_rest(riot: Riot, app: Flask) -> None:
    riot.order(path_pattern="/summoner/", fault="403", times=1)
    with pytest.raises(KeyRefused, match="key at the moment"):
        open_riot().fetch_summoner(EUW, PUUID)
    kept = app.extensions[EXTENSION]
    app.extensions[EXTENSION] = replace(kept, riot_api_key="")
    try:
        with pytest.raises(KeyRefused, match="no key"):
            open_riot()
    finally:
        app.extensions[EXTENSION] = kept


def test_something_in_a_new_form_is_drifted(riot: Riot) -> None:
    riot.order(path_pattern="/summoner/", fault="html200", times=3)
    with pytest.raises(Drifted):
        open_riot().fetch_summoner(EUW, PUUID)
    (aside,) = db.session.scalars(select(Quarantine))
    assert aside.kind == "riot.summoner"


def test_windows_are_learned_from_the_headers(riot: Riot) -> None:
    del riot
    ours = open_riot()
    ours.fetch_status(EUW)
    budget = ours.open_route("euw1").budget
    assert isinstance(budget, RiotBudget)
    app = budget.limiter.standing(budget.app)
    assert [(one.calls, one.seconds) for one in app] == [(500, 10), (30_000, 600)]
    assert all(one.used for one in app)
    method = budget.limiter.standing(budget.method(ROUTES["status"]))
    assert [(one.calls, one.seconds) for one in method] == [(20_000, 10), (1_200_000, 600)]


def test_data_dragon_names_its_newest_version_and_its_lists(riot: Riot) -> None:
    del riot
    dragon = open_data_dragon()
    version = dragon.fetch_newest_version()
    assert version == "16.22.1"
    assert b"Bramwen" in dragon.fetch_list(version, "de_DE", "champions")
