"""Payloads nobody could read: what they are, where they differ from what was expected."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from webapp.admin.backstage import forms_of, reread_by, unpacked
from webapp.admin.domain.shapes import Compared, compare
from webapp.admin.domain.words import size_said
from webapp.admin.pages.audit import AuditLine, audit_lines
from webapp.admin.pages.choices import Choice, address, choices, read_place
from webapp.core.audit_reading import AuditWanted, read_audit
from webapp.core.objects import ObjectMissing, StorageDown, current_objects
from webapp.core.recorded import Note, list_notes, load_note, open_notes
from webapp.jobs.asking import MOST_AT_ONCE
from webapp.jobs.listing import RunLine, can_retry, is_live, runs_about

PATH: Final = "/admin/quarantine"
HEAD: Final = 64
LINES: Final = 400
NAMELESS: Final = "upload"


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One payload in the list."""

    note: Note
    size_said: str
    where: str


@dataclass(frozen=True, slots=True)
class KindLine:
    """How many payloads of one kind are not settled.

    `words` say how many are read at once; empty where no run reads such.
    """

    kind: str
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class QuarantinePage:
    """Payloads in quarantine, of one kind or of all."""

    kind: str
    settled: bool
    kinds: tuple[Choice, ...]
    counts: tuple[KindLine, ...]
    notes: tuple[NoteLine, ...]
    next_url: str
    first_url: str
    csv_url: str


@dataclass(frozen=True, slots=True)
class NotePage:
    """One payload. `head` is how it begins, for what is no JSON; `runs` are tries to read it.

    `reads_kept` says that reading it again asks no upstream, `of_match` that runs read such at all.
    """

    note: Note
    size_said: str
    where: str
    kept: bool
    compared: Compared
    expected: bool
    head: str
    runs: tuple[RunLine, ...]
    can_rerun: bool
    reads_kept: bool
    of_match: bool
    changes: tuple[AuditLine, ...]


def quarantine_page(given: Mapping[str, str]) -> QuarantinePage:
    """Show what an address asks for; raises ValueError for a bad place in the list."""
    kind, settled = notes_wanted(given)
    before = read_place(given.get("before", ""))
    notes, after = list_notes(kind, before, settled=settled)
    counts = open_notes()
    offered = [("", "All kinds"), *((one, one) for one in sorted({*counts, kind} - {""}))]
    asks = {"kind": kind, "settled": "yes" if settled else ""}
    return QuarantinePage(
        kind=kind,
        settled=settled,
        kinds=choices(offered, kind),
        counts=tuple(
            KindLine(one, count, _words(one, count)) for one, count in sorted(counts.items())
        ),
        notes=note_lines(notes),
        next_url=address(PATH, {**asks, "before": after}) if after else "",
        first_url=address(PATH, asks) if before else "",
        csv_url=address(f"{PATH}.csv", asks),
    )


def _words(kind: str, count: int) -> str:
    if reread_by(kind) is None:
        return ""
    return "Read all again" if count <= MOST_AT_ONCE else f"Read {MOST_AT_ONCE:,} again"


def notes_wanted(given: Mapping[str, str]) -> tuple[str, bool]:
    """Read which payloads an address asks for: of one kind, settled or not."""
    return given.get("kind", "")[:100], given.get("settled") == "yes"


def note_lines(notes: Sequence[Note]) -> tuple[NoteLine, ...]:
    """Put payloads in words."""
    return tuple(NoteLine(one, _size(one), str(one.detail.get("where", ""))) for one in notes)


def note_page(note_id: int) -> NotePage | None:
    """Show one payload beside what was expected of it; None when there is no such note."""
    note = load_note(note_id)
    if note is None:
        return None
    body = raw_body(note)
    rows, _ = read_audit(AuditWanted(about=f"quarantine:{note_id}"))
    runs = runs_for(note)
    return NotePage(
        note=note,
        size_said=_size(note),
        where=str(note.detail.get("where", "")),
        kept=body is not None,
        compared=Compared(is_json=False) if body is None else _compared(note.kind, body),
        expected=bool(forms_of(note.kind)),
        head=head_said(body or b""),
        runs=runs,
        can_rerun=bool(rerun_of(runs, note.kind) or reread_of(note, runs)),
        reads_kept=body is not None and note.detail.get("provenance") == "upstream",
        of_match=reread_by(note.kind) is not None,
        changes=audit_lines(rows),
    )


def _compared(kind: str, body: bytes) -> Compared:
    """Compare a body with its forms, one that is no JSON by what its game makes of it."""
    forms = forms_of(kind)
    found = compare(body, forms)
    plain = None if found.is_json else unpacked(kind, body)
    return found if plain is None else compare(plain, forms)


def head_said(body: bytes) -> str:
    """Write how a body begins: as text where it is text, else its first bytes."""
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return body[:HEAD].hex(" ")
    shown = text[:LINES]
    return (
        shown
        if all(one.isprintable() or one in "\r\n\t" for one in shown)
        else body[:HEAD].hex(" ")
    )


def raw_body(note: Note) -> bytes | None:
    """Give a payload as it came; None when its body is gone or cannot be had now."""
    if not note.object_key:
        return None
    try:
        return current_objects().get(note.object_key)
    except (ObjectMissing, StorageDown):
        return None


def runs_for(note: Note) -> tuple[RunLine, ...]:
    """Give the runs that tried to read a payload, the last first."""
    about: dict[str, Any] = {"sha256": str(note.detail.get("sha256", ""))}
    if note.key != NAMELESS:
        about["match_id"] = note.key
    return runs_about(f"{note.kind.partition('.')[0]}.", about)


def rerun_of(runs: tuple[RunLine, ...], kind: str) -> uuid.UUID | None:
    """Name the run to start over so that a payload is read again: the last that did not succeed.

    One that only brings such a body goes before one that does more.
    """
    failed = [run for run in runs if can_retry(run.state)]
    return next((run.id for run in sorted(failed, key=lambda run: run.kind != kind)), None)


def reread_of(note: Note, runs: tuple[RunLine, ...]) -> Callable[[], uuid.UUID] | None:
    """Give what asks for the match of an upstream's body to be read from it.

    None where nothing does, or a run is at it.
    """
    ask = reread_by(note.kind)
    theirs = note.key != NAMELESS and note.detail.get("provenance") == "upstream"
    if ask is None or not theirs or any(is_live(run.state) for run in runs):
        return None
    return partial(ask, note.key, note.id)


def _size(note: Note) -> str:
    size = note.detail.get("bytes")
    return size_said(size) if isinstance(size, int) else "—"
