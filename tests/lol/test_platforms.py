"""Every platform: its names, and the routes that it, its accounts and its matches are asked of.

The table is written down here once more from Riot's own, so that a slip in ours is seen.
"""

from __future__ import annotations

import pytest

from tests.lol.conftest import Riot
from webapp.lol.domain.platforms import PLATFORMS, REGIONS, platform_of, platform_of_match
from webapp.lol.upstream import open_riot
from webapp.simulator.riot.facts import platforms as simulated
from webapp.simulator.riot.people import people_of, puuid_of

MATCHES_OF = {
    "americas": {"NA1", "BR1", "LA1", "LA2", "PBE1"},
    "europe": {"EUW1", "EUN1", "TR1", "RU", "ME1"},
    "asia": {"KR", "JP1"},
    "sea": {"OC1", "SG2", "TW2", "VN2"},
}
SAID = {
    "EUW1": "euw euw1 EUW",
    "EUN1": "EUNE eun",
    "NA1": "na",
    "KR": "kr",
    "BR1": "br",
    "LA1": "lan LA1",
    "LA2": "las",
    "TR1": "tr",
    "RU": "ru",
    "ME1": "me",
    "JP1": "jp",
    "OC1": "oce oc",
    "SG2": "sea sg th2 PH2",
    "TW2": "tw",
    "VN2": "vn",
    "PBE1": "pbe",
}
ACCOUNTS_OF = {"americas": "americas", "europe": "europe", "asia": "asia", "sea": "asia"}
TABLE = [(name, region) for region, names in MATCHES_OF.items() for name in sorted(names)]


def test_there_are_these_platforms_and_no_others_here_and_in_the_stand_in() -> None:
    assert {name: one.region for name, one in PLATFORMS.items()} == dict(TABLE)
    assert {name: one.region for name, one in simulated().items()} == dict(TABLE)
    assert set(REGIONS) == set(MATCHES_OF)
    assert all(name == one.name for name, one in PLATFORMS.items())


@pytest.mark.parametrize(("name", "region"), TABLE)
def test_a_platform_is_asked_by_its_own_name_its_matches_and_accounts_of_a_region(
    riot: Riot, name: str, region: str
) -> None:
    ours, one = open_riot(), PLATFORMS[name]
    bo = people_of(name)[1]
    account = ours.fetch_account(one.account_region, bo.name, bo.tag)
    assert account.puuid == puuid_of(bo, "RGAPI-test")
    assert ours.fetch_summoner(one, account.puuid).summoner_level
    (newest,) = ours.fetch_match_ids(one, account.puuid, count=1)
    assert platform_of_match(newest) == one
    asked = [path.split("/")[2] for path in riot.asked()]
    assert asked == [ACCOUNTS_OF[region], name.lower(), region]
    assert {platform_of(said) for said in (name, name.lower(), one.tag, one.tag.lower())} == {one}


def test_platforms_are_known_by_all_their_names() -> None:
    names = {said: name for name, words in SAID.items() for said in words.split()}
    assert {said: one.name for said in names if (one := platform_of(said))} == names
    assert set(SAID) == set(PLATFORMS)
    assert platform_of("nowhere") is None


def test_matches_of_platforms_that_were_merged_keep_their_names() -> None:
    for match_id, platform in (("TH2_9", "SG2"), ("PH2_9", "SG2"), ("EUW1_9", "EUW1")):
        assert platform_of_match(match_id) == PLATFORMS[platform]
    assert platform_of_match("X_1") is None
