"""One request as a stand-in sees it, and what a stand-in is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from webapp.simulator.replies import Reply

Environ: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request below one stand-in's prefix; `base_url` is where that prefix is reached."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes
    base_url: str
    caller: str

    @property
    def reads(self) -> bool:
        """Whether it only asks, and changes nothing."""
        return self.method in {"GET", "HEAD"}


Stand: TypeAlias = Callable[[Asked], Reply]
"""Everything one upstream answers, its limits with it; its faults are the simulator's."""


def asked_of(environ: Environ, prefix: str) -> Asked:
    """Read a WSGI request as the stand-in at this prefix is to see it."""
    host = environ.get("HTTP_HOST") or f"127.0.0.1:{environ.get('SERVER_PORT', '80')}"
    return Asked(
        method=environ["REQUEST_METHOD"],
        path=environ.get("PATH_INFO", "/").removeprefix(prefix),
        query=environ.get("QUERY_STRING", ""),
        headers=headers_of(environ),
        body=body_of(environ),
        base_url=f"http://{host}{prefix}",
        caller=environ.get("REMOTE_ADDR", ""),
    )


def headers_of(environ: Environ) -> dict[str, str]:
    """Give a request's headers by their usual names."""
    return {
        name.removeprefix("HTTP_").replace("_", "-").title(): str(value)
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }


def body_of(environ: Environ) -> bytes:
    """Give a request's body, as long as it says it is."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    body: bytes = environ["wsgi.input"].read(length) if length else b""
    return body
