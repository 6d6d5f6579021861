"""Posting to an address a reader named: no upstream of ours, so no key, budget or memory.

https only, no redirects, every address the name has must be public and the one that was checked
is called, one deadline over all, little is read. An installation may name one address of this
very machine for tests; no other way leads inside.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from webapp.core.db import utc_now
from webapp.core.http.addresses import Resolve, is_loopback, is_public, resolve
from webapp.core.http.deadline import Deadline
from webapp.core.http.opening import VERSION
from webapp.core.http.outcomes import TRANSPORT, why_it_failed
from webapp.core.http.upstream import Route, Upstream
from webapp.core.http.wire import Answer, Wire
from webapp.core.settings import current_settings
from webapp.core.upstream_errors import UpstreamError, Walled

SECONDS: Final = 10.0
LABEL: Final = "The receiver"
ROUTE: Final = Route("/", "strangers", kind="bytes", max_bytes=64 * 1024, max_inflated_bytes=65_536)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one message: an answer of any status, or the reason there is none."""

    answer: Answer | None
    error: UpstreamError | None
    latency_ms: int


def post_to_stranger(
    url: str, body: bytes, headers: Mapping[str, str], *, ask: Resolve = resolve
) -> Outcome:
    """Post a JSON body once. Gives what came of it; raises nothing a network can cause."""
    began = time.monotonic()
    answer, error = None, _refused(url)
    if error is None:
        wire = Wire(lambda _: is_loopback if _is_ours(url) else is_public, ask)
        try:
            answer = wire.ask(url, _named(headers), ROUTE, Deadline.after(SECONDS), body=body)
        except TRANSPORT as failure:
            error = why_it_failed(failure, Upstream("strangers", LABEL, url), utc_now())
    return Outcome(answer, error, int((time.monotonic() - began) * 1000))


def _refused(url: str) -> UpstreamError | None:
    """Refuse what is not plainly https, whoever let it in."""
    odd = not url.isascii() or not url.isprintable() or any(letter in url for letter in " \\@")
    if odd or not (urlsplit(url).scheme == "https" or _is_ours(url)):
        return Walled(f"{LABEL} leads to an address we do not call.")
    return None


def _is_ours(url: str) -> bool:
    """Say whether a URL lies at the one address of this machine that tests name."""
    base = current_settings().receiver_on_loopback
    return bool(base) and url.startswith(f"{base}/")


def _named(headers: Mapping[str, str]) -> dict[str, str]:
    return {
        **headers,
        "Content-Type": "application/json",
        "User-Agent": f"Guildhall/{VERSION} (+{current_settings().public_url})",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
