"""Writes everything kept, tables and objects, into one file that `restore` reads.

Tables are read in one snapshot, objects after it: a body is always kept before the row
that names it, so every row in the backup finds its body there. SECRET_KEY is not in it.
"""

from __future__ import annotations

import os
import tarfile
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import psycopg

from webapp.cli import tables
from webapp.cli.about import current_version
from webapp.cli.archive import FORMAT, OBJECTS, TABLES, ArchiveWriter, Manifest, Table
from webapp.cli.environment import opened_site
from webapp.cli.errors import StopCommandError
from webapp.cli.terminal import say
from webapp.core.objects import ObjectMissing, Objects, StorageDown, open_objects

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from psycopg import Connection

    from webapp.config import Settings


def backup(options: argparse.Namespace) -> int:
    """Write the backup file, whole or not at all."""
    try:
        with opened_site() as settings:
            manifest = write_backup(settings, options.file)
    except (OSError, psycopg.Error, StorageDown) as error:
        raise StopCommandError(f"No backup was written: {error}") from error
    rows = sum(table.rows for table in manifest.tables)
    size = options.file.stat().st_size / 1_000_000
    say(f"{options.file}: {rows:,} rows, {manifest.objects:,} objects, {size:,.1f} MB.")
    return 0


def write_backup(settings: Settings, path: Path) -> Manifest:
    """Save this site into a file; gives what was saved."""
    with _whole_or_nothing(path) as file, tarfile.open(fileobj=file, mode="w") as tar:
        writer = ArchiveWriter(tar)
        with psycopg.connect(plain_url(settings.database_url)) as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            revision = tables.revision(connection)
            saved = [_save_table(connection, writer, t) for t in tables.table_names(connection)]
            counted = tables.sequences(connection)
        objects = _save_objects(open_objects(settings.storage_url), writer)
        if revision is None:
            raise StopCommandError("There is nothing to back up: the database is new.")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = Manifest(
            FORMAT, current_version(), now, revision, saved, counted, objects, writer.members
        )
        writer.close_with(manifest)
    return manifest


def plain_url(database_url: str) -> str:
    """Give the database's address as Postgres' own tools write it."""
    return database_url.replace("postgresql+psycopg://", "postgresql://", 1)


def _save_table(connection: Connection[Any], writer: ArchiveWriter, name: str) -> Table:
    columns = tables.column_names(connection, name)
    with tempfile.TemporaryFile() as spool:
        rows = tables.copy_out(connection, name, columns, spool)
        writer.add_file(f"{TABLES}{name}.copy.zst", spool)
    return Table(name, columns, rows)


def _save_objects(objects: Objects, writer: ArchiveWriter) -> int:
    """Save every object; one that was replaced meanwhile has no row in this backup."""
    count = 0
    for key, _ in objects.list(""):
        try:
            body = objects.get(key)
        except ObjectMissing:
            continue
        writer.add(f"{OBJECTS}{key}", body)
        count += 1
    return count


@contextmanager
def _whole_or_nothing(path: Path) -> Iterator[IO[bytes]]:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.absolute().parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
