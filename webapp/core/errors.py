"""What a reader sees when something goes wrong: what happened, what still works, and an id."""

from __future__ import annotations

from dataclasses import dataclass

import structlog
from flask import Flask, Response, g, request
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable

from webapp.core.pages import send
from webapp.core.problems import is_api, send_problem

log = structlog.get_logger()
FIRST_ERROR = 400
SECRET_WORDS = frozenset({"secret", "proof"})
"""Arguments of addresses that open something for whoever has them."""

TITLES = {
    400: "We could not read that request",
    401: "Sign in to go on",
    403: "That is not allowed from here",
    404: "There is nothing at this address",
    405: "This address cannot be used that way",
    409: "That does not go together",
    413: "That file is too large",
    415: "That kind of file is not read here",
    429: "Too many requests for now",
    500: "Something broke on our side",
    503: "Part of Guildhall is away",
}
SENTENCES = {
    400: "The address or the form held something that cannot be read.",
    401: "This needs an account.",
    403: "The request did not come from one of our own pages.",
    404: "The address may be mistyped, or the thing was never here.",
    405: "Go back and use the page's own links and buttons.",
    409: "Something else stands in the way of it.",
    413: "Bring a smaller file; demos go to the Data tab of their match, replays to their room.",
    429: "Wait a little and try again.",
    500: "Nothing was lost or half-written. It is logged under the id below.",
    503: "The database does not answer at the moment. Try again in a few seconds.",
}


@dataclass(frozen=True, slots=True)
class Way:
    """One link out of an error."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """An error as a page, a part or JSON."""

    status: int
    title: str
    sentence: str
    request_id: str
    ways: tuple[Way, ...]


def answer_errors(app: Flask) -> None:
    """Answer every failure with a page, a part or JSON that carries the request id."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(OperationalError, _database_away)
    app.register_error_handler(Exception, _broken)


def _http_error(error: HTTPException) -> Response:
    if error.code is not None and error.code < FIRST_ERROR and error.response is None:
        return error.get_response()  # type: ignore[return-value]
    return _send(error)


def _database_away(error: OperationalError) -> Response:
    log.error("database away", error=str(error.orig))
    return _send(ServiceUnavailable(), {"Retry-After": "5"})


def _broken(error: Exception) -> Response:
    log.error("request failed", path=_told_path(), exc_info=error)
    return _send(InternalServerError())


def _told_path() -> str:
    """Name the address for the log; one that is somebody's key is told by its rule alone."""
    keys = SECRET_WORDS & set(request.view_args or ())
    return request.url_rule.rule if keys and request.url_rule else request.path


def _send(error: HTTPException, headers: dict[str, str] | None = None) -> Response:
    page = _page(error)
    told = _told(error) | (headers or {})
    if is_api():
        return send_problem(page.status, page.title, page.sentence, page.request_id, told)
    return send(
        "errors/error.html",
        page=page,
        part="error",
        status=page.status,
        headers={"Cache-Control": "no-store"} | told,
    )


def _page(error: HTTPException) -> ErrorPage:
    status = error.code or 500
    own = type(error).description
    said = error.description if error.description and error.description != own else None
    return ErrorPage(
        status=status,
        title=TITLES.get(status, error.name),
        sentence=said or SENTENCES.get(status, f"{error.name}."),
        request_id=g.get("request_id", ""),
        ways=(Way("Start page", "/"),),
    )


def _told(error: HTTPException) -> dict[str, str]:
    """Give the headers an error brings: what is allowed instead, and when to come back."""
    told = {k: v for k, v in error.get_headers() if k in {"Allow", "Retry-After"}}
    given = getattr(error, "retry_after", None)
    return told | ({"Retry-After": str(int(given))} if given else {})
