"""Accounts on the command line while the database is not there."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

import pytest

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
