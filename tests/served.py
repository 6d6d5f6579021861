"""An app served to a browser, and over only when its last request is."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.serving import make_server

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

PATIENCE_S = 30


class _Counted:
    """Counts the requests under way; after `end` each new one is turned away.

    A browser keeps its connections and may ask once more while a test is being cleared away:
    what such a request took from the database would be left to nobody.
    """

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._changed = threading.Condition()
        self._under_way = 0
        self._over = False

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        with self._changed:
            if self._over:
                start("503 Service Unavailable", [("Content-Length", "0")])
                return []
            self._under_way += 1
        try:
            return [self._whole(environ, start)]
        finally:
            with self._changed:
                self._under_way -= 1
                self._changed.notify_all()

    def _whole(self, environ: WSGIEnvironment, start: StartResponse) -> bytes:
        """Answer and be done with it: the server closes an answer when it likes."""
        found = self._app(environ, start)
        try:
            return b"".join(found)
        finally:
            if close := getattr(found, "close", None):
                close()

    def end(self) -> None:
        with self._changed:
            self._over = True
            assert self._changed.wait_for(lambda: not self._under_way, PATIENCE_S)


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """Serve an app on a port of its own; gives its address, `http://127.0.0.1:…`."""
    counted = _Counted(app)
    server = make_server("127.0.0.1", 0, counted, threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        counted.end()
        server.server_close()
