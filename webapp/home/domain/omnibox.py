"""What a pasted text may mean: every reading of it, likeliest first.

Pure and total: any text gives a tuple, never an exception. Knows which numbers and names
exist in each game, not whether the thing does.
"""

from __future__ import annotations

import re
import unicodedata

from webapp.home.domain.links import read_link
from webapp.home.domain.reading import Seen, account, numbers

LONGEST = 300
PLATFORMS = "BR1|EUN1|EUW1|JP1|KR|LA1|LA2|ME1|NA1|OC1|PBE1|PH2|RU|SG2|TH2|TR1|TW2|VN2"

NUMBER = re.compile(r"#?\d{1,20}", re.ASCII)
GROUPED = re.compile(r"\d{1,3}([ ,.'\u2019\u00a0\u202f]\d{3})+", re.ASCII)
STEAM_3 = re.compile(r"\[?U:1:(\d{1,10})\]?", re.ASCII | re.IGNORECASE)
STEAM_2 = re.compile(r"STEAM_[0-5]:([01]):(\d{1,10})", re.ASCII | re.IGNORECASE)
RIOT_ID = re.compile(r"([^#/\\<>]{3,16})#([^\W_]{3,5})")
LOL_MATCH = re.compile(rf"({PLATFORMS})_(\d{{6,12}})", re.ASCII | re.IGNORECASE)
CONTRACT = re.compile(r".{0,60}?contract:\d{1,10}//(\d{1,12})\b.{0,120}", re.ASCII | re.IGNORECASE)


def tidy(text: str) -> str:
    """Drop what cannot be seen, fold look-alike forms, keep at most 300 characters."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST])
    seen = "".join(c if c.isprintable() else " " for c in folded if unicodedata.category(c) != "Cf")
    return " ".join(seen.split())[:LONGEST]


def recognise(text: str) -> tuple[Seen, ...]:
    """Give every reading of a text, likeliest first; nothing when it means nothing here."""
    said = tidy(text)
    for read in (_number, _steam_id, _lol_match, _contract, read_link, _riot_id):
        readings = read(said)
        if readings:
            return readings
    return ()


def _number(said: str) -> tuple[Seen, ...]:
    if NUMBER.fullmatch(said):
        return numbers(int(said.lstrip("#")))
    if GROUPED.fullmatch(said):
        return numbers(int(re.sub(r"\D", "", said)))
    return ()


def _steam_id(said: str) -> tuple[Seen, ...]:
    if found := STEAM_3.fullmatch(said):
        return account(int(found[1]))
    if found := STEAM_2.fullmatch(said):
        return account(int(found[2]) * 2 + int(found[1]))
    return ()


def _lol_match(said: str) -> tuple[Seen, ...]:
    found = LOL_MATCH.fullmatch(said)
    return (Seen("lol", "match", f"{found[1].upper()}_{found[2]}"),) if found else ()


def _contract(said: str) -> tuple[Seen, ...]:
    found = CONTRACT.fullmatch(said)
    return (Seen("eve", "contract", found[1]),) if found else ()


def _riot_id(said: str) -> tuple[Seen, ...]:
    found = RIOT_ID.fullmatch(said)
    return (Seen("lol", "player", f"{found[1].strip()}#{found[2]}"),) if found else ()
