"""How alembic reaches the app's database and models."""

from __future__ import annotations

from alembic import context
from flask import current_app
from sqlalchemy import Connection

database = current_app.extensions["migrate"].db
metadata = database.metadatas[None]


def run_migrations_offline() -> None:
    """Write the statements instead of running them."""
    url = current_app.config["SQLALCHEMY_DATABASE_URI"]
    context.configure(url=url, target_metadata=metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online() -> None:
    """Run each migration in a transaction of its own, giving up quickly on a locked table.

    A caller's connection is used as it is: all of them run in the caller's transaction.
    """
    given = context.config.attributes.get("connection")
    if given is not None:
        run_migrations_on(given)
        return
    with database.engine.connect() as connection:
        connection.exec_driver_sql("SET lock_timeout = '5s'")
        connection.commit()
        run_migrations_on(connection)


def run_migrations_on(connection: Connection) -> None:
    """Run them on an open connection."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        compare_server_default=True,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
