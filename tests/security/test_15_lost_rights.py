"""Line 15: who lost a role, an account or a session is refused from the next request on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Blueprint, Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import delete

from tests.people import Person, person, sign_in
from webapp.accounts.actions import people, sessions, users
from webapp.accounts.current import needs_account, needs_role
from webapp.accounts.domain.roles import ROLES, Role
from webapp.accounts.models import Account
from webapp.app import create_app
from webapp.config import Settings
from webapp.core.db import db

bp = Blueprint("doors", __name__, url_prefix="/doors")


def door(role: Role) -> None:
    def opened() -> str:
        return "in"

    bp.add_url_rule(f"/{role}", role, needs_role(role)(opened))


for one in ROLES:
    door(one)


@bp.get("/account")
@needs_account
def account() -> str:
    return "in"


@pytest.fixture(scope="module")
def made_doors(settings: Settings) -> Iterator[Flask]:
    made = create_app(settings)
    made.register_blueprint(bp)
    yield made
    with made.app_context():
        db.engine.dispose()


class Rights(RuleBasedStateMachine):
    """Bo is given and loses roles, is shut out and let in, signs in and out on two browsers."""

    app: Flask

    def __init__(self) -> None:
        super().__init__()
        db.session.execute(delete(Account))
        db.session.commit()
        self.di, self.bo = person("Di"), person("Bo")
        self.role, self.disabled = "organiser", False
        self.browsers = (self.app.test_client(), self.app.test_client())
        self.signed_in = [False, False]

    @rule(role=st.sampled_from(ROLES))
    def change_role(self, role: Role) -> None:
        """Give Bo a role, higher or lower."""
        users.give_role(self.bo.id, role, actor=f"account:{self.di.id}")
        self.role = role

    @rule()
    def shut_out(self) -> None:
        """Disable the account, which ends its sessions."""
        if not self.disabled:
            people.disable(self.bo.id, "a test", actor=f"account:{self.di.id}")
            self.disabled, self.signed_in = True, [False, False]

    @rule()
    def let_in_again(self) -> None:
        """Open the account; old sessions stay ended."""
        if self.disabled:
            people.enable(self.bo.id, actor=f"account:{self.di.id}")
            self.disabled = False

    @rule(number=st.integers(0, 1))
    def come_in(self, number: int) -> None:
        """Sign in with one browser; a closed account's session opens nothing."""
        if not self.disabled:
            sign_in(self.browsers[number], self.bo)
            self.signed_in[number] = True

    @rule(number=st.integers(0, 1))
    def end_others(self, number: int) -> None:
        """End every session of Bo's but one."""
        if self.signed_in[number]:
            answer = self.browsers[number].post(
                "/account/sessions/others/end", headers={"Sec-Fetch-Site": "same-origin"}
            )
            assert answer.status_code == 303
            self.signed_in[1 - number] = False

    @rule()
    def end_all(self) -> None:
        """End every session of Bo's."""
        sessions.end_all(self.bo.id)
        self.signed_in = [False, False]

    @invariant()
    def nobody_gets_further_than_they_may(self) -> None:
        """Try every door with both browsers."""
        for number, browser in enumerate(self.browsers):
            self._try_doors(browser, signed_in=self.signed_in[number])

    def _try_doors(self, browser: FlaskClient, *, signed_in: bool) -> None:
        seen = {one: browser.get(f"/doors/{one}").status_code for one in ROLES}
        mine = ROLES.index(self.role) if signed_in else -1  # type: ignore[arg-type]
        assert seen == {one: 200 if ROLES.index(one) <= mine else 404 for one in ROLES}
        assert browser.get("/doors/account").status_code == (200 if signed_in else 303)


def test_15_who_lost_a_right_is_refused_at_once(app: Flask, made_doors: Flask) -> None:
    assert app
    Rights.app = made_doors
    few = settings(max_examples=5, stateful_step_count=10, database=None)
    run_state_machine_as_test(
        Rights, settings=settings(few, suppress_health_check=list(HealthCheck))
    )


def test_15_an_admin_who_is_none_any_more_loses_the_protected_pages(client: FlaskClient) -> None:
    di: Person = person("Di")
    other = person("Di")
    sign_in(client, di)
    assert client.get("/admin").status_code == 200
    people.give_role(di.id, "player", actor=f"account:{other.id}")
    assert client.get("/admin").status_code == 404
