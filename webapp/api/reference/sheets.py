"""The reference's tables as CSV, as their pages show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from webapp.api.reference.pages import (
    AnswerLine,
    OperationPage,
    operation_page,
    reference_page,
)
from webapp.api.reference.types import Piece
from webapp.matchplay.tables import csv_of


@dataclass(frozen=True, slots=True)
class OperationRow:
    """One operation of the list."""

    id: str
    place: str
    method: str
    path: str
    summary: str
    opens: str


@dataclass(frozen=True, slots=True)
class ParameterRow:
    """One thing an operation takes in its address."""

    name: str
    where: str
    words: str
    holds: str
    example: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of a type an operation takes or answers with."""

    part: str
    type: str
    field: str
    holds: str
    required: bool
    words: str


def operations_csv(text: str) -> str:
    """List the operations that have every word of the text, as the page does."""
    rows = [
        OperationRow(one.id, group.place, one.method, one.path, one.summary, one.opens)
        for group in reference_page(text).groups
        for one in group.operations
    ]
    return csv_of(rows, OperationRow)


def problems_csv() -> str:
    """List the ways a request may fail."""
    return csv_of(reference_page("").failures)


def operation_csv(operation_id: str, name: str) -> str | None:
    """Give one table of an operation, one of SHEETS; None when there is no such operation."""
    page = operation_page(operation_id)
    if page is None:
        return None
    record, rows = SHEETS[name]
    return csv_of(list(rows(page)), record)


def _parameters(page: OperationPage) -> Iterator[ParameterRow]:
    for one in page.parameters:
        yield ParameterRow(one.name, one.where, one.words, _said(one.pieces), one.example)


def _fields(page: OperationPage) -> Iterator[FieldRow]:
    for part, types in (("body", page.takes), ("answer", page.types)):
        for one in types:
            for field in one.fields:
                holds = _said(field.pieces)
                yield FieldRow(part, one.name, field.name, holds, field.required, field.words)


def _said(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


Rows = Callable[[OperationPage], Iterable[Any]]
SHEETS: Final[Mapping[str, tuple[type[Any], Rows]]] = {
    "parameters": (ParameterRow, _parameters),
    "answers": (AnswerLine, lambda page: page.answers),
    "fields": (FieldRow, _fields),
}
"""The tables of an operation's page, by the name of their file."""
