"""Every protected page: whole, in part, as JSON; for Di, and for nobody else."""

from __future__ import annotations

import bz2
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from tests.admin.conftest import House, keep_note, keep_orphan, keep_versions
from tests.deadlock.kept import PART
from tests.games import needs
from tests.jobs.asked import ask
from tests.people import person, sign_in
from webapp.accounts.models import Identity, Password
from webapp.accounts.store.askers import add_asker
from webapp.admin.pages.charts import work_charts
from webapp.config import SETTINGS
from webapp.core.db import db
from webapp.core.rate_limit import Breaker, Bucket, Limiter, Window
from webapp.core.settings import EXTENSION, current_settings
from webapp.core.valkey import shared_valkey
from webapp.jobs import perform

PAGES = {
    "/admin": ("needs", 20),
    "/admin/jobs": ("runs", 11),
    "/admin/upstreams": ("upstreams", 4),
    "/admin/quarantine": ("notes", 4),
    "/admin/datasets": ("sets", 4),
    "/admin/people": ("people", 5),
    "/admin/storage": ("stored", 8),
    "/admin/settings": ("settings", 2),
    "/admin/audit": ("changes", 5),
    "/admin/jobs/{dead}": ("run", 14),
    "/admin/upstreams/deadlock": ("upstream", 5),
    "/admin/quarantine/{note_id}": ("note", 6),
    "/admin/people/{ada}": ("person", 10),
}
"""Each page, its part, and the most queries it asks."""


def filled(path: str, house: House) -> str:
    return path.format(dead=house.dead, note_id=house.note_id, ada=house.ada.id)


@contextmanager
def counting() -> Iterator[list[str]]:
    """Gather the statements asked meanwhile."""
    asked: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield asked
    event.remove(db.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_comes_whole_in_part_and_as_json(desk: FlaskClient, house: House, path: str) -> None:
    keep_versions()
    keep_orphan()
    at, (part, _most) = filled(path, house), PAGES[path]
    whole = desk.get(at)
    assert whole.status_code == 200
    assert whole.headers["Cache-Control"] == "private, no-store"
    assert '<nav class="tabs" aria-label="Admin">' in whole.text
    assert whole.text.count('aria-current="page"') + whole.text.count('aria-current="true"') >= 1
    assert f'<div id="{part}"' in whole.text
    alone = desk.get(at, headers=PART).text
    assert alone.lstrip().startswith(f'<div id="{part}"')
    assert "<html" not in alone
    twin = desk.get(f"{at}.json")
    assert twin.mimetype == "application/json"
    assert twin.json
    assert "<script>alert" not in whole.text


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_no_more_than_so_often(desk: FlaskClient, house: House, path: str) -> None:
    keep_versions()
    for number in range(12):
        ask(f"more-{number}", kind=f"test.more{number}")
    at, (_part, most) = filled(path, house), PAGES[path]
    with counting() as asked:
        desk.get(f"{at}.json")
    assert len(asked) <= most, asked


@pytest.mark.parametrize("name", ["", "Ada", "Bo", "Mo"])
def test_for_whoever_is_no_admin_there_is_nothing(app: Flask, house: House, name: str) -> None:
    client = app.test_client()
    if name:
        sign_in(client, house.ada if name == "Ada" else person(name))
    for path in (*PAGES, "/admin/quarantine/{note_id}/raw"):
        for at in (filled(path, house), filled(path, house) + ".json"):
            answer = client.get(at)
            assert answer.status_code == 404, at
            assert "Admin" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/admin/jobs?before=yesterday",
        "/admin/jobs?before=2026-01-01T00:00:00~x",
        "/admin/quarantine?before=-1",
        "/admin/people?before=99999999999999999999",
        "/admin/audit?since=yesterday",
        "/admin/audit?until=9999-12-31",
        "/admin/audit?before=x",
    ],
)
def test_an_address_that_cannot_be_read_is_refused(desk: FlaskClient, path: str) -> None:
    assert desk.get(path).status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/admin/jobs/00000000-0000-0000-0000-000000000000",
        "/admin/upstreams/nobody",
        "/admin/quarantine/99999999999999999999",
        "/admin/quarantine/99999999/raw",
        "/admin/people/99999999999999999999",
    ],
)
def test_what_is_not_there_is_not_there(desk: FlaskClient, path: str) -> None:
    assert desk.get(path).status_code == 404


def test_odd_words_find_nothing_and_break_nothing(desk: FlaskClient, house: House) -> None:
    assert house
    for words in ("%", "_", "\\", "a\0b", "' OR 1=1", "\ud800".encode("utf-8", "replace").decode()):
        for path in ("/admin/jobs", "/admin/people"):
            answer = desk.get(path, query_string={"q": words})
            assert answer.status_code == 200
    found = desk.get("/admin/people.json", query_string={"q": "%"}).json
    assert found["people"] == []


def test_people_are_found_by_name_number_identity_and_role(desk: FlaskClient, house: House) -> None:
    def found(**asked: str) -> list[str]:
        page = desk.get("/admin/people.json", query_string=asked).json
        return [one["name"] for one in page["people"]]

    bo, subject = person("Bo"), "76561198000000002"
    known = Identity(account_id=bo.id, provider="steam", subject=subject, name="Lind_qvist")
    db.session.add(known)
    db.session.commit()
    assert set(found()) == {"Ada", "Bo", "Di"}
    assert found(q="bO") == ["Bo"]
    assert found(q=str(house.ada.id)) == ["Ada"]
    assert found(q="lind_Q") == found(q=subject) == found(role="organiser") == ["Bo"]
    assert found(q=subject[:-1]) == found(q="lind%q") == found(q="bo", role="admin") == []
    page = desk.get("/admin/people", query_string={"q": "qvist"}).text
    assert f'<a class="go" href="/admin/people/{bo.id}">Bo</a>' in page
    assert f"/admin/people/{house.ada.id}" not in page


def test_an_upstream_tells_its_windows_its_freeze_and_its_open_breaker(
    desk: FlaskClient, house: House
) -> None:
    assert house
    limiter, windows = Limiter(shared_valkey()), (Window(5, 60), Window(100, 7200))
    for _ in range(3):
        assert limiter.take([Bucket("deadlock:metadata", windows)]) == 0
    limiter.take([Bucket("riot-eu:app", (Window(9, 10),))])
    limiter.freeze(Bucket("deadlock:*", ()), 110)
    for _ in range(5):
        Breaker("deadlock", shared_valkey()).failed()
    Breaker("riot-eu", shared_valkey()).failed()
    told = desk.get("/admin/upstreams/deadlock.json").json
    lines = [
        (one["budget"], one["span_said"], one["left"], one["calls"]) for one in told["windows"]
    ]
    assert lines == [("deadlock:metadata", "1 min", 2, 5), ("deadlock:metadata", "2 h", 97, 100)]
    assert [one["percent"] for one in told["windows"]] == [40, 97]
    assert [one["learned"] for one in told["windows"]] == [False, False]
    assert told["upstream"]["tightest"] == told["windows"][0]
    page = desk.get("/admin/upstreams/deadlock").text
    assert "2 / 5" in page
    assert "97 / 100" in page
    assert re.search(r"deadlock:\*</b><span[^>]*>frozen</span>.*?wait; 2 min left", page)
    opened = (
        r"Breaker of deadlock</b><span class=\"bad\">open</span>.*?5 failures in a row; left alone"
    )
    assert re.search(opened + r" for (?:2\d|30) s<", page)
    assert "riot" not in page
    assert re.search(r"left alone for \d+ s after failures", desk.get("/admin/upstreams").text)


def test_runs_are_found_by_state_kind_age_and_words(desk: FlaskClient, house: House) -> None:
    def ids(**asked: str) -> set[str]:
        return {one["id"] for one in desk.get("/admin/jobs.json", query_string=asked).json["runs"]}

    assert ids() == {str(one) for one in (house.done, house.dead, house.failed, house.queued)}
    assert ids(state="dead") == {str(house.dead)}
    assert ids(kind="test.other") == {str(house.queued)}
    assert ids(q=str(house.done)) == {str(house.done)}
    assert ids(q="deadlock.match:7") == {str(house.failed)}
    assert ids(age="3600") == set()
    assert len(ids(age="-3600")) == 4


def test_a_long_list_is_gone_through_page_by_page_without_gap_or_double(
    desk: FlaskClient,
) -> None:
    made = {str(ask(f"key-{number}")) for number in range(120)}
    seen: list[str] = []
    url = "/admin/jobs"
    while url:
        page = desk.get(url, headers={"Accept": "application/json"}).json
        seen += [one["id"] for one in page["runs"]]
        url = page["next_url"]
    assert len(seen) == 120
    assert set(seen) == made


def test_a_run_tells_who_asked_for_it(desk: FlaskClient, house: House) -> None:
    for who in (house.di, house.ada):
        add_asker(house.failed, who.id)
        db.session.commit()
    told = desk.get(f"/admin/jobs/{house.failed}").text
    links = [f'<a href="/admin/people/{one.id}">{one.name}</a>' for one in (house.di, house.ada)]
    assert f"by {', '.join(links)}" in told
    assert desk.get(f"/admin/jobs/{house.dead}.json").json["asked_by"] == []


def test_a_run_tells_its_error_arguments_and_bodies(desk: FlaskClient, house: House) -> None:
    told = desk.get(f"/admin/jobs/{house.dead}").text
    assert "IndexError &lt;b&gt;" in told
    assert "&#34;match_id&#34;: 7" in told
    failed = desk.get(f"/admin/jobs/{house.failed}").text
    assert f"/admin/quarantine/{house.note_id}/raw" in failed


def test_a_body_is_told_apart_from_what_was_expected(desk: FlaskClient, house: House) -> None:
    page = desk.get(f"/admin/quarantine/{house.note_id}").text
    assert "$.match_info.duration_s" in page
    assert "a whole number" in page
    assert "&lt;script&gt;alert(1)" in page
    raw = desk.get(f"/admin/quarantine/{house.note_id}/raw")
    assert raw.headers["Content-Disposition"].startswith("attachment")
    assert raw.mimetype == "application/octet-stream"
    assert raw.data.startswith(b'{"match_info"')


@needs("deadlock")
def test_a_body_that_is_packed_is_told_apart_all_the_same(desk: FlaskClient) -> None:
    seven = b"\x12\x04\x12\x02\x08\x07"  # an outer message, a body, its match, lasting 7
    note = keep_note(body=bz2.compress(seven))
    compared = desk.get(f"/admin/quarantine/{note.id}.json").json["compared"]
    assert (compared["is_json"], compared["form"], compared["known"]) == (True, "Body", 2)


def test_no_secret_is_ever_shown(desk: FlaskClient) -> None:
    told = desk.get("/admin/settings").text + desk.get("/admin/settings.json").text
    now = current_settings()
    hidden = (now.secret_key, now.steam_api_key, now.riot_api_key)
    assert [one for one in hidden if one in told] == []
    assert all(one.variable in told for one in SETTINGS)
    assert re.search(r"SECRET_KEY</th><td[^>]*><span class=\"ok\">set", told)


def test_how_somebody_comes_in_is_said_without_their_address(
    desk: FlaskClient, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = f"/admin/people/{house.ada.id}"
    assert "they come in by one-time links alone" in desk.get(here).text
    db.session.add(Password(account_id=house.ada.id, address="a@example.org", hash="x"))
    db.session.commit()
    assert "switched off here" in desk.get(here).text
    extensions = desk.application.extensions
    on = replace(extensions[EXTENSION], password_sign_in=True)
    monkeypatch.setitem(extensions, EXTENSION, on)
    told = desk.get(here).text
    assert "They can sign in by e-mail and password." in told
    assert "one-time links alone" not in told
    assert "a@example.org" not in told


def test_what_needs_attention_is_said_with_the_way_to_it(desk: FlaskClient, house: House) -> None:
    assert house
    found = {one["title"]: one["url"] for one in desk.get("/admin.json").json["needs"]}
    assert found["1 dead run"] == "/admin/jobs?state=dead"
    assert found["The scheduler gives no sign of life"] == "/status"
    assert found["Work is waiting long"] == "/admin/jobs?state=queued"
    assert found["1 body in quarantine"] == "/admin/quarantine?kind=deadlock.match"


def test_changes_are_found_by_who_what_and_when(desk: FlaskClient, house: House) -> None:
    def found(**asked: str) -> list[str]:
        page = desk.get("/admin/audit.json", query_string=asked).json
        return [one["action"] for one in page["lines"]]

    assert found() == ["try out"]
    assert found(actor=str(house.di.id)) == ["try out"]
    assert found(actor="999") == []
    assert found(action="try out", subject="hou") == ["try out"]
    assert found(subject="elsewhere") == []
    assert found(until="2020-01-01") == []
    assert found(since="2020-01-01") == ["try out"]


def test_runs_that_have_just_ended_are_drawn_in_the_step_that_goes_on(app: Flask) -> None:
    with app.app_context():
        run_id = ask("just", kind="test.match")
        perform(run_id, {"test.match": lambda _run: None})
        drawn = str(work_charts("24h").throughput)
    assert "1 done and 0 failed" in drawn
    assert "the last 30 minutes are still going on" in drawn
    assert "'1 run'" in drawn
    assert "1 runs" not in drawn
