"""All of an account's data as one archive: asked for by its owner, made by a job."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from typing import Final
from uuid import UUID

import msgspec

from webapp.accounts.domain.secret import new_secret
from webapp.accounts.owned import owned
from webapp.accounts.store import accounts, exports
from webapp.core.audit import audit
from webapp.core.db import db, utc_now
from webapp.core.objects import current_objects
from webapp.jobs import Refused, Run, enqueue

KIND: Final = "accounts.export"
KEPT: Final = timedelta(days=3)
STEPS: Final = ("Gathering what is yours", "Writing the archive")
README = """All that Guildhall keeps of this account, as of {at:%Y-%m-%d %H:%M} UTC.

One JSON file for each kind of thing; times are UTC, in ISO 8601:
{names}

Not in here: secrets (the passwords, tokens and cookies themselves, of which only hashes are
kept), and matches. Those come from the games' public records and belong to no account.
"""


def key_of(account_id: int) -> str:
    """Give the key under which an account's archive is made; one at a time."""
    return f"{KIND}:{account_id}"


def ask_for_export(account_id: int) -> UUID:
    """Ask for an archive; who asks again meanwhile shares the run."""
    run_id = enqueue(
        KIND,
        key=key_of(account_id),
        args={"account_id": account_id},
        target_url="/account/data",
        steps=STEPS,
        title="Gathering your data",
    )
    audit(f"account:{account_id}", "ask for archive", f"account:{account_id}")
    db.session.commit()
    return run_id


def export_data(run: Run) -> None:
    """Make the archive: its file first, then the row that names it, in place of older ones."""
    account_id = int(run.args["account_id"])
    if accounts.load_account(account_id) is None:
        raise Refused("This account was deleted meanwhile.")
    run.step(1, STEPS[0])
    body = archive_of(account_id)
    run.step(2, STEPS[1])
    key = f"accounts/exports/{new_secret()}.zip"
    current_objects().put(key, body)
    run.finish(lambda: _keep(account_id, key, len(body)))


def _keep(account_id: int, key: str, size_bytes: int) -> None:
    if accounts.hold_account(account_id) is None:
        current_objects().delete(key)
        raise Refused("This account was deleted meanwhile.")
    exports.forget_files(exports.exports_of(account_id))
    exports.add_export(account_id, key, size_bytes, utc_now() + KEPT)


def archive_of(account_id: int) -> bytes:
    """Write everything an account owns into one archive."""
    kinds = owned()
    names = "\n".join(f"- {one.name}.json" for one in kinds)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", README.format(at=utc_now(), names=names))
        for one in kinds:
            written = msgspec.json.format(msgspec.json.encode(one.export(account_id)))
            archive.writestr(f"{one.name}.json", written)
    return held.getvalue()


def read_export(account_id: int, export_id: int) -> bytes | None:
    """Give one of an account's own archives; None when it ended or is not theirs."""
    found = exports.open_export(account_id, export_id)
    return current_objects().get(found.object_key) if found else None
