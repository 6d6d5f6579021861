"""Backup and restore: everything comes back, and nothing is touched for a bad file."""

from __future__ import annotations

import dataclasses
import stat
import tarfile
import uuid
from typing import TYPE_CHECKING, LiteralString

import psycopg
import pytest
from psycopg.types.json import Jsonb

from webapp.cli import tables
from webapp.cli.backup import plain_url, write_backup
from webapp.cli.errors import StopCommandError
from webapp.cli.migrate import upgrade_database
from webapp.cli.restore import read_backup
from webapp.cli.schema import is_current
from webapp.core.objects import open_objects

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from webapp.config import Settings

ODD_WORDS = 'Ada\t"says"\n\\N, and – Ω'


@pytest.fixture
def site(settings: Settings, tmp_path: Path) -> Iterator[Settings]:
    """Lend a site of its own: a new database, an empty store."""
    name = f"backup_{uuid.uuid4().hex}"
    with psycopg.connect(plain_url(settings.database_url), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield dataclasses.replace(
            settings,
            database_url=settings.database_url.replace("/guildhall?", f"/{name}?"),
            storage_url=(tmp_path / "objects").as_uri(),
            data_dir=tmp_path,
        )
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def filled(site: Settings) -> Settings:
    upgrade_database(site)
    with psycopg.connect(plain_url(site.database_url)) as connection:
        connection.execute(
            """INSERT INTO audit (at, actor, action, subject, after, request_id)
               VALUES (now(), 'Bo', 'note', %s, %s, '')""",
            [ODD_WORDS, Jsonb({"words": ODD_WORDS})],
        )
    open_objects(site.storage_url).put("raw/7.zst", b"\x00body\xff")
    return site


def subjects(site: Settings) -> list[str]:
    with psycopg.connect(plain_url(site.database_url)) as connection:
        return [subject for (subject,) in connection.execute("SELECT subject FROM audit")]


def empty(site: Settings) -> None:
    with psycopg.connect(plain_url(site.database_url)) as connection:
        tables.drop_all(connection)
    store = open_objects(site.storage_url)
    for key, _ in list(store.list("")):
        store.delete(key)


def test_everything_comes_back_on_an_empty_site(filled: Settings, tmp_path: Path) -> None:
    file = tmp_path / "site.tar"
    saved = write_backup(filled, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    empty(filled)
    assert read_backup(filled, file) == saved
    assert subjects(filled) == [ODD_WORDS]
    assert open_objects(filled.storage_url).get("raw/7.zst") == b"\x00body\xff"
    again = write_backup(filled, tmp_path / "again.tar")
    assert again.members == saved.members
    assert again.sequences == saved.sequences


def test_a_site_that_holds_something_is_replaced_only_by_force(
    filled: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "site.tar"
    write_backup(filled, file)
    with psycopg.connect(plain_url(filled.database_url)) as connection:
        connection.execute("ALTER TABLE audit DISABLE TRIGGER USER")
        connection.execute("UPDATE audit SET subject = 'later'")
    open_objects(filled.storage_url).put("raw/8.zst", b"later")
    with pytest.raises(StopCommandError, match="Add --force to replace all of it"):
        read_backup(filled, file)
    assert subjects(filled) == ["later"]
    read_backup(filled, file, force=True)
    assert subjects(filled) == [ODD_WORDS]
    assert [key for key, _ in open_objects(filled.storage_url).list("")] == ["raw/7.zst"]


def test_a_changed_byte_is_found_before_anything_is_touched(
    filled: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "site.tar"
    write_backup(filled, file)
    body = file.read_bytes()
    file.write_bytes(body.replace(b"\x00body\xff", b"\x00bodY\xff"))
    with pytest.raises(StopCommandError, match=r"raw/7\.zst is not what was saved"):
        read_backup(filled, file, force=True)
    assert subjects(filled) == [ODD_WORDS]


def run_sql(site: Settings, *statements: LiteralString) -> None:
    with psycopg.connect(plain_url(site.database_url)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_backup_that_cannot_be_loaded_leaves_what_was_there(
    filled: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "site.tar"
    run_sql(filled, "CREATE TABLE unheard_of (id int)")
    write_backup(filled, file)
    run_sql(filled, "DROP TABLE unheard_of")
    with pytest.raises(StopCommandError, match="tables unknown here: unheard_of"):
        read_backup(filled, file, force=True)
    assert subjects(filled) == [ODD_WORDS]
    assert is_current(filled.database_url)


def test_a_backup_of_a_newer_version_is_refused_before_anything_is_touched(
    filled: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "site.tar"
    run_sql(filled, "UPDATE alembic_version SET version_num = '9999'")
    write_backup(filled, file)
    empty(filled)
    with pytest.raises(StopCommandError, match="a shape unknown here"):
        read_backup(filled, file)
    assert not list(open_objects(filled.storage_url).list(""))


def test_nothing_is_brought_back_beside_parts_that_run(filled: Settings, tmp_path: Path) -> None:
    file = tmp_path / "site.tar"
    write_backup(filled, file)
    with (
        psycopg.connect(plain_url(filled.database_url), application_name="guildhall"),
        pytest.raises(StopCommandError, match="still use this database"),
    ):
        read_backup(filled, file, force=True)
    assert subjects(filled) == [ODD_WORDS]


def test_half_a_file_is_not_a_backup(filled: Settings, tmp_path: Path) -> None:
    file = tmp_path / "site.tar"
    write_backup(filled, file)
    with tarfile.open(file) as tar:
        last = tar.getmembers()[-1]
    with file.open("r+b") as half:
        half.truncate(last.offset)
    with pytest.raises(StopCommandError, match="has no manifest"):
        read_backup(filled, file, force=True)
    assert subjects(filled) == [ODD_WORDS]


def test_a_backup_that_fails_leaves_no_file(site: Settings, tmp_path: Path) -> None:
    with pytest.raises(StopCommandError, match="the database is new"):
        write_backup(site, tmp_path / "site.tar")
    assert [path.name for path in tmp_path.iterdir()] == []


def test_tables_come_after_those_they_point_at(site: Settings) -> None:
    with psycopg.connect(plain_url(site.database_url)) as connection:
        connection.execute('CREATE TABLE "Zed" (id int PRIMARY KEY, up int REFERENCES "Zed")')
        connection.execute('CREATE TABLE abc (id int PRIMARY KEY, z int REFERENCES "Zed")')
        assert tables.table_names(connection) == ["Zed", "abc"]
