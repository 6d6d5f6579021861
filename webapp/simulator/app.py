"""The simulator as one plain WSGI application.

Below /deadlock/ it is deadlock-api. /_ctl sets and clears faults, /_log tells what was asked.
Faults of the wire are named in environ["simulator.byte_fault"] for the server to do; without
that server they have no effect.
"""

import gzip
import json
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from webapp.simulator.deadlock.service import DeadlockService
from webapp.simulator.faults import BadFault, Faults, spoil
from webapp.simulator.journal import Journal
from webapp.simulator.limits import LIMITS, Buckets, Limit
from webapp.simulator.replies import Reply, error_reply, json_reply

Environ = dict[str, Any]
StartResponse = Callable[[str, list[tuple[str, str]]], Any]
WSGIApp = Callable[[Environ, StartResponse], Iterable[bytes]]
_WORTH_PACKING = 1024
_PREFIX = "/deadlock"


def create_simulator(
    *, real_data: Path | None = None, limits: Mapping[str, Limit] = LIMITS
) -> WSGIApp:
    """Give a WSGI callable with its own faults, buckets and log.

    real_data is a folder with deadlock/metadata and deadlock/metadata_raw; the matches in it are
    served as they are, everything else is generated.
    """
    return _Simulator(DeadlockService(real_data), Buckets(limits))


class _Simulator:
    def __init__(self, deadlock: DeadlockService, buckets: Buckets) -> None:
        self._deadlock, self._buckets = deadlock, buckets
        self._faults, self._journal = Faults(), Journal()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "/")
        if path in {"/_ctl", "/_log"}:
            reply = self._control(method, path, environ)
        else:
            reply = self._ask(method, path, environ)
        environ["simulator.byte_fault"] = reply.byte_fault
        headers = {**reply.headers, "Content-Length": str(len(reply.body))}
        start_response(reply.line, list(headers.items()))
        return [b"" if method == "HEAD" else reply.body]

    def _ask(self, method: str, path: str, environ: Environ) -> Reply:
        query = environ.get("QUERY_STRING", "")
        self._journal.note(method, path, query, _headers(environ))
        if method not in {"GET", "HEAD"}:
            return error_reply(405, "Method not allowed")
        if not path.startswith(f"{_PREFIX}/"):
            return error_reply(404, "Not found")
        reply = self._limited(path.removeprefix(_PREFIX), query, environ)
        fault = self._faults.strike(path)
        if fault is not None:
            return spoil(fault, reply)
        return _packed(reply, environ.get("HTTP_ACCEPT_ENCODING", ""))

    def _limited(self, path: str, query: str, environ: Environ) -> Reply:
        key = environ.get("HTTP_X_API_KEY", "").removeprefix("HEXE-")
        caller = key or environ.get("REMOTE_ADDR", "")
        kind = self._deadlock.kind_of(path)
        allowance = self._buckets.take(caller, kind, keyed=bool(key))
        if not allowance.allowed:
            reply = error_reply(429, "Rate limit exceeded")
        else:
            reply = self._deadlock.answer(path, query, _base_url(environ))
        return Reply(reply.status, reply.body, {**reply.headers, **allowance.headers()})

    def _control(self, method: str, path: str, environ: Environ) -> Reply:
        if (method, path) == ("POST", "/_ctl"):
            return self._order(environ)
        if (method, path) == ("DELETE", "/_ctl"):
            self._faults.clear()
        elif (method, path) == ("DELETE", "/_log"):
            self._journal.clear()
        elif (method, path) == ("GET", "/_log"):
            return json_reply(self._journal.read(), max_age_s=0)
        else:
            return error_reply(405, "Method not allowed")
        return json_reply({"done": True}, max_age_s=0)

    def _order(self, environ: Environ) -> Reply:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        try:
            wanted = json.loads(body)
            for order in wanted if isinstance(wanted, list) else [wanted]:
                self._faults.order(order)
        except (BadFault, ValueError, AttributeError) as error:
            return error_reply(400, str(error))
        return json_reply({"done": True}, max_age_s=0)


def _headers(environ: Environ) -> dict[str, str]:
    return {
        name.removeprefix("HTTP_").replace("_", "-").title(): str(value)
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }


def _base_url(environ: Environ) -> str:
    host = environ.get("HTTP_HOST") or f"127.0.0.1:{environ.get('SERVER_PORT', '80')}"
    return f"http://{host}{_PREFIX}"


def _packed(reply: Reply, accepted: str) -> Reply:
    """As real answers are: gzip for those who take it."""
    if "gzip" not in accepted or len(reply.body) < _WORTH_PACKING:
        return reply
    packed = Reply(reply.status, _gzip(reply.body), reply.headers)
    return packed.plus(Content_Encoding="gzip", Vary="Accept-Encoding")


@lru_cache(maxsize=32)
def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=1, mtime=0)
