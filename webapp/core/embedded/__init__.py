"""Real Postgres and Valkey, started as children when no outside service is configured.

Only processes live here: no schema, no settings, no Flask. A service started
here belongs to the process that started it and ends with it, however it ends.
"""

from webapp.core.embedded.attach import Addresses, attach_or_start
from webapp.core.embedded.place import temporary_home
from webapp.core.embedded.postgres import start_postgres
from webapp.core.embedded.service import EmbeddedError, InUse, Service
from webapp.core.embedded.valkey import start_valkey

__all__ = [
    "Addresses",
    "EmbeddedError",
    "InUse",
    "Service",
    "attach_or_start",
    "start_postgres",
    "start_valkey",
    "temporary_home",
]
