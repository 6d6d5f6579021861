"""The answers of an operation: what it is for, and each way it may end otherwise."""

from __future__ import annotations

from typing import Any, Final

from webapp.api.document.schemas import Schemas, partly
from webapp.api.operations import Operation
from webapp.core.asked import AskedMany
from webapp.core.errors import SENTENCES, TITLES
from webapp.core.paging import is_paged
from webapp.core.problems import PROBLEM_JSON

USUAL: Final = (401, 429, 500, 503)
DONE: Final = {
    200: "As asked.",
    201: "Made.",
    202: "Asked for; the address of the work is in Location.",
    204: "Done; there is nothing more to say.",
}
PAGED: Final = " The pages beside this one are in Link."
LEADS_ON: Final = {"description": "Another address answers this; it is in Location."}
UNCHANGED: Final = {"description": "Unchanged since the ETag in If-None-Match."}
TEXT: Final = {"schema": {"type": "string"}}
COUNT: Final = {"schema": {"type": "integer"}}
HEADERS: Final[dict[str, dict[str, Any]]] = {
    "X-Request-ID": {"description": "Names this request in our logs.", **TEXT},
    "X-RateLimit-Limit": {"description": "How many requests there may be.", **COUNT},
    "X-RateLimit-Remaining": {"description": "How many are left.", **COUNT},
    "X-RateLimit-Reset": {"description": "When there are all again, in Unix seconds.", **COUNT},
    "ETag": {"description": "Names this answer; send it as If-None-Match.", **TEXT},
    "Link": {"description": "First, prev, next, last page as there are (RFC 8288).", **TEXT},
    "Location": {"description": "Where the work is.", **TEXT},
    "Retry-After": {"description": "Seconds to wait before asking again.", **COUNT},
    "WWW-Authenticate": {"description": "What would open this.", **TEXT},
}
SCOPED: Final = frozenset({"jobs", "account:read"})
EVERY: Final = ("X-Request-ID", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")


def responses_of(operation: Operation, schemas: Schemas) -> dict[str, Any]:
    """Give every answer an operation may have, by its status."""
    said = operation.said
    found: dict[str, Any] = {str(said.status): _done(operation, schemas)}
    if operation.method == "GET" and not said.opens:
        found["304"] = UNCHANGED
    if said.leads_on:
        found["301"] = found["303"] = LEADS_ON
    in_path = any(one.where == "path" for one in operation.parameters)
    scoped = (403,) if operation.method != "GET" or said.opens in SCOPED else ()
    missing = (404, 405) if in_path else ()
    for status in sorted({*USUAL, *said.problems, *scoped, *missing}):
        found[str(status)] = {"$ref": f"#/components/responses/{status}"}
    return dict(sorted(found.items()))


def done_said(operation: Operation) -> str:
    """Say what it means that an operation was answered as asked."""
    said = operation.said
    if said.page is AskedMany:
        return "Asked for; where all of it is listed is in Location."
    return DONE[said.status] + (PAGED if is_paged_list(operation) else "")


def is_paged_list(operation: Operation) -> bool:
    """Say whether an operation gives a list part by part."""
    return operation.method == "GET" and is_paged(operation.said.query)


def _done(operation: Operation, schemas: Schemas) -> dict[str, Any]:
    said = operation.said
    told: dict[str, Any] = {"description": done_said(operation), "headers": _headers(operation)}
    if said.page is not None:
        schema = schemas.references[said.page]
        content = partly(schema, schemas) if said.partly else schema
        told["content"] = {"application/json": {"schema": content}}
    return told


def _headers(operation: Operation) -> dict[str, Any]:
    names = list(EVERY)
    if operation.method == "GET" and not operation.said.opens:
        names.append("ETag")
    if is_paged_list(operation):
        names.append("Link")
    if operation.said.status == 202:  # noqa: PLR2004 - HTTP's own
        names.append("Location")
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def problem_responses(problem: dict[str, Any]) -> dict[str, Any]:
    """Give every way a request may fail, once for all operations."""
    return {
        str(status): {
            "description": f"{title}. {SENTENCES.get(status, '')}".strip(),
            "headers": _problem_headers(status),
            "content": {PROBLEM_JSON: {"schema": problem}},
        }
        for status, title in TITLES.items()
    }


def _problem_headers(status: int) -> dict[str, Any]:
    more = {401: ("WWW-Authenticate",), 429: ("Retry-After",), 503: ("Retry-After",)}
    names = ("X-Request-ID", *more.get(status, ()))
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}
