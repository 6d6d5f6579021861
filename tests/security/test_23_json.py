"""Line 23: what a JSON library takes and no row, page or program can use is never kept.

Numbers that are none, letters that are half, NULs, a key twice, nesting without end: a body with
one of these is refused, or read without it. Nothing else leaves a game's reader.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import msgspec
import pytest
from flask import Flask

from tests.deadlock.kept import body_of
from webapp.core.db import utc_now
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.ingest import match as deadlock
from webapp.dota2.domain.parse import parse_match as parse_dota2
from webapp.dota2.ingest import match as dota2
from webapp.lol.domain.parse import parse_match as parse_lol
from webapp.lol.ingest import match as lol
from webapp.matchplay.unreadable import MatchUnreadable
from webapp.matchroom.files import Raw
from webapp.matchroom.reanalysing import keep_now
from webapp.simulator.dota2.samples import sample_body
from webapp.simulator.riot import match_bytes

Read = Callable[[bytes], Any]
ENDLESS: Final = (
    b"[" * 200_000,
    b'{"a":' * 200_000,
    b'{"match_info":' + b"[" * 200_000,
    b'{"info":{"participants":' + b"[" * 200_000,
    b'{"players":' + b'[{"a":' * 200_000,
)
NO_JSON: Final = (
    *(b"", b"\x00", b"{", b"null", b"7", b'"match"', b"[]", b"NaN", b"{}" * 2, b"{'a': 1}"),
    *(b'{"a": 1,}', b"{}\x00", b'{"\xff": 1}', '{"match_info": {}}'.encode("utf-16")),
)
NUMBERS: Final = ("NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1e400", "9e99", "0x10", "07")


@dataclass(frozen=True, slots=True)
class Game:
    """How one game reads a body, keeps it, a good one, and a number of it that is read."""

    read: Read
    intake: Any
    body: Callable[[], bytes]
    number: str

    def texts(self) -> list[str]:
        """Name the fields of the good body that hold a text."""
        return sorted({found.decode() for found in re.findall(rb'"(\w+)"\s*:\s*"', self.body())})

    def spoilt(self, body: bytes, field: str, value: str) -> bytes:
        """Give a body with another value for a field, everywhere."""
        written = rb'"%s"\s*:\s*("[^"]*"|[^,}\]]+)' % field.encode()
        spoilt, times = re.subn(written, lambda _: f'"{field}":{value}'.encode(), body)
        assert times
        return spoilt


GAMES: Final = {
    "deadlock": Game(parse_metadata, deadlock.INTAKE, lambda: body_of(5406, "short"), "duration_s"),
    "dota2": Game(parse_dota2, dota2.INTAKE, lambda: sample_body(201), "duration"),
    "lol": Game(parse_lol, lol.INTAKE, lambda: match_bytes("EUW1_1"), "gameDuration"),
}


def leaves(value: Any) -> Iterator[Any]:
    """Give every number and text of a record, in plain form."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield name
            yield from leaves(part)
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from leaves(part)
    else:
        yield value


def fits(leaf: Any) -> bool:
    """Say whether a row, a page and a program can take it."""
    if isinstance(leaf, str):
        return not re.search("[\ud800-\udfff]", leaf)
    return not isinstance(leaf, float) or math.isfinite(leaf)


def read_or_refused(game: Game, body: bytes) -> list[Any]:
    """Read a body; gives what of it does not fit, nothing when it is refused."""
    try:
        found = game.read(body)
    except MatchUnreadable:
        return []
    plain = msgspec.to_builtins(found, enc_hook=lambda one: one.tolist())
    return [leaf for leaf in leaves(plain) if not fits(leaf)]


@pytest.mark.parametrize("game", GAMES)
@pytest.mark.parametrize("body", [*ENDLESS, *NO_JSON], ids=lambda body: repr(body[:24]))
def test_23_what_is_no_document_or_has_no_end_is_refused(game: str, body: bytes) -> None:
    with pytest.raises(MatchUnreadable):
        GAMES[game].read(body)


@pytest.mark.parametrize("game", GAMES)
@pytest.mark.parametrize("number", NUMBERS)
def test_23_a_number_that_is_none_is_refused_or_left_out(game: str, number: str) -> None:
    one = GAMES[game]
    assert read_or_refused(one, one.spoilt(one.body(), one.number, number)) == []


@pytest.mark.parametrize("game", GAMES)
def test_23_a_key_twice_is_refused(game: str) -> None:
    one = GAMES[game]
    key = f'"{one.number}":'.encode()
    body, times = re.subn(rb"%s" % key, key + b"5," + key, one.body(), count=1)
    assert times
    with pytest.raises(MatchUnreadable, match="the same thing twice"):
        one.read(body)


@pytest.mark.parametrize("game", GAMES)
@pytest.mark.parametrize("half", ['"A\\ud800da"', '"A\x00da"'], ids=ascii)
def test_23_half_a_letter_or_a_bare_nul_is_refused_in_any_text(game: str, half: str) -> None:
    one = GAMES[game]
    for field in one.texts():
        with pytest.raises(MatchUnreadable):
            one.read(one.spoilt(one.body(), field, half))


@pytest.mark.parametrize("game", GAMES)
def test_23_a_nul_in_every_text_that_may_have_one_is_out_before_the_database(
    app: Flask, game: str
) -> None:
    del app
    one = GAMES[game]
    odd, spoilt = one.body(), set()
    for field in one.texts():
        try:
            one.read(one.spoilt(odd, field, '"A\\u0000da"'))
        except MatchUnreadable:
            continue
        odd, spoilt = one.spoilt(odd, field, '"A\\u0000da"'), spoilt | {field}
    assert keep_now(one.intake, Raw(odd, "json", utc_now(), "upload"))
    assert spoilt or game == "deadlock"


@pytest.mark.parametrize("game", GAMES)
def test_23_the_same_bodies_are_read_unspoilt(game: str) -> None:
    one = GAMES[game]
    assert read_or_refused(one, one.body()) == []
    assert one.read(one.body())
