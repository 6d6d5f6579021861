"""Files to keep: named for the reader's disk, and for who has their bytes already."""

from __future__ import annotations

from typing import cast

from flask import Response, request

from webapp.core.pages import PRIVATE, SHARED, name_by_bytes

CSV = "text/csv; charset=utf-8"


def send_stored_file(body: bytes, kind: str, filename: str, etag: str) -> Response:
    """Answer with a file that never changes under its ETag; 304 to who has it."""
    return answer_once(_file(body, kind, filename), etag)


def send_made_file(body: bytes, kind: str, filename: str) -> Response:
    """Answer with a file made for this request; 304 to who has these very bytes."""
    return name_by_bytes(_file(body, kind, filename), body)


def send_table(body: str | bytes, name: str) -> Response:
    """Answer with a table as CSV, `<name>.csv`."""
    return send_made_file(body.encode() if isinstance(body, str) else body, CSV, f"{name}.csv")


def send_private_table(body: str, name: str) -> Response:
    """Answer with a table for whoever asks alone as CSV, `<name>.csv`; kept by nobody."""
    answer = _file(body.encode(), CSV, f"{name}.csv")
    answer.headers["Cache-Control"] = PRIVATE
    return answer


def answer_once(response: Response, etag: str) -> Response:
    """Put an answer under an ETag; who has it already is told so."""
    response.set_etag(etag)
    response.headers["Cache-Control"] = SHARED
    return cast("Response", response.make_conditional(request))


def _file(body: bytes, kind: str, filename: str) -> Response:
    response = Response(body, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.headers["Cache-Control"] = "no-cache"
    return response
