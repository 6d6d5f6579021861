"""Types of the document as tables a reader can follow: fields, what they hold, what that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from webapp.api.document.schemas import REFERENCE

MOST_TABLES: Final = 120
SIMPLE: Final = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "yes or no",
    "null": "nothing",
}
FORMATS: Final = {"date-time": "moment", "date": "day", "uuid": "UUID", "binary": "file"}
Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a type in words; `names` is the type it leads to, if any."""

    text: str
    names: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it is called and what it holds."""

    name: str
    pieces: tuple[Piece, ...]
    required: bool
    words: str


@dataclass(frozen=True, slots=True)
class TypeTable:
    """One named type."""

    name: str
    words: str
    fields: tuple[Field, ...]


def tables_of(schema: Schema, components: Mapping[str, Schema]) -> tuple[TypeTable, ...]:
    """Give every type an answer is made of, in the order a reader meets them."""
    seen: dict[str, TypeTable] = {}
    waiting = [piece.names for piece in pieces_of(schema) if piece.names]
    if "properties" in schema:
        seen[schema["title"]] = first = _table(schema["title"], schema)
        waiting += _leads(first)
    while waiting and len(seen) < MOST_TABLES:
        name = waiting.pop(0)
        if name not in seen:
            seen[name] = table = _table(name, components[name])
            waiting += _leads(table)
    return tuple(seen.values())


def _leads(table: TypeTable) -> list[str]:
    return [piece.names for field in table.fields for piece in field.pieces if piece.names]


def _table(name: str, schema: Schema) -> TypeTable:
    required = set(schema.get("required", ()))
    fields = tuple(
        Field(key, tuple(pieces_of(value)), key in required, value.get("description", ""))
        for key, value in schema.get("properties", {}).items()
    )
    return TypeTable(name, schema.get("description", ""), fields)


def pieces_of(schema: Schema) -> Iterator[Piece]:
    """Say a type in words: list of, either of, or the name of another type."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(REFERENCE)
        yield Piece(name, name)
    elif "anyOf" in schema:
        yield from _joined(schema["anyOf"], " or ")
    elif "enum" in schema:
        yield Piece(" or ".join(f"“{one}”" if one != "" else "empty" for one in schema["enum"]))
    elif schema.get("type") == "array":
        yield from _array(schema)
    elif isinstance(schema.get("additionalProperties"), dict):
        yield Piece("for each key, ")
        yield from pieces_of(schema["additionalProperties"])
    else:
        yield Piece(_simple(schema))


def _array(schema: Schema) -> Iterator[Piece]:
    if "prefixItems" in schema:
        yield Piece("[")
        yield from _joined(schema["prefixItems"], ", ")
        yield Piece("]")
    elif isinstance(schema.get("items"), dict):
        yield Piece("list of ")
        yield from pieces_of(schema["items"])
    else:
        yield Piece("list")


def _joined(schemas: list[Schema], joint: str) -> Iterator[Piece]:
    for number, one in enumerate(schemas):
        if number:
            yield Piece(joint)
        yield from pieces_of(one)


def _simple(schema: Schema) -> str:
    kind = FORMATS.get(schema.get("format", "")) or SIMPLE.get(schema.get("type", ""), "anything")
    if schema.get("type") == "object":
        kind = "object"
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f"{kind} from {low} to {high}"
    if low is not None:
        return f"{kind} from {low}"
    return f"{kind}, at most {schema['maxLength']} letters" if "maxLength" in schema else kind
