"""The tables of protected pages as CSV, with the filters of their pages and without their pages.

A list ends after so many rows; whoever needs more narrows its filters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from webapp.accounts.pages.people import PersonLine, find_people
from webapp.admin.pages.audit import audit_lines, audit_wanted
from webapp.admin.pages.charts import StepRow, work_steps
from webapp.admin.pages.datasets import datasets_page
from webapp.admin.pages.jobs import PauseLine, pause_lines, read_asked
from webapp.admin.pages.people import people_wanted
from webapp.admin.pages.quarantine import note_lines, notes_wanted
from webapp.admin.pages.settings import SettingLine, settings_page
from webapp.admin.pages.sheet_rows import (
    AuditRow,
    BodyRow,
    PartRow,
    RunRow,
    VersionRow,
    audit_row,
    body_row,
    part_rows,
    run_row,
    version_rows,
)
from webapp.admin.pages.storage import TableLine, table_lines
from webapp.admin.pages.upstreams import upstreams_page
from webapp.core.audit_reading import read_audit
from webapp.core.recorded import list_notes
from webapp.core.stored import Folder, Orphan, folders, orphans
from webapp.jobs.listing import Listed, list_runs
from webapp.matchplay.tables import csv_of

MOST: Final = 5_000
Given = Mapping[str, str]
R = TypeVar("R")
P = TypeVar("P")


def sheet(name: str, given: Given) -> str:
    """Write one of the tables; raises ValueError for filters that cannot be read."""
    rows, record = SHEETS[name]
    return csv_of(rows(given)[:MOST], record)


def _gathered(page: Callable[[P], tuple[Sequence[R], P]], start: P) -> list[R]:
    """Go through a list page by page."""
    found: list[R] = []
    rows, after = page(start)
    found.extend(rows)
    while after and len(found) < MOST:
        rows, after = page(after)
        found.extend(rows)
    return found


def _runs(given: Given) -> Sequence[RunRow]:
    wanted = read_asked(given).wanted

    def page(before: str) -> tuple[Sequence[RunRow], str]:
        listed: Listed = list_runs(replace(wanted, before=before))
        return [run_row(run) for run in listed.runs], listed.after

    return _gathered(page, "")


def _audit(given: Given) -> Sequence[AuditRow]:
    wanted = audit_wanted(given)

    def page(before: int) -> tuple[Sequence[AuditRow], int]:
        rows, after = read_audit(replace(wanted, before=before))
        return [audit_row(line) for line in audit_lines(rows)], after

    return _gathered(page, 0)


def _people(given: Given) -> Sequence[PersonLine]:
    wanted = people_wanted(given)
    return _gathered(lambda before: find_people(replace(wanted, before=before)), 0)


def _bodies(given: Given) -> Sequence[BodyRow]:
    kind, settled = notes_wanted(given)

    def page(before: int) -> tuple[Sequence[BodyRow], int]:
        notes, after = list_notes(kind, before, settled=settled)
        return [body_row(line) for line in note_lines(notes)], after

    return _gathered(page, 0)


SHEETS: Final[Mapping[str, tuple[Callable[[Given], Sequence[Any]], type[Any]]]] = {
    "audit": (_audit, AuditRow),
    "datasets": (lambda given: version_rows(datasets_page(), given.get("name", "")), VersionRow),
    "jobs": (_runs, RunRow),
    "orphans": (lambda _: orphans(MOST), Orphan),
    "pauses": (lambda _: pause_lines(), PauseLine),
    "people": (_people, PersonLine),
    "quarantine": (_bodies, BodyRow),
    "settings": (lambda _: settings_page().settings, SettingLine),
    "storage": (lambda _: folders(), Folder),
    "tables": (lambda _: table_lines(), TableLine),
    "upstreams": (lambda _: part_rows(upstreams_page()), PartRow),
    "work": (lambda given: work_steps(given.get("span", "")), StepRow),
}
"""Each table: its rows as an address asks for them, and what they are made of where there may be
none."""
