"""The database as a list of tables: what there is, copied out, emptied, copied in.

Asks the database itself, not the models, so that what is there is what is kept.
"""

from __future__ import annotations

import graphlib
from typing import IO, TYPE_CHECKING, Any

import zstandard
from psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Iterable

    from psycopg import Connection

VERSION_TABLE = "alembic_version"
_CHUNK_BYTES = 1 << 20
_TABLES = """
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT c.relispartition ORDER BY 1
"""
_COLUMNS = """
    SELECT attname FROM pg_attribute
    WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    ORDER BY attnum
"""
_POINTS_AT = """
    SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace AND conrelid <> confrelid
"""
_SEQUENCES = """
    SELECT sequencename, last_value FROM pg_sequences
    WHERE schemaname = current_schema() AND last_value IS NOT NULL
"""


def table_names(connection: Connection[Any]) -> list[str]:
    """Give every table except the migrations' own mark, pointed-at ones first."""
    names = {name for (name,) in connection.execute(_TABLES)} - {VERSION_TABLE}
    order: graphlib.TopologicalSorter[str] = graphlib.TopologicalSorter()
    for name in sorted(names):
        order.add(name)
    for pointing, pointed_at in sorted(connection.execute(_POINTS_AT).fetchall()):
        order.add(pointing.strip('"'), pointed_at.strip('"'))
    return [name for name in order.static_order() if name in names]


def column_names(connection: Connection[Any], table: str) -> list[str]:
    """Give the columns of a table that are kept, not computed."""
    quoted = sql.Identifier(table).as_string(connection)
    return [name for (name,) in connection.execute(_COLUMNS, [quoted])]


def revision(connection: Connection[Any]) -> str | None:
    """Give the last migration this database has seen; None when it has seen none."""
    row = connection.execute("SELECT to_regclass('alembic_version') IS NOT NULL").fetchone()
    if not row or not row[0]:
        return None
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(found[0]) if found else None


def sequences(connection: Connection[Any]) -> dict[str, int]:
    """Give how far each sequence has counted."""
    return {name: int(value) for name, value in connection.execute(_SEQUENCES)}


def set_sequences(connection: Connection[Any], values: dict[str, int]) -> None:
    """Let each sequence go on where it had counted to."""
    for name, value in values.items():
        connection.execute("SELECT setval(%s::regclass, %s)", [f'"{name}"', value])


def copy_out(connection: Connection[Any], table: str, columns: list[str], to: IO[bytes]) -> int:
    """Write a table's rows, compressed; gives how many."""
    with (
        zstandard.ZstdCompressor(level=3).stream_writer(to, closefd=False) as packed,
        connection.cursor() as cursor,
    ):
        with cursor.copy(_copy(table, columns, "TO STDOUT")) as rows:
            for chunk in rows:
                packed.write(chunk)
        return cursor.rowcount


def copy_in(connection: Connection[Any], table: str, columns: list[str], rows: IO[bytes]) -> int:
    """Read rows written by copy_out into a table; gives how many."""
    with connection.cursor() as cursor:
        with cursor.copy(_copy(table, columns, "FROM STDIN")) as into:
            for chunk in zstandard.ZstdDecompressor().read_to_iter(rows, read_size=_CHUNK_BYTES):
                into.write(chunk)
        return cursor.rowcount


def has_rows(connection: Connection[Any], tables: Iterable[str]) -> bool:
    """Say whether any of these tables holds anything."""
    for table in tables:
        query = sql.SQL("SELECT 1 FROM {} LIMIT 1").format(sql.Identifier(table))
        if connection.execute(query).fetchone():
            return True
    return False


def empty(connection: Connection[Any], names: list[str]) -> None:
    """Remove the rows of all these tables."""
    if names:
        listed = sql.SQL(", ").join(map(sql.Identifier, names))
        connection.execute(sql.SQL("TRUNCATE {} CASCADE").format(listed))


def drop_all(connection: Connection[Any]) -> None:
    """Remove every table, the migrations' mark included."""
    for table in [*table_names(connection), VERSION_TABLE]:
        statement = sql.SQL("DROP TABLE IF EXISTS {} CASCADE").format(sql.Identifier(table))
        connection.execute(statement)


def _copy(table: str, columns: list[str], direction: str) -> sql.Composed:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL("COPY {} ({}) " + direction).format(sql.Identifier(table), names)
