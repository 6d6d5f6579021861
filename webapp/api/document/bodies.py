"""What is sent to an operation: JSON of a named type, or a form with a file in it."""

from __future__ import annotations

from typing import Any, Final

from webapp.api.document.schemas import Schemas
from webapp.api.said import Said

JSON: Final = "application/json"
FORM: Final = "multipart/form-data"
BYTES: Final = {
    "type": "string",
    "format": "binary",
    "contentMediaType": "application/octet-stream",
}


def body_of(said: Said, schemas: Schemas) -> dict[str, Any] | None:
    """Give what an operation takes beside its address; None where that is nothing."""
    if said.file:
        return {"required": True, "content": {FORM: {"schema": _form(said.file)}}}
    if said.body is None:
        return None
    whole = schemas.whole(said.body)
    told = {"schema": schemas.references[said.body]} | _example(whole)
    return {"required": bool(whole.get("required")), "content": {JSON: told}}


def _example(whole: dict[str, Any]) -> dict[str, Any]:
    """Fill a type in with the example each of its fields has; nothing where none has one."""
    fields = whole["properties"].items()
    filled = {name: field["examples"][0] for name, field in fields if "examples" in field}
    return {"example": filled} if filled else {}


def _form(words: str) -> dict[str, Any]:
    file = BYTES | {"description": words}
    return {
        "title": "Form",
        "type": "object",
        "properties": {"file": file},
        "required": ["file"],
        "additionalProperties": False,
    }
