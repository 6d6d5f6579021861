"""A match of any game: with several bodies, under a text, whatever happens on its way."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import uuid
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from flask import current_app
from sqlalchemy import select, update

from tests.jobs.asked import ask, row, shift
from tests.matchroom.toy import (
    FETCHED,
    INTAKE,
    MATCH,
    SHELF,
    STEPS,
    Frames,
    Told,
    ToyAnalysis,
    ToyMatch,
    body,
    come,
    done,
    kept,
    raw,
    slots,
    timeline,
)
from webapp.core.db import db, utc_now
from webapp.core.models import Quarantine
from webapp.core.objects import StorageDown, current_objects
from webapp.core.upstream_errors import NotFound, Unavailable
from webapp.jobs import Run, perform, retry
from webapp.jobs.models import JobRun
from webapp.matchroom import ingesting, reading, reanalysing
from webapp.matchroom.files import Raw
from webapp.matchroom.quarantine import (
    PASSED_OVER,
    load_aside,
    quarantine,
    quarantine_raw,
    release_body,
)


def frames() -> int | None:
    found: Frames = reading.load_slices(SHELF, MATCH, "frames")["frames"]
    return found.seen


def test_both_bodies_of_a_match_are_kept_as_they_came() -> None:
    came = raw(body(), beside={"timeline": timeline(9)})
    run = come(lambda _match_id: came)
    assert (run.state, [step["sentence"] for step in run.steps]) == ("done", list(STEPS))
    match = kept()
    assert reading.load_bodies(SHELF, match) == came
    assert match.raw_bytes == len(body()) + len(timeline(9))
    assert (frames(), slots()) == (9, [0, 1])


def test_a_timeline_may_come_later_or_never() -> None:
    come(lambda _match_id: raw(body()))
    before = kept()
    assert (before.timeline_key, frames()) == (None, None)
    version = before.content_version
    later = dataclasses.replace(
        reading.load_bodies(SHELF, before), beside={"timeline": timeline(3)}
    )
    run = done(lambda run: ingesting.take_in(run, INTAKE, later, MATCH, STEPS))
    assert (run.state, frames()) == ("done", 3)
    assert kept().content_version != version


def test_what_came_once_stays_when_the_match_is_fetched_again() -> None:
    come(lambda _match_id: raw(body(), beside={"timeline": timeline(3)}))
    come(lambda _match_id: raw(body(players=1)))
    assert (frames(), slots()) == (3, [0])


def test_a_lost_timeline_keeps_no_match_from_being_fetched_again() -> None:
    come(lambda _match_id: raw(body(), beside={"timeline": timeline(3)}))
    current_objects().delete(kept().timeline_key or "")
    assert come(lambda _match_id: raw(body())).state == "done"
    assert (kept().timeline_key, frames()) == (None, None)


def test_a_readers_file_never_takes_the_place_of_an_upstreams() -> None:
    come(lambda _match_id: raw(body()))
    come(lambda _match_id: raw(body(players=5), "upload"))
    assert (kept().provenance, slots()) == ("upstream", [0, 1])


def test_every_body_of_an_unreadable_match_is_kept_aside_until_it_is_read() -> None:
    bodies = [b'{"of": "another game"}', timeline(3)]
    run = come(lambda _match_id: raw(bodies[0], beside={"timeline": bodies[1]}))
    assert run.state == "failed"
    assert run.sentence.startswith("This is not that match.")
    notes = list(db.session.scalars(select(Quarantine).order_by(Quarantine.id)))
    assert [(note.kind, note.key) for note in notes] == [("toy.match", MATCH)] * 2
    assert [current_objects().get(note.object_key or "") for note in notes] == bodies
    come(lambda _match_id: raw(body()))
    db.session.rollback()
    assert not list(db.session.scalars(select(Quarantine).where(Quarantine.released_at.is_(None))))


def unreadable(main: bytes, beside: dict[str, bytes] | None = None) -> tuple[uuid.UUID, int]:
    """Fetch what nobody can read; gives the run and the first note's id."""
    run_id = ask(key="toy:aside", steps=STEPS)
    came = raw(main, beside=beside)
    assert perform(run_id, {"test.match": partial(ingest, lambda _match_id: came)})
    assert row(run_id).state == "failed"
    return run_id, db.session.scalars(select(Quarantine.id).order_by(Quarantine.id)).all()[0]


def ingest(fetch: Callable[[str], Raw], run: Run) -> None:
    ingesting.ingest_match(run, INTAKE, MATCH, fetch)


def again(run_id: uuid.UUID, note_id: int, fetch: Callable[[str], Raw]) -> JobRun:
    assert retry(run_id, once={"note": note_id}) == run_id
    db.session.commit()
    assert perform(run_id, {"test.match": partial(ingest, fetch)})
    db.session.expire_all()
    return row(run_id)


def nobody_is_asked(_match_id: str) -> Raw:
    raise AssertionError("nobody is to be asked")


def better(came: Raw, match_id: str | None) -> Told:
    """Read what the toy's own reader cannot, as the next version might."""
    assert match_id
    frames_of = json.loads(came.beside["timeline"])["frames"] if came.beside else None
    return Told(match_id, json.loads(came.body)["players"], frames_of)


def test_what_lies_aside_is_read_after_a_fix_without_asking_anybody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run_id, note_id = unreadable(b'{"name": 7, "players": 3}', {"timeline": timeline(4)})
    told = again(run_id, note_id, nobody_is_asked)
    assert (told.state, told.sentence) == ("failed", ingesting.STILL)
    monkeypatch.setitem(globals(), "INTAKE", dataclasses.replace(INTAKE, read=better))
    assert again(run_id, note_id, nobody_is_asked).state == "done"
    match = kept()
    assert (match.provenance, match.fetched_at) == ("upstream", FETCHED)
    assert (slots(), frames()) == ([0, 1, 2], 4)
    assert not list(db.session.scalars(select(Quarantine).where(Quarantine.released_at.is_(None))))


def test_a_body_aside_that_is_gone_is_fetched_as_before() -> None:
    run_id, note_id = unreadable(b'{"of": "another game"}')
    current_objects().delete(db.session.get_one(Quarantine, note_id).object_key or "")
    assert again(run_id, note_id, lambda _match_id: raw(body())).state == "done"
    assert slots() == [0, 1]


def test_starting_over_once_more_asks_the_upstream() -> None:
    run_id, note_id = unreadable(b'{"of": "another game"}')
    assert again(run_id, note_id, nobody_is_asked).state == "failed"
    assert retry(run_id) == run_id
    db.session.commit()
    assert perform(run_id, {"test.match": partial(ingest, lambda _match_id: raw(body()))})
    db.session.expire_all()
    assert row(run_id).state == "done"


def test_a_run_started_over_waits_as_long_as_the_first_time() -> None:
    def away(_match_id: str) -> Raw:
        raise Unavailable("It does not answer.")

    run_id = ask(key="toy:away", steps=STEPS)
    shift(run_id, "created_at", -2 * 86400)
    assert perform(run_id, {"test.match": partial(ingest, away)})
    assert (row(run_id).state, row(run_id).sentence) == ("failed", "Nobody has it.")
    assert retry(run_id) == run_id
    db.session.commit()
    assert perform(run_id, {"test.match": partial(ingest, away)})
    assert (row(run_id).state, row(run_id).sentence) == ("waiting", "It does not answer.")


def test_a_readers_file_that_lies_aside_never_counts_as_an_upstreams() -> None:
    quarantine_raw(SHELF, MATCH, "No match.", "", raw(b'{"of": 1}', "upload"))
    note_id = db.session.scalar(select(Quarantine.id)) or 0
    assert load_aside(SHELF, MATCH, note_id, INTAKE.format_of) is None


def test_a_brought_body_nobody_could_read_is_released_by_what_it_is() -> None:
    quarantine(SHELF, None, "This is not a match.", "", b"one")
    quarantine(SHELF, None, "This is not a match.", "", b"two")
    release_body(SHELF, hashlib.sha256(b"one").hexdigest())
    db.session.commit()
    left = select(Quarantine.object_key).where(Quarantine.released_at.is_(None))
    (still,) = db.session.scalars(left)
    assert current_objects().get(still or "") == b"two"


@pytest.mark.parametrize("retry_after", [None, timedelta(seconds=40)])
def test_a_match_that_is_not_there_yet_is_asked_for_again(retry_after: timedelta | None) -> None:
    def fetch(_match_id: str) -> Raw:
        raise Unavailable("Not yet.", utc_now() + retry_after if retry_after else None)

    run = come(fetch)
    wait = retry_after or INTAKE.patience.ask_again
    assert (run.state, run.sentence) == ("waiting", "Not yet.")
    assert wait - timedelta(seconds=10) < run.run_at - utc_now() <= wait


def test_patience_ends_with_a_sentence() -> None:
    def fetch(_match_id: str) -> Raw:
        raise Unavailable("Not yet.")

    run_id = ask(key="toy:late", steps=STEPS)
    shift(run_id, "created_at", -2 * 24 * 3600)
    perform(run_id, {"test.match": lambda run: ingesting.ingest_match(run, INTAKE, MATCH, fetch)})
    assert (row(run_id).state, row(run_id).sentence) == ("failed", "Nobody has it.")


def test_a_refusal_is_the_upstreams_own_sentence() -> None:
    def fetch(_match_id: str) -> Raw:
        raise NotFound("Nobody knows this match.")

    run = come(fetch)
    assert (run.state, run.sentence) == ("failed", "Nobody knows this match.")


def test_old_matches_are_worked_out_again_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reanalysing, "BATCH", 2)
    ids = ["EUW1_7", "EUW1_10", "KR_3", "NA1_8"]
    for match_id in ids:
        reanalysing.keep_now(INTAKE, raw(body(match_id), beside={"timeline": timeline(4)}))
    db.session.execute(update(ToyMatch).values(analysis_version=1))
    db.session.commit()
    current_objects().delete(db.session.get_one(ToyMatch, "KR_3").raw_key)
    told = reanalysing.reanalyse_all(INTAKE)
    assert (told.done, len(told.refused)) == (3, 1)
    assert told.refused[0].startswith("Match KR_3:")
    assert (kept().analysis_version, frames()) == (2, 4)


def test_what_came_while_an_old_match_was_worked_out_again_stays() -> None:
    reanalysing.keep_now(INTAKE, raw(body(), beside={"timeline": timeline(4)}))
    seen: list[int | None] = []

    def analyse(match: Told) -> ToyAnalysis:
        if not seen:
            with current_app.app_context():
                reanalysing.keep_now(INTAKE, raw(body(), beside={"timeline": timeline(9)}))
        seen.append(match.frames)
        return INTAKE.analyse(match)

    reanalysing.reanalyse(dataclasses.replace(INTAKE, analyse=analyse), MATCH)
    assert seen == [4, 9]
    assert reading.load_beside(SHELF, kept()) == {"timeline": timeline(9)}
    assert frames() == 9


def open_notes() -> list[str]:
    still = Quarantine.released_at.is_(None)
    return list(db.session.scalars(select(Quarantine.key).where(still)))


def test_a_body_read_but_for_some_fields_lies_aside_until_all_is_read() -> None:
    odd = tuple(f"players[{slot}].kills" for slot in range(22))
    drifting = dataclasses.replace(INTAKE, passed_over=lambda _match: odd)
    run = done(lambda run: ingesting.take_in(run, drifting, raw(body()), MATCH, STEPS))
    assert (run.state, slots()) == ("done", [0, 1])
    note = db.session.scalars(select(Quarantine)).one()
    assert note.reason == PASSED_OVER
    assert note.detail["where"] == ", ".join(odd[:20]) + " and 2 more"
    assert current_objects().get(note.object_key or "") == body()
    for _ in range(2):
        reanalysing.reanalyse(drifting, MATCH)
        db.session.rollback()
        assert open_notes() == [MATCH]
    reanalysing.reanalyse(INTAKE, MATCH)
    db.session.rollback()
    assert open_notes() == []


def test_a_match_that_shows_a_fault_stops_no_other_and_lies_aside() -> None:
    ids = ["EUW1_7", "KR_3", "NA1_8"]
    for match_id in ids:
        reanalysing.keep_now(INTAKE, raw(body(match_id)))
    db.session.execute(update(ToyMatch).values(analysis_version=1))
    db.session.commit()

    def analyse(match: Told) -> ToyAnalysis:
        if match.match_id == "KR_3":
            raise ZeroDivisionError
        return INTAKE.analyse(match)

    told = reanalysing.reanalyse_all(dataclasses.replace(INTAKE, analyse=analyse))
    assert told == reanalysing.Reanalysed(2, (f"Match KR_3: {reanalysing.FAULT}",))
    assert open_notes() == ["KR_3"]
    assert reanalysing.reanalyse_all(INTAKE) == reanalysing.Reanalysed(1, ())
    assert open_notes() == []


def test_a_store_that_is_away_ends_the_working_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    reanalysing.keep_now(INTAKE, raw(body()))
    db.session.execute(update(ToyMatch).values(analysis_version=1))
    db.session.commit()

    def away(*_: object) -> bytes:
        raise StorageDown("The store is away.")

    monkeypatch.setattr(type(current_objects()), "get", away)
    with pytest.raises(StorageDown):
        reanalysing.reanalyse_all(INTAKE)
