"""What every answer must be, however bad the question."""

from __future__ import annotations

import re

from werkzeug.test import TestResponse

TRACES = (b"Traceback", b"psycopg", b"sqlalchemy", b"werkzeug", b'File "/', b"SELECT ", b"jinja2")
SERVER_FAULT = 500


def sound(answer: TestResponse) -> TestResponse:
    """Check an answer: no fault of ours, an id to quote, the policy, nothing of our insides."""
    assert answer.status_code < SERVER_FAULT, answer.text
    assert re.fullmatch(r"[A-Za-z0-9_-]{8,64}", answer.headers["X-Request-ID"])
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert not [trace for trace in TRACES if trace in answer.data]
    return answer
