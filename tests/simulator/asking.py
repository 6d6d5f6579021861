"""Ask the simulator as a WSGI server would, without a socket."""

import io
from collections.abc import Callable
from typing import Any

from webapp.simulator import create_simulator

Answer = tuple[int, dict[str, str], bytes]
Ask = Callable[..., Answer]


def asker(**made: Any) -> Ask:
    app = create_simulator(**made)

    def ask(path: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
        told: list[Any] = []
        path, _, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_HOST": "127.0.0.1:8790",
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        told.append(b"".join(app(environ, lambda status, sent: told.extend((status, sent)))))
        return int(told[0].split()[0]), dict(told[1]), told[2]

    return ask
