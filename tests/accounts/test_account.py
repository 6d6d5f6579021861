"""One's own account: preferences, sessions, ways in. Each page whole, as JSON and signed out."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.people import person, sign_in
from webapp.accounts.models import Account, AccountSession
from webapp.core.db import db

SAME = {"Sec-Fetch-Site": "same-origin"}
PAGES = ("/account", "/account/identities", "/account/sessions", "/account/data", "/account/merge")
GOOD = {"name": " Ada  of York ", "theme": "dark", "time_zone": "Europe/Paris", "language": "en"}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_its_owners_alone_and_has_a_twin(client: FlaskClient, path: str) -> None:
    assert client.get(path).headers["Location"].startswith("/sign-in?next=%2Faccount")
    assert client.get(f"{path}.json").status_code == 401
    sign_in(client, person("Ada"))
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "private, no-store")
    assert client.get(f"{path}.json").is_json


def test_an_admin_finds_the_protected_pages_from_their_own_without_script(
    client: FlaskClient,
) -> None:
    sign_in(client, person("Mo"))
    assert 'href="/admin"' not in client.get("/account").text
    sign_in(client, person("Di"))
    assert 'href="/admin"' in client.get("/account").text


def test_preferences_are_kept_and_told_to_the_corner(client: FlaskClient) -> None:
    sign_in(client, person("Ada"))
    answer = client.post("/account/preferences", data=GOOD, headers=SAME)
    assert answer.headers["Location"] == "/account?saved=1"
    page = client.get("/account?saved=1").text
    assert "Saved" in page
    assert '<option value="Europe/Paris" selected>Europe/Paris</option>' in page
    assert db.session.scalars(select(Account.name)).one() == "Ada of York"
    assert 'data-their-zone="Europe/Paris"' in client.get("/me/slot").text


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "a\u202eb", "a\x00b", "\u200b"])
def test_a_name_that_cannot_be_shown_is_not_taken(client: FlaskClient, name: str) -> None:
    sign_in(client, person("Ada"))
    answer = client.post("/account/preferences", data={**GOOD, "name": name}, headers=SAME)
    assert answer.status_code == 400
    assert "Choose a" in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert db.session.scalars(select(Account.name)).one() == "Ada"


@pytest.mark.parametrize(
    "wrong", [{"theme": "pink"}, {"time_zone": "../../etc/passwd"}, {"language": "xx"}]
)
def test_a_choice_nobody_offered_changes_nothing(
    client: FlaskClient, wrong: dict[str, str]
) -> None:
    sign_in(client, person("Ada"))
    answer = client.post("/account/preferences", data={**GOOD, **wrong}, headers=SAME)
    assert answer.status_code == 400
    assert db.session.scalars(select(Account.theme)).one() == "system"


def test_sessions_are_listed_in_plain_words_and_ended(client: FlaskClient) -> None:
    ada = person("Ada")
    sign_in(client, ada)
    other = client.application.test_client()
    sign_in(other, ada)
    lines = client.get("/account/sessions.json").get_json()["sessions"]
    assert [line["this_one"] for line in lines] == [True, False]
    assert "this one" in client.get("/account/sessions").text
    assert (
        client.post(f"/account/sessions/{lines[1]['handle']}/end", headers=SAME).status_code == 303
    )
    assert other.get("/account.json").status_code == 401
    assert client.get("/account.json").status_code == 200
    ending = client.post(f"/account/sessions/{lines[0]['handle']}/end", headers=SAME)
    assert ending.headers["Location"] == "/sign-in"
    assert client.get("/account.json").status_code == 401


def test_all_others_end_and_this_one_stays_then_all_end(client: FlaskClient) -> None:
    ada = person("Ada")
    others = [client.application.test_client() for _ in range(3)]
    for one in (*others, client):
        sign_in(one, ada)
    client.post("/account/sessions/others/end", headers=SAME)
    assert [one.get("/account.json").status_code for one in others] == [401, 401, 401]
    assert client.get("/account.json").status_code == 200
    client.post("/account/sessions/all/end", headers=SAME)
    assert db.session.scalar(select(func.count()).select_from(AccountSession)) == 0
