"""Whatever an admin changes leaves exactly one row of the audit, and wants a fresh sign-in."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from flask import Flask, current_app
from flask.testing import FlaskClient
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from tests.admin.conftest import SAME, House, end, keep_note, keep_orphan, keep_versions
from tests.games import needs
from tests.jobs.asked import ask, row
from tests.people import person, sign_in
from webapp.accounts.models import Account, AccountSession, SignInLink
from webapp.admin.actions import quarantine as quarantine_actions
from webapp.admin.pages import dead
from webapp.admin.pages import quarantine as quarantine_pages
from webapp.core.db import db, utc_now
from webapp.core.models import Audit, Dataset, Quarantine
from webapp.core.upstream_pauses import pause_upstream, stopped_upstreams
from webapp.jobs import asking, pauses, perform
from webapp.jobs.models import JobRun


@dataclass(frozen=True, slots=True)
class Change:
    """One way to change something: what is sent, what must be so before, what the audit says."""

    action: str
    subject: str
    data: dict[str, str] = field(default_factory=dict)
    before: Callable[[House], None] = lambda _house: None
    status: int = 303


def _disabled(house: House) -> None:
    shut = db.session.get_one(Account, house.ada.id)
    shut.disabled_at, shut.disabled_why = utc_now(), "test"
    db.session.commit()


def _signed_in(house: House) -> None:
    sign_in(current_app.test_client(), house.ada)


def _paused_kind(house: House) -> None:
    pauses.pause("test.match", f"account:{house.di.id}", "why")
    db.session.commit()


def _paused_upstream(house: House) -> None:
    pause_upstream("deadlock", f"account:{house.di.id}", "why")
    db.session.commit()


def _refreshed(_house: House) -> None:
    keep_versions()
    end(ask("deadlock.assets", kind="deadlock.assets", args={}), "done")


WHO, NOTE = "/admin/people/<int:account_id>", "/admin/quarantine/<int:note_id>"
CHANGES = {
    "/admin/jobs/<uuid:run_id>/retry": Change("retry job", "job:{dead}"),
    "/admin/jobs/<uuid:run_id>/cancellation": Change("cancel job", "job:{queued}"),
    "/admin/jobs/requeue": Change("requeue dead jobs", "kind:test.match", {"kind": "test.match"}),
    "/admin/jobs/pause": Change("pause kind", "kind:test.match", {"kind": "test.match"}),
    "/admin/jobs/release": Change(
        "release kind", "kind:test.match", {"kind": "test.match"}, _paused_kind
    ),
    "/admin/upstreams/<name>/pause": Change("pause upstream", "upstream:deadlock", {"why": "x"}),
    "/admin/upstreams/<name>/release": Change(
        "release upstream", "upstream:deadlock", {}, _paused_upstream
    ),
    f"{NOTE}/rerun": Change("re-run body", "quarantine:{note_id}"),
    "/admin/quarantine/rerun": Change(
        "re-run bodies", "kind:deadlock.match", {"kind": "deadlock.match"}
    ),
    f"{NOTE}/settlement": Change("settle body", "quarantine:{note_id}"),
    "/admin/datasets/refresh": Change(
        "refresh dataset", "dataset:deadlock", {"name": "deadlock"}, _refreshed
    ),
    "/admin/datasets/version": Change(
        "choose version", "dataset:deadlock", {"name": "deadlock", "version": "one"}, _refreshed
    ),
    f"{WHO}/role": Change("give role", "account:{ada}", {"role": "moderator"}),
    f"{WHO}/shutting": Change("disable account", "account:{ada}", {"why": "rude"}),
    f"{WHO}/opening": Change("enable account", "account:{ada}", {}, _disabled),
    f"{WHO}/sign-out": Change("end sessions", "account:{ada}", {}, _signed_in),
    f"{WHO}/link": Change("make sign-in link", "account:{ada}", status=200),
    "/admin/storage/count": Change("count storage", "storage"),
    "/admin/storage/removal": Change(
        "ask for removal", "storage", {}, lambda _house: keep_orphan()
    ),
}


TRIED = [
    pytest.param(rule, marks=[needs("deadlock")] if rule == "/admin/datasets/refresh" else [])
    for rule in CHANGES
]


def rules(app: Flask) -> set[str]:
    found = (rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/admin"))
    return {one.rule for one in found if one.methods and one.methods & {"POST", "PUT", "DELETE"}}


def address(rule: str, house: House) -> str:
    run = house.queued if rule.endswith("/cancellation") else house.dead
    at = rule.replace("<uuid:run_id>", str(run)).replace("<name>", "deadlock")
    at = at.replace("<int:note_id>", str(house.note_id))
    return at.replace("<int:account_id>", str(house.ada.id))


def audited() -> list[Audit]:
    db.session.rollback()
    return list(db.session.scalars(select(Audit).order_by(Audit.id)))


def test_every_way_to_change_something_is_tried_below(app: Flask) -> None:
    assert rules(app) == set(CHANGES)


@pytest.mark.parametrize("rule", TRIED)
def test_a_change_leaves_exactly_one_row_with_actor_request_and_both_sides(
    desk: FlaskClient, house: House, rule: str
) -> None:
    change = CHANGES[rule]
    change.before(house)
    count = len(audited())
    headers = {**SAME, "X-Request-ID": "a-request-of-di"}
    answer = desk.post(address(rule, house), data=change.data, headers=headers)
    assert answer.status_code == change.status, answer.text
    (new,) = audited()[count:]
    wanted = change.subject.format(
        dead=house.dead, queued=house.queued, note_id=house.note_id, ada=house.ada.id
    )
    assert (new.action, new.subject) == (change.action, wanted)
    assert (new.actor, new.request_id) == (f"account:{house.di.id}", "a-request-of-di")
    assert new.before
    assert new.after
    assert new.before != new.after


@pytest.mark.parametrize("rule", CHANGES)
def test_a_change_wants_an_admin_our_own_page_and_a_fresh_sign_in(
    app: Flask, house: House, rule: str
) -> None:
    change, at = CHANGES[rule], address(rule, house)
    change.before(house)
    count = len(audited())
    client = app.test_client()
    assert client.post(at, data=change.data, headers=SAME).status_code == 404
    assert client.get(at).status_code == 404
    sign_in(client, person("Mo"))
    assert client.post(at, data=change.data, headers=SAME).status_code == 404
    assert client.get(at).status_code == 404
    sign_in(client, house.di)
    cross = {"Sec-Fetch-Site": "cross-site"}
    assert client.post(at, data=change.data, headers=cross).status_code == 403
    sign_in(client, house.di, proved_at=utc_now() - timedelta(minutes=31))
    stale = client.post(at, data=change.data, headers=SAME)
    assert stale.status_code == 303
    assert "again=1" in stale.headers["Location"]
    assert client.get(at).status_code in {404, 405}
    assert len(audited()) == count


def test_what_changes_nothing_is_refused_and_not_audited(desk: FlaskClient, house: House) -> None:
    count = len(audited())
    refused = {
        f"/admin/jobs/{house.done}/retry": {},
        f"/admin/jobs/{house.done}/cancellation": {},
        "/admin/jobs/requeue": {"kind": "test.other"},
        "/admin/jobs/release": {"kind": "test.match"},
        "/admin/upstreams/deadlock/release": {},
        "/admin/datasets/refresh": {"name": "nothing"},
        "/admin/datasets/version": {"name": "nothing", "version": "1"},
        f"/admin/people/{house.ada.id}/role": {"role": "player"},
        f"/admin/people/{house.ada.id}/opening": {},
        f"/admin/people/{house.ada.id}/shutting": {"why": " "},
        f"/admin/people/{house.di.id}/shutting": {"why": "me"},
        "/admin/storage/removal": {},
    }
    answers = {
        at: desk.post(at, data=data, headers=SAME).status_code for at, data in refused.items()
    }
    assert set(answers.values()) == {409}, answers
    nowhere = desk.post(f"/admin/people/{house.ada.id}/role", data={"role": "king"}, headers=SAME)
    assert nowhere.status_code == 409
    assert desk.post("/admin/jobs/pause", data={"kind": "x"}, headers=SAME).status_code == 404
    assert desk.post("/admin/upstreams/x/pause", headers=SAME).status_code == 404
    assert (
        desk.post("/admin/people/999/role", data={"role": "admin"}, headers=SAME).status_code == 404
    )
    assert len(audited()) == count


def test_the_audit_cannot_be_rewritten_even_by_the_app_itself(house: House) -> None:
    assert house
    for statement in ("UPDATE audit SET actor = 'nobody'", "DELETE FROM audit"):
        with pytest.raises(DBAPIError, match="only ever added to"):
            db.session.execute(text(statement))
        db.session.rollback()
    assert len(audited()) == 1


def test_an_account_that_is_deleted_leaves_what_it_did_in_the_audit(house: House) -> None:
    db.session.execute(text("DELETE FROM account WHERE id = :id"), {"id": house.di.id})
    db.session.commit()
    assert audited()[0].actor == f"account:{house.di.id}"


def test_pausing_a_kind_stops_claiming_and_releasing_goes_on(
    desk: FlaskClient, house: House
) -> None:
    kind, kinds = {"kind": "test.other"}, {"test.other": lambda _run: None}
    desk.post("/admin/jobs/pause", data={**kind, "why": "moving"}, headers=SAME)
    assert perform(house.queued, kinds) is False
    desk.post("/admin/jobs/release", data=kind, headers=SAME)
    assert perform(house.queued, kinds) is True
    assert row(house.queued).state == "done"


def test_dead_runs_of_one_kind_are_all_started_over_and_no_other(
    desk: FlaskClient, house: House
) -> None:
    other = ask("other", kind="test.other")
    end(other, "dead")
    desk.post("/admin/jobs/requeue", data={"kind": "test.match"}, headers=SAME)
    assert row(house.dead).state == "queued"
    assert row(house.dead).attempt == 0
    assert row(other).state == "dead"
    desk.post("/admin/jobs/requeue", headers=SAME)
    assert row(other).state == "queued"


def test_no_more_dead_runs_are_started_over_than_is_said(
    desk: FlaskClient, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    end(ask("another"), "dead")
    assert (
        "There are 2. One of each piece of work gets its tries again"
        in desk.get("/admin/jobs").text
    )
    for module in (asking, dead):
        monkeypatch.setattr(module, "MOST_AT_ONCE", 1)
    said = "There are 2, of which the oldest 1 are looked at. One of each"
    assert said in desk.get("/admin/jobs").text
    desk.post("/admin/jobs/requeue", headers=SAME)
    assert row(house.dead).state == "queued"
    assert (audited()[-1].before, audited()[-1].after["requeued"]) == ({"dead": 2}, 1)
    assert desk.get("/admin/jobs.json").json["counts"]["dead"] == 1


def test_dead_runs_that_stay_dead_take_no_place_of_those_that_can_begin(
    desk: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def died(key: str) -> uuid.UUID:
        run_id = ask(key)
        end(run_id, "dead")
        return run_id

    stuck, twin, again, newer = died("taken"), died("twin"), died("twin"), died("newer")
    ask("taken")
    monkeypatch.setattr(asking, "MOST_AT_ONCE", 2)
    desk.post("/admin/jobs/requeue", headers=SAME)
    states = [row(run_id).state for run_id in (stuck, twin, again, newer)]
    assert states == ["dead", "queued", "dead", "queued"]
    assert desk.post("/admin/jobs/requeue", headers=SAME).status_code == 409


def test_a_run_called_off_stays_so(desk: FlaskClient, house: House) -> None:
    desk.post(f"/admin/jobs/{house.queued}/cancellation", headers=SAME)
    assert row(house.queued).state == "cancelled"
    assert perform(house.queued, {}) is False


def test_a_paused_upstream_is_named_with_who_paused_it(desk: FlaskClient, house: House) -> None:
    assert house
    answer = desk.post("/admin/upstreams/deadlock/pause", data={"why": "moving"}, headers=SAME)
    (stopped,) = stopped_upstreams()
    assert (stopped.name, stopped.why) == ("deadlock", "moving")
    page = desk.get(answer.headers["Location"]).text
    assert "Paused by Di" in page


def test_a_body_is_read_again_by_the_run_that_could_not(desk: FlaskClient, house: House) -> None:
    answer = desk.post(f"/admin/quarantine/{house.note_id}/rerun", headers=SAME)
    assert answer.headers["Location"] == f"/admin/jobs/{house.failed}"
    assert row(house.failed).state == "queued"
    assert row(house.failed).args == {"match_id": 7, "once": {"note": house.note_id}}


def test_all_bodies_of_a_kind_are_read_again_however_many_there_are(
    desk: FlaskClient, house: House
) -> None:
    more = [ask(f"m{one}", kind="deadlock.match", args={"match_id": one}) for one in range(99, 170)]
    for one, run_id in enumerate(more, 99):
        end(run_id, "failed")
        keep_note(key=str(one))
    does_more = ask("more", kind="deadlock.demo", args={"match_id": 99})
    end(does_more, "failed")
    keep_note(key="8")
    keep_note(key="7", kind="dota2.match")
    assert "Read all again" in desk.get("/admin/quarantine").text
    desk.post("/admin/quarantine/rerun", data={"kind": "deadlock.match"}, headers=SAME)
    assert {row(run_id).state for run_id in (*more, house.failed)} == {"queued"}
    assert row(house.failed).args["once"] == {"note": house.note_id}
    assert row(does_more).state == "failed"
    assert (audited()[-1].before, audited()[-1].after["requeued"]) == ({"unsettled": 73}, 72)


@needs("deadlock")
def test_no_more_bodies_are_read_again_than_is_said(
    desk: FlaskClient, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = ask("newer", kind="deadlock.match", args={"match_id": 8})
    end(newer, "failed")
    keep_note(key="8")
    for module in (quarantine_actions, quarantine_pages):
        monkeypatch.setattr(module, "MOST_AT_ONCE", 1)
    assert "Read 1 again" in desk.get("/admin/quarantine").text
    desk.post("/admin/quarantine/rerun", data={"kind": "deadlock.match"}, headers=SAME)
    assert (row(newer).state, row(house.failed).state) == ("queued", "failed")


@needs("dota2")
def test_a_body_no_run_of_its_match_stumbled_on_is_read_by_a_new_one(desk: FlaskClient) -> None:
    note = keep_note(key="8800", kind="dota2.match", provenance="upstream")
    assert desk.get(f"/admin/quarantine/{note.id}.json").json["can_rerun"]
    answer = desk.post(f"/admin/quarantine/{note.id}/rerun", headers=SAME)
    run = db.session.scalars(select(JobRun).where(JobRun.kind == "dota2.match")).one()
    assert answer.headers["Location"] == f"/admin/jobs/{run.id}"
    assert run.args == {"match_id": 8800, "once": {"note": note.id}}
    assert not desk.get(f"/admin/quarantine/{note.id}.json").json["can_rerun"]


def test_a_body_of_nobodys_match_has_no_run_to_ask_for(desk: FlaskClient) -> None:
    brought = keep_note(key="8800", kind="dota2.match", provenance="upload")
    unknown = keep_note(key="upload", kind="dota2.match", provenance="upstream")
    for note in (brought, unknown):
        answer = desk.post(f"/admin/quarantine/{note.id}/rerun", headers=SAME)
        assert answer.status_code == 409


@needs("lol")
def test_an_answer_that_is_no_match_is_told_apart_but_read_by_no_run(desk: FlaskClient) -> None:
    note = keep_note("/summoners/ada", "riot.mastery", b'[{"championId": "7"}]')
    page = desk.get(f"/admin/quarantine/{note.id}.json").json
    assert (page["can_rerun"], page["compared"]["form"]) == (False, "list of Mastery")
    assert page["compared"]["differences"][0]["path"] == "$[0].championId"
    assert "asks its source again by itself" in desk.get(f"/admin/quarantine/{note.id}").text
    assert "Read all again" not in desk.get("/admin/quarantine").text


def test_a_brought_file_is_read_again_by_its_own_run(desk: FlaskClient, house: House) -> None:
    assert house
    note = keep_note(key="upload")
    digest = note.detail["sha256"]
    mine = ask("up", kind="deadlock.upload", args={"sha256": digest})
    end(mine, "failed")
    answer = desk.post(f"/admin/quarantine/{note.id}/rerun", headers=SAME)
    assert answer.headers["Location"] == f"/admin/jobs/{mine}"


def test_a_settled_body_is_no_longer_listed_but_kept(desk: FlaskClient, house: House) -> None:
    desk.post(f"/admin/quarantine/{house.note_id}/settlement", headers=SAME)
    assert db.session.get_one(Quarantine, house.note_id).released_at is not None
    assert desk.get("/admin/quarantine.json").json["notes"] == []
    listed = desk.get("/admin/quarantine.json?settled=yes").json["notes"]
    assert [one["note"]["id"] for one in listed] == [house.note_id]


def test_an_older_version_is_put_in_use_and_only_one_is(desk: FlaskClient) -> None:
    keep_versions()
    chosen = {"name": "deadlock", "version": "one"}
    assert desk.post("/admin/datasets/version", data=chosen, headers=SAME).status_code == 303
    current = select(Dataset.version).where(Dataset.name == "deadlock", Dataset.current)
    assert db.session.scalars(current).all() == ["one"]


@needs("deadlock")
def test_a_refresh_asks_for_what_the_last_one_was(desk: FlaskClient, house: House) -> None:
    _refreshed(house)
    desk.post("/admin/datasets/refresh", data={"name": "deadlock"}, headers=SAME)
    found = select(func.count()).where(JobRun.key == "deadlock.assets", JobRun.state == "queued")
    assert db.session.scalar(found) == 1


def test_disabling_ends_sessions_and_links_at_once(
    app: Flask, desk: FlaskClient, house: House
) -> None:
    theirs = app.test_client()
    sign_in(theirs, house.ada)
    desk.post(f"/admin/people/{house.ada.id}/link", headers=SAME)
    desk.post(f"/admin/people/{house.ada.id}/shutting", data={"why": "rude"}, headers=SAME)
    sessions = select(func.count()).where(AccountSession.account_id == house.ada.id)
    open_links = select(func.count()).where(SignInLink.used_at.is_(None))
    assert db.session.scalar(sessions) == 0
    assert db.session.scalar(open_links) == 0
    assert "rude" in desk.get(f"/admin/people/{house.ada.id}").text
    desk.post(f"/admin/people/{house.ada.id}/opening", headers=SAME)
    db.session.expire_all()
    assert db.session.get_one(Account, house.ada.id).disabled_at is None


def test_a_link_is_shown_once_and_signs_in(app: Flask, desk: FlaskClient, house: House) -> None:
    made = desk.post(f"/admin/people/{house.ada.id}/link", headers=SAME)
    assert made.headers["Cache-Control"] == "private, no-store"
    path = "/sign-in/link/" + made.text.split("/sign-in/link/")[1].split("<")[0]
    assert "/sign-in/link/" not in desk.get(f"/admin/people/{house.ada.id}").text
    assert all(path not in str((one.before, one.after)) for one in audited())
    theirs = app.test_client()
    assert theirs.post(path, headers=SAME).status_code == 303


def test_the_last_admin_keeps_the_role_and_the_account(desk: FlaskClient, house: House) -> None:
    mine = f"/admin/people/{house.di.id}"
    refused = desk.post(f"{mine}/role", data={"role": "player"}, headers=SAME)
    assert refused.status_code == 409
    assert "last admin" in refused.text
    desk.post(f"/admin/people/{house.ada.id}/role", data={"role": "admin"}, headers=SAME)
    assert desk.post(f"{mine}/role", data={"role": "player"}, headers=SAME).status_code == 303
    assert desk.get("/admin").status_code == 404


@pytest.mark.parametrize("name", ["nowhere", "%00", "deadlock%00"])
@pytest.mark.parametrize("deed", ["pause", "release"])
def test_an_upstream_nobody_knows_is_neither_stopped_nor_let_go(
    desk: FlaskClient, name: str, deed: str
) -> None:
    path = f"/admin/upstreams/{name}/{deed}"
    assert desk.post(path, data={"why": "Trying"}, headers=SAME).status_code == 404
