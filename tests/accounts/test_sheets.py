"""Each table of one's own pages is also a file: whole, harmless to open, without a secret."""

from __future__ import annotations

import csv
import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.access.things import channel, followed, identity, job, kept, notice, session, token
from tests.accounts.telling import SAME
from tests.people import Person, person, sign_in
from tests.tables import without_csv
from webapp.accounts.models import AccountSession, Channel, Delivery, Follow, Identity, Notice
from webapp.accounts.pages.sheets import ACCOUNT, THINGS
from webapp.core.db import db

EMPTY = {"identities", "notifications", "tokens", "webhooks"}
PATHS = (*(f"/account/{name}" for name in ACCOUNT), *(f"/me/{name}" for name in THINGS))


@pytest.fixture
def ada(app: Flask) -> Person:
    del app
    return person("Ada")


@pytest.fixture
def ada_s(client: FlaskClient, ada: Person) -> FlaskClient:
    sign_in(client, ada)
    return client


@pytest.fixture
def hook(ada: Person) -> int:
    """Give a webhook of Ada's, with one of everything else beside it."""
    for make in (followed, identity, job, notice, session, token):
        make(ada)
    return int(channel(ada))


def send_messages(hook: int, count: int, answer: str = "") -> None:
    """Keep messages that were sent to a webhook."""
    for number in range(count):
        said = {"message_id": f"msg_{number}", "event": "job.failed", "body": "a body"}
        db.session.add(Delivery(channel_id=hook, state="done", answer=answer, **said))
    db.session.commit()


def rows(client: FlaskClient, path: str) -> list[dict[str, str]]:
    """Read a file as a spreadsheet would."""
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "attachment" in answer.headers["Content-Disposition"]
    return list(csv.DictReader(io.StringIO(answer.text)))


def page_of(path: str) -> str:
    """Name the page a file stands on."""
    return "/me/things" if path.startswith("/me/") else path


@pytest.mark.parametrize("path", PATHS)
def test_each_table_is_a_file_its_page_leads_to(ada_s: FlaskClient, hook: int, path: str) -> None:
    assert hook
    page = ada_s.get(page_of(path)).text
    assert f'href="{path}.csv" download' in page
    assert list(without_csv(page, 1)) == []
    assert len(rows(ada_s, f"{path}.csv")) >= 1


def test_a_table_without_rows_is_no_link_and_names_its_columns(ada_s: FlaskClient) -> None:
    for path in PATHS:
        assert len(rows(ada_s, f"{path}.csv")) == (path == "/account/sessions")
        assert "," in ada_s.get(f"{path}.csv").text
    for name in EMPTY:
        assert ".csv" not in ada_s.get(f"/account/{name}").text
    assert ".csv" not in ada_s.get("/me/things").text


def test_the_messages_of_a_webhook_are_all_in_its_file(ada_s: FlaskClient, hook: int) -> None:
    assert ".csv" not in ada_s.get(f"/account/webhooks/{hook}").text
    assert rows(ada_s, f"/account/webhooks/{hook}.csv") == []
    send_messages(hook, 40)
    page = ada_s.get(f"/account/webhooks/{hook}").text
    assert f'href="/account/webhooks/{hook}.csv" download' in page
    assert list(without_csv(page, 1)) == []
    found = rows(ada_s, f"/account/webhooks/{hook}.csv")
    assert [one["message_id"] for one in found] == [f"msg_{n}" for n in range(39, -1, -1)]


def test_a_channel_that_is_no_webhook_has_no_file_of_messages(
    ada_s: FlaskClient, ada: Person, hook: int
) -> None:
    assert hook
    mail = kept(Channel(account_id=ada.id, kind="email", sealed_address=b"x", shown="a…@x"))
    assert ada_s.get(f"/account/webhooks/{mail.id}.csv").status_code == 404


def test_a_file_goes_on_where_a_page_ends(ada_s: FlaskClient, ada: Person) -> None:
    for number in range(60):
        said = {"event": "match.ready", "title": f"Told {number}", "url": "/"}
        db.session.add(Notice(account_id=ada.id, subject=f"s{number}", **said))
        what = {"game": "deadlock", "kind": "player" if number % 2 else "match"}
        url = f"/deadlock/players/{number}"
        db.session.add(
            Follow(account_id=ada.id, key=str(number), title=f"T{number}", url=url, **what)
        )
    db.session.commit()
    told = [one["title"] for one in rows(ada_s, "/account/notifications.csv")]
    assert told == [f"Told {number}" for number in range(59, -1, -1)]
    things = rows(ada_s, "/me/things.csv")
    assert [one["kind"] for one in things] == ["player"] * 30 + ["match"] * 30
    assert {one["room"] for one in things} == {"Deadlock"}


def test_a_file_runs_nothing(ada_s: FlaskClient, ada: Person, hook: int) -> None:
    send_messages(hook, 1, answer="=HYPERLINK(1)")
    kept(Identity(account_id=ada.id, provider="discord", subject="5", name="@SUM(A1)"))
    said = {"subject": "one", "url": "/", "said": "-1+1"}
    kept(Notice(account_id=ada.id, event="match.ready", title="+1+1", **said))
    assert rows(ada_s, f"/account/webhooks/{hook}.csv")[0]["answer"] == "'=HYPERLINK(1)"
    assert "'@SUM(A1)" in {one["name"] for one in rows(ada_s, "/account/identities.csv")}
    last = rows(ada_s, "/account/notifications.csv")[0]
    assert (last["title"], last["said"]) == ("'+1+1", "'-1+1")


def test_a_file_holds_no_secret(ada_s: FlaskClient, ada: Person, hook: int) -> None:
    send_messages(hook, 1)
    made = ada_s.post("/account/tokens", data={"name": "mine", "scope": "jobs"}, headers=SAME)
    found = re.search(r'id="made" value="([^"]+)"', made.text)
    assert found
    sessions = db.session.query(AccountSession.id).filter_by(account_id=ada.id)
    keys = [key for (key,) in sessions]
    assert len(keys) == 2
    for path in (*PATHS, f"/account/webhooks/{hook}"):
        text = ada_s.get(f"{path}.csv").text
        assert not [one for one in (found[1], "whsec_", "a body", *keys) if one in text]
    tokens = rows(ada_s, "/account/tokens.csv")
    assert tokens[0]["ends_in"] == found[1][-4:]
    assert tokens[0]["may"] == "read, jobs"


def test_one_session_is_this_one_and_webhooks_name_their_events(
    ada_s: FlaskClient, hook: int
) -> None:
    assert hook
    found = rows(ada_s, "/account/sessions.csv")
    assert [one["this_one"] for one in found] == ["True", "False"]
    assert rows(ada_s, "/account/webhooks.csv")[0]["told_of"] == "job.failed"


def test_who_is_signed_out_signs_in_first(client: FlaskClient, app: Flask) -> None:
    del app
    for path in (*PATHS, "/account/webhooks/1"):
        answer = client.get(f"{path}.csv")
        assert answer.status_code == 303
        assert answer.headers["Location"].startswith("/sign-in?next=")
        assert answer.headers["Cache-Control"] == "private, no-store"
