"""Every protected table is also a file: all its rows, filtered like its page, harmless to open."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient

from tests.admin.conftest import House, keep_note, keep_versions
from tests.people import Person
from webapp.admin.pages.sheets import SHEETS
from webapp.core.audit import audit
from webapp.core.db import db, utc_now
from webapp.core.models import StoredFolder


def rows(desk: FlaskClient, path: str) -> list[dict[str, str]]:
    """Read a file as a spreadsheet would."""
    answer = desk.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "text/csv"
    assert answer.headers["Cache-Control"] == "private, no-store"
    return list(csv.DictReader(io.StringIO(answer.text)))


@pytest.mark.parametrize("name", SHEETS)
def test_each_table_is_a_file_its_page_leads_to(desk: FlaskClient, house: House, name: str) -> None:
    assert house
    keep_versions()
    db.session.add(StoredFolder(folder="cards", objects=1, bytes=9, counted_at=utc_now()))
    db.session.commit()
    assert f'href="/admin/{name}.csv' in desk.get(f"/admin/{name}").text
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


def test_filters_that_cannot_be_read_are_refused(desk: FlaskClient) -> None:
    assert desk.get("/admin/audit.csv?since=yesterday").status_code == 400
    assert desk.get("/admin/nothing.csv").status_code == 404
