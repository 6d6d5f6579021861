"""Reading a kept match of any game, holding what was read, and writing it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
import zstandard
from flask import Flask, Response
from sqlalchemy import delete, func, select, update
from werkzeug.exceptions import ServiceUnavailable

from tests.matchroom.toy import (
    INTAKE,
    MATCH,
    SHELF,
    Frames,
    ToyMatch,
    ToySlice,
    body,
    held_sources,
    kept,
    raw,
)
from webapp.core.db import db
from webapp.matchroom import keeping, listing, reading
from webapp.matchroom.answering import MatchPages
from webapp.matchroom.moment import Moment
from webapp.matchroom.reanalysing import keep_now
from webapp.matchroom.sources import MovedOn, Shown

if TYPE_CHECKING:
    from webapp.matchroom.framing import Framing


def keep(match_id: str = MATCH) -> None:
    keep_now(INTAKE, raw(body(match_id)))


def test_a_page_is_read_once_for_each_version() -> None:
    keep()
    sources = held_sources()
    shown = sources.shown_of(MATCH)
    assert shown is not None
    assert (shown.version, shown.length_s) == (f"{kept().content_version}|names 1", 1800)
    first = sources.load(MATCH, "frames", version=shown.version)
    assert first is not None
    assert first.slices == {"frames": Frames(None)}
    assert sources.load(MATCH, "frames", version=shown.version) is first
    keeping.renew_pages(ToyMatch, ToyMatch.match_id == MATCH)
    db.session.commit()
    assert sources.shown_of(MATCH) != shown
    with pytest.raises(MovedOn):
        sources.load(MATCH, "frames", version="any other")


def test_nothing_is_shown_of_a_match_nobody_keeps() -> None:
    sources = held_sources()
    assert (sources.shown_of("EUW1_8"), sources.load("EUW1_8", "frames")) == (None, None)


@pytest.mark.parametrize("change", ["gone", "another shape"])
def test_a_part_of_an_older_shape_says_what_to_do(change: str) -> None:
    keep()
    if change == "gone":
        db.session.execute(delete(ToySlice))
    else:
        old = zstandard.ZstdCompressor().compress(b'{"seen": "long ago"}')
        db.session.execute(update(ToySlice).values(body=old))
    db.session.commit()
    with pytest.raises(ServiceUnavailable, match="guildhall reanalyse toy"):
        held_sources().load(MATCH, "frames")


def test_a_part_that_is_added_later_may_be_absent_and_outlives_a_new_analysis() -> None:
    keep()
    loaded = held_sources().load(MATCH, "frames", "later")
    assert loaded is not None
    assert "later" not in loaded.slices
    later = {"name": "later", "body": zstandard.ZstdCompressor().compress(b'{"seen":1}')}
    db.session.execute(ToySlice.__table__.insert(), [{"match_id": MATCH, **later}])
    db.session.commit()
    keep()
    assert reading.load_slices(SHELF, MATCH, "later") == {"later": Frames(1)}
    assert set(reading.load_all_slices(SHELF, MATCH)) == {"frames", "later"}


def test_lists_leave_samples_out() -> None:
    keep()
    keep_now(INTAKE, raw(body("TOY_1"), "generated"))
    assert listing.known_matches(SHELF, [MATCH, "TOY_1", "KR_9"]) == {MATCH, "TOY_1"}
    assert listing.count_matches(SHELF) == 1
    assert [one.match_id for one in listing.recent_matches(SHELF, 5)] == [MATCH]
    samples = listing.recent_matches(SHELF, 5, generated=True)
    assert [one.match_id for one in samples] == ["TOY_1"]


@pytest.mark.parametrize(("name", "free"), [("toy.match:EUW1_7", False), ("other.match:7", True)])
def test_one_at_a_time_writes_a_match_and_holds_up_no_other(name: str, *, free: bool) -> None:
    keeping.hold_match(SHELF, MATCH)
    number = func.hashtextextended(name, 0)
    with db.engine.connect() as another:
        assert another.scalar(select(func.pg_try_advisory_xact_lock(number))) is free
    db.session.rollback()


def test_a_page_of_a_match_that_moved_on_is_made_of_what_is_newest(app: Flask) -> None:
    asked: list[bool] = []

    def shown(_match_id: str, *, newest: bool = False) -> Shown | None:
        asked.append(newest)
        return None if newest else Shown("held for a second", 60)

    def page(_version: str, _at: Moment) -> None:
        raise MovedOn

    framing = cast("Framing", None)
    pages = MatchPages("toy/match.html", shown, dict, framing, lambda _: Response("not here"))
    with app.test_request_context("/toy/matches/EUW1_7"):
        assert pages.send(MATCH, page).data == b"not here"
    assert asked == [False, True]
