"""News: what was asked for is here or is not, a followed player has played; each told once."""

from __future__ import annotations

import json
import threading
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from tests.accounts.telling import (
    SAME,
    Receiver,
    add_hook,
    disable,
    do_all,
    follow,
    is_signed,
    told,
)
from tests.archive import Archive
from tests.jobs.asked import ask
from tests.people import Person, person, sign_in
from webapp.accounts import asked
from webapp.accounts.actions.asked_runs import call_off
from webapp.accounts.domain.events import NAMES
from webapp.accounts.models import JobAsker
from webapp.accounts.store.askers import askers_of
from webapp.accounts.telling.ends import tell_ends
from webapp.core.db import db
from webapp.deadlock.store.players import accounts_in
from webapp.jobs import Refused, Run, perform
from webapp.jobs.ends import any_untold, take_ended
from webapp.jobs.models import JobRun
from worker.queues import KINDS

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
ID = 70_000_001
MATCH = f"/deadlock/matches/{ID}/analysis"


@pytest.fixture
def ada(app: Flask) -> Person:
    del app
    return person("Ada")


def press(app: Flask, path: str, *people: Person) -> uuid.UUID:
    """Let somebody, or several one after another, press a page's button."""
    answers = []
    for who in people or (None,):
        client = app.test_client()
        if who:
            sign_in(client, who)
        answers.append(client.post(path, headers=SAME).headers["Location"])
    assert len(set(answers)) == 1, "they share one run"
    return uuid.UUID(answers[0].removeprefix("/jobs/"))


def test_everybody_who_asked_is_told_once_that_their_match_is_here(
    app: Flask, ada: Person, archive: Archive
) -> None:
    del archive
    bo, cy = person("Bo"), person("Cy")
    perform(press(app, MATCH, ada, bo), KINDS)
    assert any_untold()
    assert tell_ends() == 1
    assert tell_ends() == 0
    assert told(ada) == [("match.ready", "Deadlock 70000001 is here")]
    assert told(bo) == told(ada)
    assert told(cy) == []


def test_nobody_signed_out_is_noted(app: Flask, archive: Archive) -> None:
    del archive
    perform(press(app, MATCH), KINDS)
    assert db.session.scalar(select(func.count()).select_from(JobAsker)) == 0
    assert tell_ends() == 1


def test_who_joins_a_run_that_ended_a_moment_ago_is_told_all_the_same(
    app: Flask, ada: Person, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    del archive
    run_id = press(app, MATCH)
    perform(run_id, KINDS)
    tell_ends()
    monkeypatch.setattr("webapp.jobs.asking.live_run", lambda _key: run_id)
    press(app, MATCH, ada)
    tell_ends()
    assert told(ada) == [("match.ready", "Deadlock 70000001 is here")]


def test_a_run_cannot_end_while_somebody_joins_it(app: Flask, ada: Person) -> None:
    run_id = ask()
    with app.test_request_context():
        with pytest.MonkeyPatch.context() as patches:
            patches.setattr(asked, "current_account", lambda: ada)
            asked._note(run_id)  # noqa: SLF001 - what enqueue calls
        ends = threading.Thread(target=_refuse, args=(app, run_id))
        ends.start()
        ends.join(0.3)
        assert ends.is_alive(), "the end waits for the asker's commit"
        db.session.commit()
        ends.join(10)
    tell_ends()
    assert told(ada) == [("job.failed", "Fetching match 7: this did not work")]


def _refuse(app: Flask, run_id: uuid.UUID) -> None:
    def job(_run: Run) -> None:
        raise Refused("No such match.")

    with app.app_context():
        perform(run_id, {"test.match": job})


def test_a_run_tried_again_is_told_of_again(app: Flask, ada: Person, archive: Archive) -> None:
    del archive
    run_id = press(app, MATCH, ada)
    _refuse_kind(run_id)
    tell_ends()
    client = app.test_client()
    client.post(f"/jobs/{run_id}/retry", headers=SAME)
    perform(run_id, KINDS)
    tell_ends()
    assert [event for event, _ in told(ada)] == ["job.failed", "match.ready"]


def test_an_admin_who_starts_a_run_over_is_not_among_those_who_asked(
    app: Flask, ada: Person, archive: Archive
) -> None:
    del archive
    run_id = press(app, MATCH, ada)
    _refuse_kind(run_id)
    client, bo = app.test_client(), person("Bo")
    sign_in(client, person("Di"))
    assert client.post(f"/admin/jobs/{run_id}/retry", headers=SAME).status_code == 303
    assert askers_of(run_id) == [ada.id]
    _refuse_kind(run_id)
    sign_in(client, bo)
    client.post(f"/jobs/{run_id}/retry", headers=SAME)
    assert sorted(askers_of(run_id)) == sorted((ada.id, bo.id))


def _refuse_kind(run_id: uuid.UUID) -> None:
    def job(_run: Run) -> None:
        raise Refused("No such match.")

    perform(run_id, {"deadlock.match": job})


def test_who_asked_is_told_that_it_was_called_off_but_not_who_did_so(
    app: Flask, ada: Person, archive: Archive
) -> None:
    del archive
    bo, di = person("Bo"), person("Di")
    run_id = press(app, MATCH, ada, bo, di)
    client = app.test_client()
    sign_in(client, di)
    assert client.post(f"/admin/jobs/{run_id}/cancellation", headers=SAME).status_code == 303
    tell_ends()
    assert told(ada) == [("job.failed", f"Fetching match {ID}: this was called off")]
    assert told(bo) == told(ada)
    assert told(di) == []


def test_who_calls_off_what_they_asked_for_is_told_nothing(
    app: Flask, ada: Person, archive: Archive
) -> None:
    del archive
    assert call_off(ada.id, press(app, MATCH, ada)) == "called off"
    assert tell_ends() == 1
    assert told(ada) == []


def test_followers_hear_once_of_a_match_played_since_they_follow(
    app: Flask, ada: Person, archive: Archive
) -> None:
    del archive
    bo = person("Bo")
    perform(press(app, MATCH), KINDS)
    one, other = (str(account) for account in accounts_in(ID)[:2])
    follow(ada, "deadlock", one, since=LONG_AGO)
    follow(ada, "deadlock", other, since=LONG_AGO)
    follow(bo, "deadlock", one)
    tell_ends()
    assert told(ada) == [("player.match", f"Player {one} played Deadlock")]
    assert told(bo) == [], "it was played before Bo followed"
    db.session.execute(update(JobRun).values(told=False))
    db.session.commit()
    tell_ends()
    assert len(told(ada)) == 1


def test_a_webhook_hears_of_all_three_as_they_happen(
    app: Flask, ada: Person, archive: Archive, receiver: Receiver
) -> None:
    client = app.test_client()
    sign_in(client, ada)
    _, secret = add_hook(client, f"{receiver.url}/mine", *NAMES)
    perform(press(app, MATCH, ada), KINDS)
    player = str(accounts_in(ID)[0])
    follow(ada, "deadlock", player, since=LONG_AGO)
    archive.strike("/metadata", "redirect")
    failed = press(app, f"/deadlock/matches/{ID + 1}/analysis", ada)
    perform(failed, KINDS)
    tell_ends()
    assert do_all("telling.send") == len(NAMES)
    bodies = [json.loads(taken["body"]) for taken in receiver.taken()]
    assert all(is_signed(taken, secret) for taken in receiver.taken())
    heard = {body["type"]: (body["data"]["title"], body["data"]["url"]) for body in bodies}
    there = "http://127.0.0.1:8000"
    match = f"{there}/deadlock/matches/{ID}"
    assert heard == {
        "match.ready": (f"Deadlock {ID} is here", match),
        "player.match": (f"Player {player} played Deadlock", match),
        "job.failed": (
            f"Fetching match {ID + 1}: this did not work",
            f"{there}/jobs/{failed}",
        ),
    }


def test_nobody_disabled_is_told_of_what_they_asked_for_or_follow(
    app: Flask, ada: Person, archive: Archive
) -> None:
    del archive
    bo = person("Bo")
    perform(press(app, MATCH, ada), KINDS)
    for who in (ada, bo):
        follow(who, "deadlock", str(accounts_in(ID)[0]), since=LONG_AGO)
        disable(who)
    tell_ends()
    assert told(ada) == told(bo) == []


def test_what_is_taken_up_by_a_teller_that_dies_is_taken_up_by_the_next(
    app: Flask, ada: Person, archive: Archive
) -> None:
    del archive
    perform(press(app, MATCH, ada), KINDS)
    assert len(take_ended(10)) == 1
    db.session.rollback()
    tell_ends()
    assert len(told(ada)) == 1


def test_a_run_that_leads_nowhere_tells_nobody(app: Flask) -> None:
    del app
    run_id = ask(target_url="")
    db.session.execute(
        update(JobRun)
        .where(JobRun.id == run_id)
        .values(state="failed", finished_at=datetime.now(UTC) - timedelta(seconds=1))
    )
    db.session.commit()
    assert not any_untold()
