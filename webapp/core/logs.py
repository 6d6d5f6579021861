"""Logs as one JSON object a line, each carrying the id of the request or job it is about."""

from __future__ import annotations

import logging
import re
import sys
import uuid

import structlog
from flask import Flask, Response, g, request

REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")


def configure_logs(level: str) -> None:
    """Send every log of the process to standard output as JSON lines."""
    number = logging.getLevelNamesMapping()[level.upper()]
    steps: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*steps, structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processor=structlog.processors.JSONRenderer(),
            foreign_pre_chain=[*steps, structlog.stdlib.ExtraAdder()],
        )
    )
    logging.basicConfig(level=max(number, logging.INFO), handlers=[handler], force=True)


def request_id() -> str:
    """Give the id of what is being done now; makes one outside of any request or job."""
    bound = structlog.contextvars.get_contextvars().get("request_id")
    return str(bound) if bound else uuid.uuid4().hex


def chosen_id(given: str) -> str:
    """Give the id a request came with where it looks like one, else a new one."""
    return given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex


def follow_requests(app: Flask) -> None:
    """Give every request an id that its logs, its answer and its jobs carry."""
    app.before_request(_begin)
    app.after_request(_name)
    app.teardown_request(_end)


def _begin() -> None:
    g.request_id = chosen_id(request.headers.get("X-Request-ID", ""))
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


def _name(response: Response) -> Response:
    response.headers["X-Request-ID"] = g.get("request_id", "")
    return response


def _end(_error: BaseException | None) -> None:
    structlog.contextvars.clear_contextvars()
