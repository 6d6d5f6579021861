"""Parameters of an address: patterns and limits as its rule has them, meanings as we word them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final, Literal

from flask import Flask
from werkzeug.routing import Rule

from webapp.api.document.words import PATH, PATH_EXAMPLES, QUERY, TEXT

BLANK: Final = re.compile(r"<(?:([a-z_0-9]+)(?:\(([^)]*)\))?:)?([a-z_0-9]+)>")
SIZES: Final = {"min": "minimum", "max": "maximum", "maxlength": "maxLength"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing an address takes."""

    name: str
    where: Literal["path", "query"]
    words: str
    schema: dict[str, Any]
    example: Any = None


def path_of(rule: Rule) -> str:
    """Write a rule as OpenAPI does."""
    return BLANK.sub(r"{\3}", rule.rule)


def path_parameters(app: Flask, rule: Rule) -> tuple[Parameter, ...]:
    """Give what stands in the path of a rule."""
    return tuple(
        Parameter(
            name=name,
            where="path",
            words=PATH.get(name, ""),
            schema=_schema(app, kind or "string", limits or ""),
            example=PATH_EXAMPLES.get(name),
        )
        for kind, limits, name in BLANK.findall(rule.rule)
    )


def query_parameters(names: tuple[str, ...]) -> tuple[Parameter, ...]:
    """Give what a query may say."""
    return tuple(Parameter(name, "query", *QUERY.get(name, ("", TEXT))) for name in names)


def _schema(app: Flask, kind: str, limits: str) -> dict[str, Any]:
    if kind == "uuid":
        return {"type": "string", "format": "uuid"}
    if kind == "int":
        return {"type": "integer", "minimum": 0} | _limits(limits)
    if kind == "string":
        return {"type": "string", "minLength": 1, "pattern": "^[^/]+$"} | _limits(limits)
    return {"type": "string", "pattern": f"^{app.url_map.converters[kind].regex}$"}


def _limits(text: str) -> dict[str, int]:
    said = dict(part.split("=") for part in text.split(",") if part)
    return {SIZES[name]: int(value) for name, value in said.items()}
