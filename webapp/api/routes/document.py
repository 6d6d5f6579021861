"""The address of the document."""

from __future__ import annotations

from flask import Response, request

from webapp.api.document.build import build_document
from webapp.api.routes import bp
from webapp.api.said import Said, documented


@bp.get("/openapi.json")
@documented(Said(dict))
def openapi() -> Response:
    """Give this document: OpenAPI 3.1, made from what answers."""
    built = build_document()
    response = Response(built.body, content_type="application/json")
    response.set_etag(built.etag)
    response.headers["Cache-Control"] = "public, no-cache"
    return response.make_conditional(request)  # type: ignore[return-value]
