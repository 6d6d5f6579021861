"""What accolades are called, and what each one counts; unknown ones are named by their number."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec


@dataclass(frozen=True, slots=True)
class Accolade:
    """An accolade's name on the game's own screen, and the figure it grades, in plain words."""

    name: str
    counts: str


class _Row(msgspec.Struct):
    id: int
    class_name: str = ""
    tracked_stat_name: str = ""
    flavor_name: str = ""
    name: str = ""


def parse_accolades(body: bytes | None) -> dict[int, Accolade]:
    """Read the assets body of accolades; what cannot be read is left out."""
    try:
        rows = msgspec.json.decode(body or b"[]", type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeError):
        return {}
    found = [row for raw in rows if (row := _row(raw)) is not None]
    return {row.id: Accolade(_name(row), _counts(row)) for row in found}


def _row(raw: msgspec.Raw) -> _Row | None:
    try:
        return msgspec.json.decode(raw, type=_Row)
    except (msgspec.ValidationError, UnicodeError):
        return None


def _name(row: _Row) -> str:
    return row.flavor_name or row.name or f"Accolade {row.id}"


def _counts(row: _Row) -> str:
    words = (row.tracked_stat_name or row.class_name).replace("_", " ")
    return words.capitalize() or "Not known"
