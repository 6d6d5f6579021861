"""Every protected table is also a file: all its rows, filtered like its page, harmless to open."""

from __future__ import annotations

import csv
import io
import uuid
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from tests.access.things import session
from tests.admin.conftest import House, keep_note, keep_orphan, keep_versions, reply
from tests.people import Person
from tests.tables import without_csv
from webapp.accounts.models import Identity
from webapp.admin.pages.sheets import SHEETS
from webapp.core.audit import audit
from webapp.core.db import db, utc_now
from webapp.core.models import StoredFolder
from webapp.jobs.models import JobPause, JobRun, JobSample

PAGES = {"orphans": "storage", "pauses": "jobs", "tables": "storage", "work": "jobs"}
"""The page a table stands on, where that is not the page of its own name."""


def rows(desk: FlaskClient, path: str) -> list[dict[str, str]]:
    """Read a file as a spreadsheet would."""
    answer = desk.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "text/csv"
    kept = "no-cache" if path.startswith("/status") else "private, no-store"
    assert answer.headers["Cache-Control"] == kept
    return list(csv.DictReader(io.StringIO(answer.text)))


@pytest.mark.parametrize("name", SHEETS)
def test_each_table_is_a_file_its_page_leads_to(desk: FlaskClient, house: House, name: str) -> None:
    assert house
    keep_versions()
    keep_orphan()
    db.session.add(JobPause(kind="test.match", paused_at=utc_now(), paused_by="account:0"))
    db.session.add(StoredFolder(folder="cards", objects=1, bytes=9, counted_at=utc_now()))
    db.session.commit()
    assert f'href="/admin/{name}.csv' in desk.get(f"/admin/{PAGES.get(name, name)}").text
    assert len(rows(desk, f"/admin/{name}.csv")) > 0


def test_a_file_goes_on_where_a_page_ends(desk: FlaskClient, di: Person) -> None:
    for number in range(120):
        audit(f"account:{di.id}", "try out", f"house:{number}", None, {"a": number})
    db.session.commit()
    found = rows(desk, "/admin/audit.csv")
    assert [row["subject"] for row in found] == [f"house:{n}" for n in range(119, -1, -1)]
    assert found[0]["changed"] == "a:  > 119"


def test_a_file_holds_what_the_filters_leave(desk: FlaskClient, house: House) -> None:
    assert [row["id"] for row in rows(desk, "/admin/jobs.csv?state=dead")] == [str(house.dead)]
    assert [row["name"] for row in rows(desk, "/admin/people.csv?role=player")] == ["Ada"]
    keep_note("9", kind="lol.match")
    assert [row["key"] for row in rows(desk, "/admin/quarantine.csv?kind=lol.match")] == ["9"]
    assert rows(desk, "/admin/quarantine.csv?settled=yes") == []
    assert 'href="/admin/jobs.csv?state=dead"' in desk.get("/admin/jobs?state=dead").text


def test_a_file_shows_no_secret_and_runs_nothing(desk: FlaskClient, di: Person) -> None:
    audit(f"account:{di.id}", "try out", "=1+1", None, None)
    db.session.commit()
    assert rows(desk, "/admin/audit.csv")[0]["subject"] == "'=1+1"
    said = {row["variable"]: row["said"] for row in rows(desk, "/admin/settings.csv")}
    assert said["SECRET_KEY"] == "set"  # noqa: S105 - the word for a secret that is there
    assert "secret for tests" not in desk.get("/admin/settings.csv").text


def test_each_dataset_has_its_own_file_and_all_have_one(desk: FlaskClient, house: House) -> None:
    assert house
    keep_versions()
    keep_versions("lol &c")
    names = {row["name"] for row in rows(desk, "/admin/datasets.csv")}
    assert len(names) > 1
    page = desk.get("/admin/datasets").text
    for name in names:
        here = f"/admin/datasets.csv?name={quote(name, safe='')}"
        assert f'href="{here}" download' in page
        assert {row["name"] for row in rows(desk, here)} == {name}
    assert rows(desk, "/admin/datasets.csv?name=nothing") == []


def test_filters_that_cannot_be_read_are_refused(desk: FlaskClient) -> None:
    assert desk.get("/admin/audit.csv?since=yesterday").status_code == 400
    assert desk.get("/admin/nothing.csv").status_code == 404


def leads(desk: FlaskClient, page: str, *files: str) -> None:
    """Check that a page leads to files, each of which has rows, and has no table without one."""
    text = desk.get(page).text
    assert [one for one in files if f'href="{one}" download' not in text] == []
    assert list(without_csv(text, 1)) == []
    for one in files:
        assert len(rows(desk, one)) > 0, one


def test_the_tables_of_a_person_are_files(desk: FlaskClient, house: House) -> None:
    ada = house.ada
    db.session.add(Identity(account_id=ada.id, provider="discord", subject="1", name="=ada"))
    audit(f"account:{house.di.id}", "give role", f"account:{ada.id}", None, {"role": "player"})
    audit(f"account:{ada.id}", "try out", "house", None, None)
    session(ada)
    here = f"/admin/people/{ada.id}"
    done = (f"/admin/audit.csv?about=account:{ada.id}", f"/admin/audit.csv?actor={ada.id}")
    leads(desk, here, f"{here}/identities.csv", f"{here}/sessions.csv", *done)
    assert rows(desk, f"{here}/identities.csv")[0]["name"] == "'=ada"
    assert desk.get(f"{here}/tokens.csv").status_code == 404
    assert desk.get("/admin/people/999/sessions.csv").status_code == 404
    assert desk.get(f"/admin/people/{2**63}/sessions.csv").status_code == 404


def test_the_tables_of_an_upstream_are_files(desk: FlaskClient, house: House) -> None:
    assert house
    here = "/admin/upstreams/deadlock"
    leads(desk, here, f"{here}/parts.csv", f"{here}/replies.csv")
    assert {one["outcome"] for one in rows(desk, f"{here}/replies.csv")} == {"ok", "unavailable"}
    assert "calls" in desk.get(f"{here}/windows.csv").text.splitlines()[0]
    assert desk.get("/admin/upstreams/nobody/parts.csv").status_code == 404


def test_the_calls_of_a_run_and_what_was_done_to_it_are_files(
    desk: FlaskClient, house: House
) -> None:
    db.session.get_one(JobRun, house.dead).request_id = "request"
    db.session.add(reply("throttled", 429))
    audit(f"account:{house.di.id}", "retry", f"job:{house.dead}", None, None)
    db.session.commit()
    here = f"/admin/jobs/{house.dead}"
    leads(desk, here, f"{here}/calls.csv", f"/admin/audit.csv?about=job:{house.dead}")
    assert "429" in {one["status"] for one in rows(desk, f"{here}/calls.csv")}
    assert desk.get(f"/admin/jobs/{uuid.uuid4()}/calls.csv").status_code == 404


def test_what_differs_in_a_payload_is_a_file(desk: FlaskClient, house: House) -> None:
    audit(f"account:{house.di.id}", "settle", f"quarantine:{house.note_id}", None, None)
    db.session.commit()
    here = f"/admin/quarantine/{house.note_id}"
    leads(
        desk, here, f"{here}/differences.csv", f"/admin/audit.csv?about=quarantine:{house.note_id}"
    )
    assert {"path", "expected", "found"} <= set(rows(desk, f"{here}/differences.csv")[0])
    assert desk.get("/admin/quarantine/999/differences.csv").status_code == 404


def test_the_audit_of_one_thing_holds_nothing_of_another_that_begins_alike(
    desk: FlaskClient, house: House
) -> None:
    for number in range(60):
        audit("account:0", "try out", f"account:{house.ada.id}{number}", None, None)
    audit("account:0", "try out", f"account:{house.ada.id}", None, None)
    for number in range(60):
        audit("account:0", "try out", f"account:{house.ada.id}{number}", None, None)
    db.session.commit()
    about = f"account:{house.ada.id}"
    assert [one["subject"] for one in rows(desk, f"/admin/audit.csv?about={about}")] == [about]
    changes = desk.get(f"/admin/people/{house.ada.id}.json").json["changes"]
    assert [one["subject"] for one in changes] == [about]
    page = desk.get(f"/admin/audit?about={about}").text
    assert f'value="{about}"' in page
    assert f'href="/admin/audit.csv?about=account%3A{house.ada.id}"' in page


def test_work_over_time_has_a_row_for_each_step_of_the_span(
    desk: FlaskClient, house: House
) -> None:
    assert house
    db.session.add(JobSample(minute=utc_now(), due=1, running=0, waiting=0, oldest_age_s=9.5))
    db.session.commit()
    for span, steps in (("3h", 36), ("24h", 48), ("7d", 56), ("nonsense", 48)):
        found = rows(desk, f"/admin/work.csv?span={span}")
        assert len(found) == steps
        assert sum(int(one["done"]) for one in found) == 1
        assert sum(int(one["failed"]) for one in found) == 2
        assert [one["oldest_due_s"] for one in found if one["oldest_due_s"]] == ["9.5"]


def test_every_other_table_of_admins_has_its_file(desk: FlaskClient, house: House) -> None:
    assert house
    leads(desk, "/admin", "/admin/audit.csv")
    leads(desk, "/admin/jobs", "/admin/jobs.csv?state=dead", "/admin/work.csv?span=24h")
    leads(desk, "/admin/jobs?span=7d", "/admin/work.csv?span=7d")
    leads(desk, "/", "/status/rooms.csv")
