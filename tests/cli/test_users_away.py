"""Accounts on the command line while the database is not there."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

import pytest
from sqlalchemy import make_url

from webapp.cli import commands, users
from webapp.config import Settings


@pytest.mark.parametrize("words", [["create", "Ada", "--admin"], ["link", "Ada"], ["list"]])
def test_a_database_that_is_away_is_told_in_a_sentence(
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
) -> None:
    away = replace(settings, database_url="postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    monkeypatch.setattr(users, "opened_site", lambda: nullcontext(away))
    monkeypatch.setattr("webapp.core.logs.configure_logs", lambda _level: None)
    assert commands.run(["user", *words]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.strip()) == ("", f"guildhall: {users.NO_DATABASE}")


def test_a_database_nobody_started_a_site_on_is_told_in_a_sentence(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    url = make_url(settings.database_url).set(database="postgres")
    bare = replace(settings, database_url=url.render_as_string(hide_password=False))
    monkeypatch.setattr(users, "opened_site", lambda: nullcontext(bare))
    monkeypatch.setattr("webapp.core.logs.configure_logs", lambda _level: None)
    assert commands.run(["user", "create", "Ada", "--admin"]) == 1
    assert capsys.readouterr().err.strip() == f"guildhall: {users.NO_TABLES}"


def test_a_demonstration_says_how_its_own_admin_is_made() -> None:
    assert "GUILDHALL_DEMO=yes ./guildhall user create" in users.first_steps(demo=True)[0]
    assert "DEMO" not in users.first_steps(demo=False)[0]
