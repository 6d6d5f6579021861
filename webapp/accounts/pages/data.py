"""All that is kept of somebody: taking it along, and deleting it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.accounts.actions.exporting import key_of
from webapp.accounts.owned import owned
from webapp.accounts.store import accounts, exports
from webapp.core.db import utc_now
from webapp.jobs.latest import latest_runs

STAYS = (
    (
        "Matches you played in, with your name as the game told it: they come from the games’ "
        "public records and were never attached to your account."
    ),
    "Files of matches you brought. They are matches like all others; who brought them is not kept.",
    "In the record of changes: that an account with your number was made, changed and deleted.",
)


@dataclass(frozen=True, slots=True)
class ArchiveLine:
    """One archive that can be fetched until it ends."""

    url: str
    size_bytes: int
    made_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class DataPage:
    """What is kept, archives of it, and what deleting leaves."""

    name: str
    kinds: tuple[str, ...]
    archives: tuple[ArchiveLine, ...]
    job_url: str
    job_says: str
    stays: tuple[str, ...]
    problem: str


@dataclass(frozen=True, slots=True)
class DeletedPage:
    """What is left when an account is gone."""

    stays: tuple[str, ...]


def deleted_page() -> DeletedPage:
    """Say what is left; it is the same for every account."""
    return DeletedPage(STAYS)


def data_page(account_id: int, problem: str = "") -> DataPage | None:
    """Show what somebody may do with all that is theirs."""
    known = accounts.load_account(account_id)
    if known is None:
        return None
    run = latest_runs([key_of(account_id)]).get(key_of(account_id))
    now = utc_now()
    lines = tuple(
        ArchiveLine(
            f"/account/data/archives/{one.id}.zip", one.size_bytes, one.made_at, one.ends_at
        )
        for one in exports.exports_of(account_id)
        if one.ends_at > now
    )
    return DataPage(
        name=known.name,
        kinds=tuple(one.words or one.name.replace("_", " ") for one in owned()),
        archives=lines,
        job_url=run.url if run and run.live else "",
        job_says=run.sentence if run and run.state in {"failed", "dead"} else "",
        stays=STAYS,
        problem=problem,
    )
