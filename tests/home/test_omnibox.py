"""What a pasted text may mean, line by line, and that no text breaks the box."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.home.domain.omnibox import LONGEST, recognise, tidy

STEAM_64 = "76561197960287930"  # the account 22202, by Valve's own layout
BOTH = [("deadlock", "player", "22202"), ("dota2", "player", "22202")]
NUMBER = [
    ("deadlock", "match", "35077269"),
    ("dota2", "match", "35077269"),
    ("deadlock", "player", "35077269"),
    ("dota2", "player", "35077269"),
]

READ = [
    ("35077269", NUMBER),
    ("  35077269\n", NUMBER),
    ("#35077269", NUMBER),
    ("35,077,269", NUMBER),
    ("35 077 269", NUMBER),
    ("\uff13\uff15\uff10\uff17\uff17\uff12\uff16\uff19", NUMBER),
    (
        "101",
        [("deadlock", "match", "101"), ("deadlock", "player", "101"), ("dota2", "player", "101")],
    ),
    ("7490235544", [("dota2", "match", "7490235544")]),
    (STEAM_64, BOTH),
    ("[U:1:22202]", BOTH),
    ("U:1:22202", BOTH),
    ("STEAM_0:0:11101", BOTH),
    ("steam_1:0:11101", BOTH),
    (f"https://steamcommunity.com/profiles/{STEAM_64}", BOTH),
    (f"steamcommunity.com/profiles/{STEAM_64}/?l=german", BOTH),
    (
        "https://steamcommunity.com/id/ada-plays/",
        [("dota2", "vanity", "ada-plays"), ("deadlock", "vanity", "ada-plays")],
    ),
    ("https://statlocker.gg/match/35077269", [("deadlock", "match", "35077269")]),
    ("https://statlocker.gg/profile/22202", BOTH),
    ("https://tracklock.gg/matches/35077269", [("deadlock", "match", "35077269")]),
    (
        "https://api.deadlock-api.com/v1/matches/35077269/metadata",
        [("deadlock", "match", "35077269")],
    ),
    ("https://www.opendota.com/matches/7490235544/combat", [("dota2", "match", "7490235544")]),
    ("https://www.dotabuff.com/players/22202", BOTH[::-1]),
    ("https://stratz.com/matches/7490235544", [("dota2", "match", "7490235544")]),
    ("Ada#EUW", [("lol", "player", "Ada#EUW")]),
    ("Ada the Brave#1234", [("lol", "player", "Ada the Brave#1234")]),
    ("에이다에이#KR1", [("lol", "player", "에이다에이#KR1")]),
    ("euw1_6511808246", [("lol", "match", "EUW1_6511808246")]),
    ("https://www.op.gg/summoners/euw/Ada-EUW", [("lol", "player", "euw/Ada#EUW")]),
    ("https://www.op.gg/summoners/euw/Ada%20B-EUW", [("lol", "player", "euw/Ada B#EUW")]),
    ("https://u.gg/lol/profile/euw1/Ada-EUW/overview", [("lol", "player", "euw1/Ada#EUW")]),
    ("leagueofgraphs.com/summoner/kr/Ada-KR1", [("lol", "player", "kr/Ada#KR1")]),
    ("https://dpm.lol/Ada-EUW", [("lol", "player", "Ada#EUW")]),
    ("leagueofgraphs.com/match/oce/6511808246", [("lol", "match", "OC1_6511808246")]),
    (
        "https://www.leagueofgraphs.com/match/euw/6511808246",
        [("lol", "match", "EUW1_6511808246")],
    ),
    ("<url=contract:30000142//123456789>Ore</url>", [("eve", "contract", "123456789")]),
]

HOSTILE = [
    "",
    " ",
    "\x00",
    "\u200b\u200d\ufeff",
    "-1",
    "0",
    "1e9",
    "0x10",
    "\u0663\u0665\u0660\u0667\u0667x",
    "99999999999999999999",
    "9" * 5_000,
    "76561197960265728",
    "STEAM_9:9:9",
    "[U:1:99999999999]",
    "[U:2:5]",
    "STEAM_0:1:4294967295",
    "#",
    "##",
    "#EUW",
    "Ada#",
    "Ada#toolong",
    "EUW1_",
    "XX9_6511808246",
    "http://",
    "http://[::1",
    "https://[/matches/1",
    "https://statlocker.gg.evil.example/match/35077269",
    "https://evil.example/statlocker.gg/match/35077269",
    "https://statlocker.gg@evil.example/match/35077269",
    "javascript:alert(1)//statlocker.gg/match/1",
    "https://statlocker.gg/match/../../admin",
    "https://steamcommunity.com/id/",
    "https://steamcommunity.com/id/%2e%2e%2fadmin",
    "https://www.op.gg/summoners/euw/-",
    "contract:1//",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "'; DROP TABLE job_run; --",
    "%00%0d%0aSet-Cookie:x",
    "\u202egnp.exe",
    "a" * 100_000,
    "1 " * 10_000,
    "\ud800",
]


@pytest.mark.parametrize(("text", "wanted"), READ, ids=[text for text, _ in READ])
def test_a_text_is_read_as_what_it_is(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(seen.room, seen.kind, seen.key) for seen in recognise(text)] == wanted


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_means_nothing(text: str) -> None:
    assert recognise(text) == ()


@given(st.text(st.characters(), max_size=400))
def test_any_text_gets_an_answer_of_bounded_length(text: str) -> None:
    assert len(tidy(text)) <= LONGEST
    assert all(len(seen.key) <= LONGEST for seen in recognise(text))


@pytest.mark.parametrize("piece", ["#", "contract:1//", "a.", "1,", "/id/", "%25", "\u0301"])
def test_a_long_repetition_is_answered_at_once(piece: str) -> None:
    started = time.process_time()
    recognise(piece * 10_000)
    assert time.process_time() - started < 0.5
