"""Accounts on the command line: the first admin, links, roles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import select

from webapp.accounts.models import Account
from webapp.cli import commands, users
from webapp.config import Settings
from webapp.core.db import db
from webapp.core.models import Audit


@pytest.fixture(autouse=True)
def site(app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Flask:
    @contextmanager
    def opened() -> Iterator[Settings]:
        with app.app_context():
            yield settings

    monkeypatch.setattr(users, "_opened", opened)
    return app


def test_the_first_admin_is_made_and_gets_in(
    site: Flask, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert users.lacks_admin(settings.database_url)
    assert commands.run(["user", "create", "Ada", "--admin"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Made account 1, admin.")
    assert not users.lacks_admin(settings.database_url)
    assert commands.run(["user", "link", "ada"]) == 0
    for address in (said[1], capsys.readouterr().out.splitlines()[0]):
        path = address.removeprefix(settings.public_url)
        assert "Sign in as Ada?" in site.test_client().get(path).text


def test_roles_are_given_listed_and_noted(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["user", "create", "Bo", "--role", "organiser"]) == 0
    assert commands.run(["user", "role", "1", "moderator"]) == 0
    assert "Bo is now moderator (was organiser)." in capsys.readouterr().out
    assert commands.run(["user", "list"]) == 0
    assert "moderator" in capsys.readouterr().out
    assert db.session.scalars(select(Account.role)).one() == "moderator"
    row = db.session.scalars(select(Audit).where(Audit.action == "give role")).one()
    assert (row.actor, row.before, row.after) == (
        "command line",
        {"role": "organiser"},
        {"role": "moderator"},
    )


def test_nobody_is_made_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["user", "link", "Cy"]) == 1
    assert "Nobody here is called Cy" in capsys.readouterr().err
    assert commands.run(["user", "create", "  "]) == 1
    assert "may not be empty" in capsys.readouterr().err
    assert commands.run(["user", "list"]) == 0
    assert "Nobody has an account yet." in capsys.readouterr().out
