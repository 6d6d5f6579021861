"""Addresses, queries, headers and methods nobody should send, each with its expected answer."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.archive import OURS
from tests.deadlock.kept import PART, keep
from tests.hostile.sound import sound
from webapp.core.db import db
from webapp.jobs.models import JobRun

KEPT = 5401
AT = f"/deadlock/matches/{KEPT}"
ADA = "/deadlock/players/900000001"
LONG = "9" * 10_000
PAGES = (
    "/",
    "/deadlock",
    "/open?q=1",
    "/styleguide",
    "/me/slot",
    "/healthz",
    "/nope",
    "/deadlock/matches/7777",
    *(AT + tail for tail in ("", "/map", "/data", ".json", "/raw", "/paths", "/map?t=5")),
    ADA,
)

IDS = [
    "0", "00", "-1", "+1", "1.0", "1e9", "1_000", "0x1F", "9223372036854775808", "9" * 400, "٣٥٠٧",
    "３５０", "²", "%00", "5401%00", "5401%0a", "5401 ", "' OR 1=1--", "1;DROP TABLE job_run",
    "..", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..%5c..%5cwin.ini", "%ff%fe", "%u0031", "{{7*7}}",
    "<script>", "null", "NaN", "%F0%9F%92%A9", "5401.html", "5401/../../readyz",
]  # fmt: skip


@pytest.fixture(autouse=True)
def kept_match(app: object) -> None:
    assert app
    keep(KEPT, "short")


def nothing_was_asked_for() -> bool:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(JobRun)) == 0


@pytest.mark.parametrize(("kind", "doing"), [("matches", "analysis"), ("players", "history")])
def test_no_id_but_a_number_is_there(client: FlaskClient, kind: str, doing: str) -> None:
    for number in IDS:
        path = f"/deadlock/{kind}/{number}"
        assert sound(client.get(path)).status_code in {404, 308}, number
        answer = sound(client.post(f"{path}/{doing}", headers=OURS))
        assert answer.status_code in {404, 405, 308}, number
    assert nothing_was_asked_for()


QUERIES = [
    f"{AT}?t=-1", f"{AT}?t={LONG}", f"{AT}?t=1e999", f"{AT}?t=NaN", f"{AT}?t=%00", f"{AT}?t=٣",
    f"{AT}?t=²", f"{AT}?t=1&t=2&t=3", f"{AT}?t[]=1", f"{AT}?from=5&to=5", f"{AT}?from=9&to=1",
    f"{AT}?from={LONG}&to={LONG}", f"{AT}?from=0&to=86400", f"{AT}?sort=__class__",
    f"{AT}?sort='%20OR%201", f"{AT}?sort={LONG}", f"{AT}?sort=%ff", f"{AT}?sort=values",
    f"{AT}/map?follow=-1", f"{AT}/map?follow=99", f"{AT}/map?follow=²", f"{AT}/map?heat=<svg>",
    f"{AT}/map?heat=all&from=0&to=86400", f"{AT}/map?trail=99999", f"{AT}/map?trail=0&t=99999",
    f"{AT}/map?heat=a&from=1&to=2", f"{AT}/map?heat=99", f"{AT}/data?t=99999999", f"{AT}?{LONG}",
    f"{AT}.json?t=%ff%fe", f"{ADA}?page=-1", f"{ADA}?page={LONG}", f"{ADA}?page=1e5",
    f"{ADA}?page=٣", f"{ADA}?hero=%00", f"{ADA}?hero={LONG}", f"{ADA}?hero=1&hero=2",
    f"{ADA}?result=maybe", f"{ADA}?result=won'--", f"/?q={LONG}", "/?q=%00%01%02", "/?q=%ff%fe",
    f"/open?q={LONG}", "/open?q=javascript:alert(1)", "/open?q=//evil.example/x",
    "/open?q=%00", "/open?q=%F0%9F%92%A9", "/deadlock?x=%ff", "/styleguide?t=²",
    "/open?q=https://statlocker.gg@evil.example/match/1", "/open.json?q=%ed%a0%80",
]  # fmt: skip


def test_a_query_without_sense_gets_the_page(client: FlaskClient) -> None:
    for address in QUERIES:
        answer = sound(client.get(address))
        assert answer.status_code == 200, address
        assert b"<svg>" not in answer.data, address
    assert nothing_was_asked_for()


def test_the_find_form_leads_only_to_the_box(client: FlaskClient) -> None:
    for text in ("²", "-1", "%00", "//evil.example", LONG):
        answer = sound(client.get(f"/deadlock/matches?id={text}"))
        assert answer.status_code == 303, text
        assert answer.headers["Location"].startswith("/open?q="), text


PATHS = [
    "/static/000000000000/../../webapp/app.py", "/static/000000000000/%2e%2e/%2e%2e/wsgi.py",
    "/static/000000000000//etc/passwd", "/static/000000000000/css/%00", "/static/x/css/look.css",
    "/deadlock/art/..%2f..%2fsecret", "/deadlock/art/%00.png", "/deadlock/art/x.svg",
    f"/deadlock/uploads/{'0' * 64}", f"/deadlock/uploads/{'../' * 21}x", "/deadlock/uploads/%00",
    f"{AT}/tables/__init__.csv", f"{AT}/tables/..%2f..%2fx.csv", f"{AT}/tables/%00.csv",
    "/jobs/0", "/jobs/00000000-0000-0000-0000-000000000000", "/jobs/%00", "/jobs/' OR 1=1",
    "/.env", "/.git/config", "/admin", "/wp-login.php", "/%2e%2e/%2e%2e/etc/passwd", "/%00",
    "/deadlock//matches//5401//", "/DEADLOCK", f"/{'a' * 8000}", "/metrics/../readyz",
]  # fmt: skip


def test_nothing_is_at_an_address_made_up(client: FlaskClient) -> None:
    for path in PATHS:
        answer = sound(client.get(path))
        assert answer.status_code in {404, 308}, path
        assert b"import" not in answer.data, path


HEADERS: list[tuple[dict[str, str], int]] = [
    ({"If-None-Match": "*"}, 304),
    ({"If-None-Match": '"' + "a" * 9000}, 200),
    ({"If-None-Match": 'W/"'}, 200),
    ({"If-None-Match": '",",","'}, 200),
    ({"If-Modified-Since": "Thu, 99 Foo 0000"}, 200),
    ({"Range": "bytes=0-10"}, 200),
    ({"Range": "bytes=-1"}, 200),
    ({"Range": "bytes=" + "0-1," * 2000}, 200),
    ({"Accept": "*/*;q=abc"}, 200),
    ({"Accept": ",;=,;;"}, 200),
    ({"Accept": "application/" + "x" * 9000}, 200),
    ({"Accept-Encoding": "zstd;q=NaN, gzip;q=-1, *;q=9"}, 200),
    ({"Accept-Language": "\xff\xfe"}, 200),
    ({"X-Request-ID": "a b\tc"}, 200),
    ({"X-Request-ID": "x" * 5000}, 200),
    ({"X-Request-ID": "<script>alert(1)</script>"}, 200),
    ({"X-Forwarded-For": "evil", "X-Forwarded-Host": "evil.example"}, 200),
    ({"X-Forwarded-Proto": "https", "X-Forwarded-Prefix": "/evil"}, 200),
    ({"Forwarded": "host=evil.example"}, 200),
    ({"X-HTTP-Method-Override": "DELETE"}, 200),
    ({"X-Original-URL": "/metrics"}, 200),
    ({"Cookie": "guildhall=" + "a" * 8000}, 200),
    ({"Cookie": "guildhall=eyJh.not.signed; =; ;;"}, 200),
    ({"Authorization": "Bearer \xff"}, 200),
    ({"Content-Length": "-1"}, 200),
    ({"Content-Type": "multipart/form-data"}, 200),
    ({"HX-Request": "true", "HX-Request-Type": "partial", "HX-Target": "<b>"}, 200),
    ({"HX-Request": "yes", "HX-Request-Type": "\xff"}, 200),
    ({"HX-Current-URL": "https://evil.example/" + "%ff" * 99}, 200),
]


def test_a_header_without_sense_changes_nothing(client: FlaskClient) -> None:
    for headers, status in HEADERS:
        answer = sound(client.get(AT, headers=headers))
        assert answer.status_code == status, headers
        assert b"evil.example" not in answer.data, headers
        assert "Set-Cookie" not in answer.headers, headers
        assert answer.headers["X-Request-ID"] not in headers.values(), headers


def test_another_host_is_refused(client: FlaskClient) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", "a@127.0.0.1", "[::", "localhost:x"):
        answer = sound(client.get(AT, headers={"Host": host}))
        assert answer.status_code == 400, host
        assert b'="//evil' not in answer.data
        assert b"http://evil" not in answer.data


def test_any_page_may_be_asked_for_by_htmx(client: FlaskClient) -> None:
    for path in PAGES:
        whole, part = sound(client.get(path)), sound(client.get(path, headers=PART))
        assert whole.status_code == part.status_code, path
        assert sound(client.head(path)).data == b"", path


def test_a_method_nobody_offers_is_refused(client: FlaskClient) -> None:
    for method in ("PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "BREW", "POST"):
        for path in ("/", AT, ADA, "/healthz"):
            answer = sound(client.open(path, method=method, headers=OURS))
            assert answer.status_code == 405, (method, path)
            assert "GET" in answer.headers["Allow"]


CROSS: list[dict[str, str]] = [
    {},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "SAME-ORIGIN"},
    {"Sec-Fetch-Site": ""},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": "http://[::"},
    {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
    {"Referer": "http://localhost/"},
]


ASKING = (
    "/deadlock/matches/7000/analysis",
    f"{ADA}/history",
    f"{ADA}/analyses",
    "/open",
    "/jobs/00000000-0000-0000-0000-000000000000/retry",
)


def test_another_sites_form_changes_nothing(client: FlaskClient) -> None:
    for headers in CROSS:
        for path in ASKING:
            assert sound(client.post(path, headers=headers)).status_code == 403, (path, headers)
    assert nothing_was_asked_for()
