"""League of Legends on the command line: files brought, samples kept, a demonstration's people."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.lol.kept import bodies_of, row_of
from webapp.cli.games.lol import bring, reanalyse, samples
from webapp.config import Settings
from webapp.core.db import db
from webapp.jobs.models import JobRun
from webapp.lol.models import LolMatch
from webapp.lol.store import catalogue


def test_a_match_file_is_read_at_once(app: Flask, settings: Settings, tmp_path: Path) -> None:
    del app
    file = tmp_path / "match.json"
    file.write_bytes(bodies_of("EUW1_7100000008")[0])
    assert bring(file, settings) == "/lol/matches/EUW1_7100000008"
    file.write_bytes(b"{}")
    with pytest.raises(ValueError, match=r"\w"):
        bring(file, settings)
    with pytest.raises(ValueError, match="larger than"):
        bring(file, dataclasses.replace(settings, max_upload_bytes=1))


def test_samples_come_once_with_names_and_a_demonstration_looks_people_up(
    app: Flask, settings: Settings
) -> None:
    del app
    samples(settings)
    samples(settings)
    assert db.session.scalar(select(func.count()).select_from(LolMatch)) == 6
    row = row_of("EUW1_1")
    assert row is not None
    assert (row.provenance, bool(row.timeline_key)) == ("generated", True)
    assert catalogue.load_catalogue().game == "generated"
    assert db.session.scalar(select(func.count()).select_from(JobRun)) == 0
    samples(dataclasses.replace(settings, demo=True))
    kinds = db.session.scalars(select(JobRun.kind)).all()
    assert kinds == ["lol.summoner"] * 3
    assert reanalyse().refused == ()
    catalogue.forget_catalogue()
