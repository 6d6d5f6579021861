"""What the client is told about an upstream, and what it gives back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from urllib.parse import SplitResult, urlsplit

from webapp.core.rate_limit import Bucket, Window
from webapp.core.upstream_errors import Drifted, Walled

Kind = Literal["json", "bytes", "image"]
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
MIB = 1024 * 1024
# Printable ASCII without space, backslash and what would begin a query or a fragment.
PATH = re.compile(r"(?:/[A-Za-z0-9._~!$&'()*+,;=:%-]+)+/?")


@dataclass(frozen=True, slots=True)
class Route:
    """One kind of question: how it is named in records, budgeted and read.

    `absent_statuses` are 5xx answers that say "this thing is not there yet": the upstream is
    well, so they neither trip the breaker nor are asked again at once. `aside` is the word an
    answer of another form than agreed is kept under, after the upstream's; without, none is kept.
    """

    template: str
    group: str
    windows: tuple[Window, ...] = ()
    kind: Kind = "json"
    max_bytes: int = 8 * MIB
    max_inflated_bytes: int = 32 * MIB
    absent_statuses: frozenset[int] = frozenset()
    learns: bool = True
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Upstream:
    """One service we ask: how readers know it, where it is, how fast it may be asked."""

    name: str
    label: str
    base_url: str
    hosts: frozenset[str] = frozenset()
    windows: tuple[Window, ...] = ()
    secret_headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def base(self) -> SplitResult:
        """The base URL in parts."""
        return urlsplit(self.base_url)

    @property
    def is_loopback(self) -> bool:
        """Say whether the configuration put this upstream on this very machine."""
        return self.base.hostname in LOOPBACK_HOSTS

    def buckets(self, route: Route) -> tuple[Bucket, ...]:
        """Name the budgets one call of this route draws on."""
        own = Bucket(f"{self.name}:{route.group}", route.windows)
        return (own, Bucket(f"{self.name}:*", self.windows)) if self.windows else (own,)

    def address(self, path: str) -> str:
        """Give the full URL of a path below the base; raises ValueError for anything else."""
        if not PATH.fullmatch(path) or ".." in path.split("/"):
            raise ValueError("not a path below the upstream")
        url = self.base_url.rstrip("/") + path
        self.check(url)
        return url

    def owns(self, url: str) -> bool:
        """Say whether a URL lies at the configured origin itself: only there go our keys."""
        return url.startswith(f"{self.base.scheme}://{self.base.netloc}/")

    def check(self, url: str) -> SplitResult:
        """Give the parts of a URL we may call; raises Walled."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            parts, port = urlsplit(""), None
        host = parts.hostname or ""
        if not url.isascii() or not url.isprintable() or " " in url or "\\" in url or "@" in url:
            host = ""
        if (parts.scheme, host, port) == (self.base.scheme, self.base.hostname, self.base.port):
            allowed = parts.scheme == "https" or self.is_loopback
        else:
            allowed = parts.scheme == "https" and host in self.hosts and port in {None, 443}
        if not (host and allowed):
            raise Walled(f"{self.label} pointed to an address we do not call.")
        return parts


def tell_nobody(drift: Drifted) -> None:
    """Leave a drift to whom it is raised at."""
    del drift


@dataclass(frozen=True, slots=True)
class Reply:
    """A good answer, inflated; `fetched_at` is when the upstream last vouched for it.

    `note_drift` tells the record of the exchange that the answer was not so good after all.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime
    from_cache: bool = False
    url: str = ""
    note_drift: Callable[[Drifted], None] = field(default=tell_nobody, repr=False, compare=False)

    def drifted(self, sentence: str) -> Drifted:
        """Give the error for a body of another form than agreed; the record says so from now on."""
        drift = Drifted(sentence, self.body)
        self.note_drift(drift)
        return drift
