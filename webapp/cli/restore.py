"""Brings a backup back: checks all of it first, then objects, then tables in one transaction.

Refuses a site that holds anything, unless told to replace it, and one that runs. What was there
gives way in that same transaction: when the backup cannot be loaded, it is all still there.
"""

from __future__ import annotations

import tarfile
from typing import TYPE_CHECKING, Any, cast

import psycopg
from sqlalchemy.exc import SQLAlchemyError

from webapp.cli import tables
from webapp.cli.archive import OBJECTS, TABLES, Manifest, member_file, read_manifest, verify
from webapp.cli.backup import plain_url
from webapp.cli.environment import data_folder, opened_site, prepare_folder, read_environment
from webapp.cli.errors import StopCommandError
from webapp.cli.migrate import one_transaction
from webapp.cli.schema import knows
from webapp.cli.terminal import say
from webapp.core.db import CALLED
from webapp.core.embedded import InUse
from webapp.core.embedded.service import claim
from webapp.core.objects import StorageDown, open_objects

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from psycopg import Connection

    from webapp.config import Settings

_OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = %s
"""


def restore(options: argparse.Namespace) -> int:
    """Bring a backup back into this site."""
    folder = data_folder(read_environment())
    prepare_folder(folder)
    try:
        with claim(folder / "up.lock"), opened_site() as settings:
            manifest = read_backup(settings, options.file, force=options.force)
    except InUse as running:
        raise StopCommandError(f"Stop the site first: {running}") from running
    except tarfile.ReadError as error:
        raise StopCommandError(f"{options.file} is not a backup, or is damaged.") from error
    except (OSError, psycopg.Error, SQLAlchemyError, StorageDown) as error:
        raise StopCommandError(f"The backup is not restored: {error}") from error
    rows = sum(table.rows for table in manifest.tables)
    say(
        f"Restored what was kept at {manifest.made_at}: "
        f"{rows:,} rows, {manifest.objects:,} objects."
    )
    return 0


def read_backup(settings: Settings, path: Path, *, force: bool = False) -> Manifest:
    """Replace an empty site (with `force`, any) by what a backup holds."""
    with tarfile.open(path, mode="r:") as tar:
        manifest = read_manifest(tar, path)
        _refuse_newer(manifest, path)
        verify(tar, manifest, path)
        with psycopg.connect(plain_url(settings.database_url)) as connection:
            _refuse_beside_others(connection)
            filled = tables.has_rows(connection, tables.table_names(connection))
        if not force:
            _refuse_unless_empty(settings, filled=filled)
        _bring_objects(settings, tar, manifest)
        _replace_tables(settings, tar, manifest)
    _forget_other_objects(settings, manifest)
    return manifest


def _refuse_newer(manifest: Manifest, path: Path) -> None:
    if not knows(manifest.revision):
        raise StopCommandError(
            f"{path} was made by version {manifest.version}, whose tables have a shape unknown "
            "here. Bring it back with that version or a newer one."
        )


def _refuse_beside_others(connection: Connection[Any]) -> None:
    """Refuse while parts of the site that were started apart use its database."""
    others = connection.execute(_OTHERS, [CALLED]).fetchone()
    if others and others[0]:
        raise StopCommandError(
            "Web, workers or scheduler still use this database. Stop them all, then try again."
        )


def _refuse_unless_empty(settings: Settings, *, filled: bool) -> None:
    if filled or next(open_objects(settings.storage_url).list(""), None):
        raise StopCommandError(
            "This site already holds something. Add --force to replace all of it."
        )


def _bring_objects(settings: Settings, tar: tarfile.TarFile, manifest: Manifest) -> None:
    objects = open_objects(settings.storage_url)
    for member in manifest.members:
        if member.name.startswith(OBJECTS):
            objects.put(member.name.removeprefix(OBJECTS), member_file(tar, member.name).read())


def _replace_tables(settings: Settings, tar: tarfile.TarFile, manifest: Manifest) -> None:
    """Put the backup's tables in place of all there are, in this version's shape, at once."""
    with one_transaction(settings) as (site, migrate_to):
        connection = cast("Connection[Any]", site.connection.driver_connection)
        tables.drop_all(connection)
        migrate_to(manifest.revision)
        _bring_tables(connection, tar, manifest)
        migrate_to("head")


def _bring_tables(connection: Connection[Any], tar: tarfile.TarFile, manifest: Manifest) -> None:
    """Fill the tables, pointed-at ones first; what a migration put there gives way."""
    saved = {table.name: table for table in manifest.tables}
    order = tables.table_names(connection)
    if missing := sorted(set(saved) - set(order)):
        raise StopCommandError(f"The backup has tables unknown here: {', '.join(missing)}.")
    tables.empty(connection, order)
    for name in order:
        if name in saved:
            rows = member_file(tar, f"{TABLES}{name}.copy.zst")
            tables.copy_in(connection, name, saved[name].columns, rows)
    tables.set_sequences(connection, manifest.sequences)


def _forget_other_objects(settings: Settings, manifest: Manifest) -> None:
    """Remove objects of the site that was replaced; only now does nothing name them."""
    objects = open_objects(settings.storage_url)
    kept = {member.name.removeprefix(OBJECTS) for member in manifest.members}
    for key in [key for key, _ in objects.list("") if key not in kept]:
        objects.delete(key)
