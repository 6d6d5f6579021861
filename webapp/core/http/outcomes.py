"""From what came, or failed to come, to one of the named outcomes and its sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

import httpcore2
import msgspec

from webapp.core.http.addresses import PrivateAddress
from webapp.core.http.bodies import Broken, CutShort, TooLarge
from webapp.core.http.deadline import TooLate
from webapp.core.http.headers import reset_in, retry_after
from webapp.core.http.upstream import Route, Upstream
from webapp.core.http.wire import Answer
from webapp.core.upstream_errors import (
    Drifted,
    Forbidden,
    NotFound,
    Oversize,
    Rejected,
    ServerFailed,
    Throttled,
    Unavailable,
    UpstreamError,
    Walled,
)

SOON = timedelta(seconds=30)
THROTTLED_SECONDS = 60.0
LONGEST_WAIT = 15 * 60.0
GOOD = frozenset({200, 203, 204, 304})
SLOW_DOWN = frozenset({420, 429})
TRANSPORT = (
    httpcore2.TimeoutException,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.UnsupportedProtocol,
    TooLate,
    TooLarge,
    Broken,
    CutShort,
    PrivateAddress,
)


def why_it_failed(error: Exception, upstream: Upstream, now: datetime) -> UpstreamError:
    """Name what a failed exchange means to a reader."""
    label = upstream.label
    match error:
        case TooLate() | httpcore2.TimeoutException():
            return Unavailable(f"{label} did not answer in time.", now + SOON)
        case PrivateAddress() | httpcore2.UnsupportedProtocol() | httpcore2.LocalProtocolError():
            return Walled(f"{label} leads to an address we do not call.")
        case TooLarge():
            return Oversize(f"{label} sent far more than this should be, so it was not read.")
        case Broken():
            return Drifted(f"{label} sent something packed in a way we cannot open.")
        case CutShort() | httpcore2.ReadError() | httpcore2.RemoteProtocolError():
            return Unavailable(f"{label} broke off in the middle of its answer.", now + SOON)
        case _:
            return Unavailable(f"{label} could not be reached.", now + SOON)


def refusal(
    answer: Answer, upstream: Upstream, route: Route, now: datetime
) -> UpstreamError | None:
    """Give what an answer means when it is not a good one; None for a good one."""
    status, label = answer.status, upstream.label
    if status in GOOD:
        return _drift(answer, upstream, route)
    if status in SLOW_DOWN:
        return Throttled(f"{label} asked us to slow down.", now + asked_wait(answer.headers, now))
    if 400 <= status < 500:  # noqa: PLR2004 - HTTP's own numbers
        return _no(answer, label)
    if status >= 500:  # noqa: PLR2004 - HTTP's own numbers
        wait = retry_after(answer.headers, now)
        later = now + (timedelta(seconds=min(wait, LONGEST_WAIT)) if wait else SOON)
        return ServerFailed(f"{label} has a fault of its own at the moment.", later, status)
    return Drifted(f"{label} sent us elsewhere, and we do not follow.", answer.body)


def _no(answer: Answer, label: str) -> UpstreamError:
    """Name a refusal that asking again will not change."""
    if answer.status in {404, 410}:
        return NotFound(f"{label} does not have this.")
    if answer.status in {401, 403}:
        return Forbidden(f"{label} does not show this to us.")
    said = own_words(answer.body)
    return Rejected(f"{label} did not accept the question{f': {said}' if said else '.'}", said)


def asked_wait(headers: Mapping[str, str], now: datetime) -> timedelta:
    """Give how long a 429 wants us to wait, bounded; a minute when it does not say."""
    asked = retry_after(headers, now)
    if asked is None:
        asked = reset_in(headers, now)
    seconds = THROTTLED_SECONDS if asked is None else max(asked, 1.0)
    return timedelta(seconds=min(seconds, LONGEST_WAIT))


def own_words(body: bytes) -> str:
    """Give the upstream's own reason as one short printable line, or nothing."""
    try:
        said = msgspec.json.decode(body[:4096])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return ""
    text = said.get("error") or said.get("message") if isinstance(said, dict) else None
    if not isinstance(text, str):
        return ""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return re.sub(r"\s+", " ", plain).strip()[:200]


def _drift(answer: Answer, upstream: Upstream, route: Route) -> Drifted | None:
    start = answer.body[:256].lstrip(b"\xef\xbb\xbf \t\r\n")
    page = start[:1] == b"<" and "svg" not in answer.headers.get("content-type", "")
    if answer.status == 304 or not (route.kind == "json" or page):  # noqa: PLR2004
        return None
    if page:
        return Drifted(f"{upstream.label} sent a web page in place of data.", answer.body)
    if not start:
        return Drifted(f"{upstream.label} sent an empty answer.", answer.body)
    if start[:1] not in b'{["0123456789-tfn':
        return Drifted(f"{upstream.label} sent something that is not data.", answer.body)
    return None
