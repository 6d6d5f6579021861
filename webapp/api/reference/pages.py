"""The pages of the reference: the list of operations, narrowed by words, and one operation."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from webapp.accounts.domain.scopes import SCOPES, Scope
from webapp.api.document.build import Built, build_document
from webapp.api.document.responses import done_said
from webapp.api.operations import Operation
from webapp.api.places import places
from webapp.api.reference.examples import curl_of, live_url
from webapp.api.reference.types import Piece, TypeTable, pieces_of, tables_of
from webapp.core.errors import TITLES
from webapp.core.problems import BELOW

LONGEST: Final = 100
LEADING: Final = {
    301: "Another address answers this",
    303: "Another address answers this",
    304: "Unchanged",
}
OPENS: Final = {
    "": "no token",
    "personal": "a personal token",
    "refresh": "a refresh token",
    "grown": "an access or refresh token",
}


@dataclass(frozen=True, slots=True)
class OperationLine:
    """One operation in the list."""

    id: str
    method: str
    path: str
    below: tuple[str, ...]
    summary: str
    opens: str


@dataclass(frozen=True, slots=True)
class Group:
    """The operations of one place."""

    place: str
    anchor: str
    operations: tuple[OperationLine, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """One way a request may fail."""

    status: int
    title: str


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """Everything there is, or what the words asked for are in."""

    text: str
    groups: tuple[Group, ...]
    found: int
    total: int
    scopes: tuple[Scope, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class ParameterLine:
    """One thing an operation takes."""

    name: str
    where: str
    words: str
    pieces: tuple[Piece, ...]
    example: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One way it answers."""

    status: int
    words: str
    type_name: str


@dataclass(frozen=True, slots=True)
class OperationPage:
    """One operation in full."""

    line: OperationLine
    place: str
    anchor: str
    parameters: tuple[ParameterLine, ...]
    answers: tuple[AnswerLine, ...]
    takes: tuple[TypeTable, ...]
    types: tuple[TypeTable, ...]
    curl: str
    live_url: str


def reference_page(text: str) -> ReferencePage:
    """List the operations whose method, address or summary has every word of the text."""
    built = build_document()
    said = " ".join(text.split())[:LONGEST]
    words = said.casefold().split()
    found = [one for one in built.operations if _has(one, words)]
    return ReferencePage(
        text=said,
        groups=tuple(
            Group(place, _anchor(place), tuple(_line(one) for one in group))
            for place, group in groupby(found, key=lambda one: one.place)
        ),
        found=len(found),
        total=len(built.operations),
        scopes=SCOPES,
        failures=tuple(Failure(status, title) for status, title in TITLES.items()),
    )


def operation_page(operation_id: str) -> OperationPage | None:
    """Give one operation in full; None when there is none of this name."""
    built = build_document()
    one = next((one for one in built.operations if one.id == operation_id), None)
    if one is None:
        return None
    told = built.document["paths"][one.path][one.method.lower()]
    components = built.document["components"]["schemas"]
    content = told["responses"][str(one.said.status)].get("content", {})
    body = told.get("requestBody", {}).get("content", {})
    return OperationPage(
        line=_line(one),
        place=one.place,
        anchor=_anchor(one.place),
        parameters=tuple(_parameter(part) for part in told["parameters"]),
        answers=_answers(one, told["responses"]),
        takes=tuple(t for c in body.values() for t in tables_of(c["schema"], components)),
        types=tuple(t for c in content.values() for t in tables_of(c["schema"], components)),
        curl=curl_of(one, told, _server(built)),
        live_url=live_url(one, told),
    )


def _has(one: Operation, words: list[str]) -> bool:
    said = f"{one.method} {one.path} {one.summary} {one.place}".casefold()
    return all(word in said for word in words)


def _line(one: Operation) -> OperationLine:
    opens = OPENS.get(one.said.opens) or f"scope {one.said.opens}"
    below = tuple(one.path.removeprefix(f"{BELOW}/").split("/"))
    return OperationLine(one.id, one.method, one.path, below, one.summary, opens)


def _anchor(place: str) -> str:
    return f"place-{places().index(place)}"


def _parameter(told: dict[str, object]) -> ParameterLine:
    schema = told["schema"]
    pieces = tuple(pieces_of(schema)) if isinstance(schema, dict) else ()
    example = str(told.get("example", ""))
    return ParameterLine(
        str(told["name"]), str(told["in"]), str(told["description"]), pieces, example
    )


def _answers(one: Operation, told: dict[str, object]) -> tuple[AnswerLine, ...]:
    page = one.said.page
    name = page.__name__ if page is not None else ""
    words = TITLES | LEADING | {one.said.status: done_said(one)}
    return tuple(
        AnswerLine(int(status), words[int(status)], name if int(status) == one.said.status else "")
        for status in told
    )


def _server(built: Built) -> str:
    return str(built.document["servers"][0]["url"])
