"""The tables of one thing's protected page as CSV: its page's own lines."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any, Final

from webapp.accounts.pages.people import IdentityLine, SessionLine, load_person
from webapp.admin.domain.shapes import Difference
from webapp.admin.pages.quarantine import note_page
from webapp.admin.pages.run import run_page
from webapp.admin.pages.upstreams import PartLine, UpstreamPage, WindowLine, upstream_page
from webapp.core.upstream_figures import ReplyLine
from webapp.matchplay.tables import csv_of

Tables = Mapping[str, type[Any]]
PERSON: Final[Tables] = {"identities": IdentityLine, "sessions": SessionLine}
UPSTREAM: Final[Tables] = {"parts": PartLine, "replies": ReplyLine, "windows": WindowLine}


def person_sheet(account_id: int, name: str) -> str | None:
    """Write what somebody is known as or where they are signed in; None for nobody."""
    known = load_person(account_id)
    return csv_of(getattr(known, name), PERSON[name]) if known else None


def upstream_sheet(family: str, name: str) -> str | None:
    """Write an upstream's parts, windows or last replies; None when nothing is known of it."""
    page = upstream_page(family)
    return csv_of(_of_upstream(page, name), UPSTREAM[name]) if page else None


def calls_sheet(run_id: uuid.UUID) -> str | None:
    """Write the calls made for a run's request; None when there is no such run."""
    page = run_page(run_id)
    return csv_of(page.replies, ReplyLine) if page else None


def differences_sheet(note_id: int) -> str | None:
    """Write where a payload is not what was expected; None when there is no such note."""
    page = note_page(note_id)
    return csv_of(page.compared.differences, Difference) if page else None


def _of_upstream(page: UpstreamPage, name: str) -> tuple[Any, ...]:
    found: tuple[Any, ...] = page.upstream.parts if name == "parts" else getattr(page, name)
    return found
