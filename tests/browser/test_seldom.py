"""Pages of an account somebody sees once in a long while: as open to everyone as the others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect
from sqlalchemy import update

from tests.access.things import SOON, kept, mail_proof, mailed_link, sign_in_link, token
from tests.browser.openness import HEIGHT, WIDE, see_that_it_is_open, see_that_they_are_open
from tests.people import Person, person, sign_in
from webapp.accounts.models import AccountSession, Identity, Password
from webapp.accounts.offers import KEY
from webapp.accounts.store.claims import begin_claim, change_claim
from webapp.core.db import db, utc_now
from webapp.core.settings import EXTENSION

pytestmark = pytest.mark.browser


def test_what_is_seldom_seen_of_an_account_is_open_to_everyone(
    app: Flask, browser: Browser, house: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = replace(app.extensions[EXTENSION], password_sign_in=True)
    monkeypatch.setitem(app.extensions, EXTENSION, here)
    ada = person("Ada")
    cookie = {"name": "guildhall", "value": sign_in(app.test_client(), ada), "url": house}
    see_that_they_are_open(browser, [house + path for path in furnished(ada)], [cookie])


SECRETS: tuple[tuple[str, dict[str, str], str, str], ...] = (
    ("/account/tokens", {"Name": "mine"}, "Make the token", "mine: copy it now"),
    ("/account/webhooks", {"Address": "https://hooks.example.com/in"}, "Add it", "copy it now"),
    ("/admin/people/1", {}, "Make a sign-in link", "A sign-in link, shown this once"),
)
"""Where a secret is made: what is filled in, what is pressed, and what is said above it."""


def test_the_answer_that_shows_a_secret_is_open_to_everyone(
    app: Flask, browser: Browser, house: str
) -> None:
    secret = sign_in(app.test_client(), person("Di"))
    context = browser.new_context(reduced_motion="reduce")
    context.add_cookies([{"name": "guildhall", "value": secret, "url": house}])
    page = context.new_page()
    for path, typed, button, said in SECRETS:
        page.set_viewport_size({"width": WIDE, "height": HEIGHT})
        page.emulate_media(color_scheme="light")
        page.goto(house + path)
        for label, text in typed.items():
            page.get_by_label(label, exact=True).fill(text)
        page.get_by_role("button", name=button).click()
        expect(page.get_by_text(said)).to_be_visible()
        see_that_it_is_open(page, said)
    context.close()


def furnished(ada: Person) -> list[str]:
    """Make tokens, links, a claim, an offer to join accounts; gives where they are seen."""
    token(ada)
    db.session.add(Password(account_id=ada.id, address="ada@example.org", hash="x"))
    claim = begin_claim(ada.id, "riot", "Ada#EUW")
    change_claim(claim, name="Ada#EUW", sign=7, ends_at=utc_now() + SOON)
    offer_to_join(person("Mo"))
    account = ("tokens", "password", "identities/claims/riot", "merge", "data/deleted")
    return [
        *(f"/account/{page}" for page in account),
        f"/account/notifications/email/{mail_proof(ada)}",
        f"/sign-in/link/{sign_in_link(ada)}",
        "/sign-in/password",
        "/sign-in/password/sent",
        f"/sign-in/password/new/{mailed_link(ada)}",
    ]


def offer_to_join(other: Person) -> None:
    """Let every session have proved another account as well."""
    identity = kept(Identity(account_id=other.id, provider="google", subject="3", name="Mo"))
    offer = [other.id, identity.id, "google", utc_now().isoformat()]
    db.session.execute(update(AccountSession).values(data={KEY: offer}))
    db.session.commit()
