"""Puts the document together, once for each release and set of samples, and holds it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Final

import msgspec
from flask import current_app

from webapp import __version__
from webapp.accounts.domain.scopes import SCOPES
from webapp.api.document.bodies import body_of
from webapp.api.document.examples import Examples, sample_examples
from webapp.api.document.parameters import Parameter
from webapp.api.document.responses import HEADERS, problem_responses, responses_of
from webapp.api.document.schemas import Schemas, schemas_of
from webapp.api.operations import Operation, operations
from webapp.api.places import places
from webapp.core.bounded import Bounded
from webapp.core.problems import Problem
from webapp.core.settings import current_settings

HELD: Final[Bounded[tuple[str, str], Built]] = Bounded(4)
ABOUT: Final = (
    "Every public page of this place as JSON, the work it does, and what a token may see of its "
    "account. Reading needs no token; work is asked for with one. Errors are problem documents "
    "(RFC 9457). Addresses inside an answer are those of pages: below /api/v1 they are JSON. Work "
    "asked for is a 202 with its address in Location; lists told part by part name the pages "
    "beside them in Link (RFC 8288). Limits are counted by all processes together; while the "
    "place they are counted in is away, each process counts for itself."
)
OPENED: Final[dict[str, list[dict[str, list[str]]]]] = {
    "": [{}, {"token": []}],
    "personal": [{"token": []}],
    "refresh": [{"refresh": []}],
    "grown": [{"refresh": []}, {"token": []}],
}


@dataclass(frozen=True, slots=True)
class Built:
    """The document as it is told, its ETag, and the operations it is made of."""

    document: dict[str, Any]
    body: bytes
    etag: str
    operations: tuple[Operation, ...]


def build_document() -> Built:
    """Give the document of this release."""
    examples = sample_examples()
    key = (current_app.extensions["guildhall.release"], examples.mark)
    held = HELD.get(key)
    if held is None:
        held = _built(examples)
        HELD.put(key, held)
    return held


def _built(examples: Examples) -> Built:
    found = operations(current_app)
    types = [one.said.page for one in found] + [one.said.body for one in found] + [Problem]
    schemas = schemas_of(tuple(dict.fromkeys(one for one in types if one is not None)))
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Guildhall", "version": __version__, "description": ABOUT},
        "servers": [{"url": current_settings().public_url}],
        "tags": [{"name": place} for place in places()],
        "paths": _paths(found, schemas, examples),
        "components": {
            "schemas": schemas.components,
            "responses": problem_responses(schemas.references[Problem]),
            "headers": HEADERS,
            "securitySchemes": _security(),
        },
    }
    body = msgspec.json.encode(document)
    return Built(document, body, hashlib.sha256(body).hexdigest()[:32], found)


def _paths(
    found: tuple[Operation, ...], schemas: Schemas, examples: Examples
) -> dict[str, dict[str, Any]]:
    paths: dict[str, dict[str, Any]] = {}
    for one in found:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one, schemas, examples)
    return paths


def _operation(one: Operation, schemas: Schemas, examples: Examples) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": one.id,
        "summary": one.summary,
        "tags": [one.place],
        "parameters": [_parameter(part, examples.of(one.path, part)) for part in one.parameters],
        "security": OPENED.get(one.said.opens) or [{"token": [one.said.opens]}],
        "responses": responses_of(one, schemas),
    }
    body = body_of(one.said, schemas)
    return told if body is None else told | {"requestBody": body}


def _parameter(part: Parameter, example: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": part.name,
        "in": part.where,
        "required": part.where == "path",
        "description": part.words,
        "schema": part.schema,
    }
    return told if example is None else told | {"example": example}


def _security() -> dict[str, Any]:
    scopes = " ".join(f"{scope.name}: {scope.words}" for scope in SCOPES)
    return {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": f"A personal token, or an access token made from one. {scopes}",
        },
        "refresh": {
            "type": "http",
            "scheme": "bearer",
            "description": "A refresh token, good once, for the next pair.",
        },
    }
