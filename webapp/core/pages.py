"""One page, one dataclass, three answers: the whole page, the part htmx swaps, or JSON.

The only module that knows htmx-flask. Finished things are answered from a content
version: an unchanged one costs a 304, a known one costs a file read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec
from flask import Flask, Response, abort, current_app, render_template, request
from htmx_flask import Htmx
from jinja2_fragments.flask import render_block
from markupsafe import Markup
from werkzeug.datastructures import Accept
from werkzeug.http import quote_etag

from webapp import __version__
from webapp.config import Settings
from webapp.core import page_cache
from webapp.core.addresses import canonical_url, json_url
from webapp.core.bounded import Bounded
from webapp.core.fragments import hold_fragments
from webapp.core.momentary import Momentary
from webapp.core.packing import codings, pack
from webapp.core.page_cache import Kept
from webapp.core.problems import is_api
from webapp.core.settings import EXTENSION

Kind = Literal["whole", "part", "json"]
VARY = "HX-Request, HX-Request-Type, Accept"
SHARED = "public, no-cache"
DRAWN_WITH = frozenset({".html", ".css", ".js", ".py"})
PRIVATE = "private, no-store"
JSON = "application/json"
OK, REDIRECTS, FIRST_PROBLEM = 200, 300, 400


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part that need not be drawn for this reader, and the page that goes around it.

    `whole` gives that page around the part where it need not be drawn either, else None.
    """

    part: Callable[[], bytes]
    around: Callable[[], Any]
    whole: Callable[[bytes], bytes | None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page says before it is compressed: text, type and where it may be kept."""

    body: bytes
    mimetype: str
    status: int = 200


SAID_BYTES = 4 * 1024 * 1024
_fronts: Momentary[Answer] = Momentary("fronts", 2, most=64, beside=True)
_said: Bounded[bytes, tuple[str, Kept]] = Bounded(SAID_BYTES, lambda said: len(said[1].body))
"""By address what was said there last, under its name: what it said before makes place for it."""


def answer_with_htmx(app: Flask) -> None:
    """Let requests know whether htmx sent them, and keep finished pages on disk."""
    Htmx(app)
    app.extensions["guildhall.release"] = release_of(app)
    page_cache.open_cache(app)
    hold_fragments(app)


def release_of(app: Flask) -> str:
    """Name this release by its version, its address, and what its pages are drawn with."""
    settings: Settings = app.extensions[EXTENSION]
    said = f"{__version__}|{settings.public_url}|{settings.demo}"
    drawn_with = hashlib.sha256(said.encode())
    for folder in ("templates", "static", "webapp"):
        for file in sorted(Path(app.root_path, folder).rglob("*")):
            if file.is_file() and file.suffix in DRAWN_WITH:
                drawn_with.update(file.read_bytes())
    return drawn_with.hexdigest()[:16]


def wanted_kind(part: str | None = None) -> Kind:
    """Say which of the three answers this request is for."""
    if request.path.endswith(".json") or is_api():
        return "json"
    if JSON in request.headers.get("Accept", ""):
        best = request.accept_mimetypes.best_match(["text/html", JSON], "text/html")
        if best == JSON:
            return "json"
    swaps = bool(request.htmx) and request.headers.get("HX-Request-Type") == "partial"  # type: ignore[attr-defined]
    return "part" if swaps and part else "whole"


def send(  # noqa: PLR0913 - one keyword for each thing a page can say about itself
    template: str,
    *,
    page: Any,
    part: str | None = None,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    private: bool = False,
) -> Response:
    """Answer with `page` in the form the request asked for; never kept by anyone unasked.

    Below the API a page that says something is missing is a problem instead.
    """
    if status >= FIRST_PROBLEM and is_api():
        abort(status)
    response = _unkept(_answer(template, page, part, status), private=private)
    response.headers.update(headers or {})
    return response


def send_front(template: str, *, page: Callable[[], Any], part: str | None = None) -> Response:
    """Answer as `send` does with what is the same for everybody and may be two seconds old.

    `page` is asked once for all who come meanwhile; with a query it is asked each time.
    """
    if request.query_string:
        return send(template, page=page(), part=part)
    key = (request.path, wanted_kind(part))
    answer = _fronts.get(lambda: _answer(template, page(), part, 200), key)
    return _unkept(answer, private=False)


def send_same(
    template: str, *, page: Any, part: str | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer as `send` does, but draw nothing anew that says the same as before.

    For a page whose drawing depends on `page`, a dataclass, and the address alone, the same for
    everybody. Its ETag names what it says.
    """
    kind = wanted_kind(part)
    if kind == "json":
        return send(template, page=page, part=part, headers=headers)
    asked = f"{current_app.extensions['guildhall.release']}|{template}|{kind}|{request.full_path}"
    place = hashlib.sha256(asked.encode())
    key = hashlib.sha256(place.digest() + msgspec.json.encode(page)).hexdigest()[:32]
    known = _known(key)
    if known:
        response = Response(status=304)
    else:
        last, kept = _said.get(place.digest()) or ("", None)
        if kept is None or last != key:
            answer = _answer(template, page, part, OK)
            kept = Kept(answer.mimetype, pack(answer.body))
            _said.put(place.digest(), (key, kept))
        response = kept.response(_reads())
        known = _coded(key, response)
    response.headers.update({**_promises(known), "Cache-Control": "no-cache"})
    response.headers.update(headers or {})
    return response


def send_finished(  # noqa: PLR0913 - one keyword for each way not to draw a page
    version: str,
    template: str,
    *,
    page: Callable[[], Any],
    part: str | None = None,
    part_reads: str | None = None,
    drawn: Drawn | None = None,
) -> Response:
    """Answer with a finished thing: 304, the kept copy, or `page()` rendered and kept.

    `version` names everything the page shows; `page` is called only when no copy is kept.
    A URL with a query (a chosen moment, a filter) has its own ETag but is never kept, save
    for a part that reads little of the query: `part_reads` says what, in few possible words.
    What is not kept takes its part from `drawn` where that is given.
    """
    kind = wanted_kind(part)
    facts = f"{version}|{current_app.extensions['guildhall.release']}|{kind}"
    alone = part_reads if kind == "part" else None
    asked = request.full_path if alone is None else f"{request.path}?{alone}"
    key = hashlib.sha256(f"{facts}|{asked}".encode()).hexdigest()
    etag = key[:32]
    known = _known(etag)
    if known:
        return Response(status=304, headers=_promises(known))
    if request.query_string and alone is None:
        answer = _around(template, kind, drawn) if drawn and kind != "json" else None
        response = _response(answer or _answer(template, page(), part, 200))
        return _promised(response, _coded(etag, response))
    kept = page_cache.load(key) or page_cache.save(key, _answer(template, page(), part, 200))
    return _promised(kept.response(_reads()), etag)


def _known(etag: str) -> str | None:
    """Say by which tag the reader has this answer; what was packed on its way bears its coding."""
    codings = current_app.config["COMPRESS_ALGORITHM"] if request.if_none_match else ()
    tags = (etag, *(f"{etag}:{coding}" for coding in codings))
    return next((tag for tag in tags if request.if_none_match.contains(tag)), None)


def _coded(etag: str, response: Response) -> str:
    """Name an answer in its coding: the same bytes packed otherwise are others."""
    coding = response.headers.get("Content-Encoding")
    return f"{etag}:{coding}" if coding else etag


def _unkept(answer: Answer, *, private: bool) -> Response:
    response = _response(answer)
    response.headers["Vary"] = VARY
    response.headers["Cache-Control"] = PRIVATE if private else "no-cache"
    if answer.mimetype == JSON and answer.status == OK and not private:
        return name_by_bytes(response, answer.body)
    return response


def name_by_bytes(response: Response, body: bytes) -> Response:
    """Let a program that has these bytes already be told so; nobody keeps them for it."""
    etag = hashlib.sha256(body).hexdigest()[:32]
    known = _known(etag) if request.method in {"GET", "HEAD"} else None
    if known:
        response = Response(status=304)
        response.headers["Cache-Control"] = "no-cache"
    response.headers["ETag"] = quote_etag(known or _coded(etag, response))
    response.headers["Vary"] = f"{VARY}, Accept-Encoding"
    return response


def _response(answer: Answer) -> Response:
    """Answer, packed where the browser reads that; others get theirs packed on its way."""
    response = Response(answer.body, status=answer.status, mimetype=answer.mimetype)
    small = len(answer.body) < current_app.config["COMPRESS_MIN_SIZE"]
    if not small and OK <= answer.status < REDIRECTS and _reads()["zstd"] > 0:
        response.set_data(pack(answer.body))
        response.headers["Content-Encoding"] = "zstd"
    return response


def _reads() -> Accept:
    return codings(request.headers.get("Accept-Encoding", ""))


def _promised(response: Response, etag: str) -> Response:
    response.headers.update(_promises(etag))
    return response


def _promises(etag: str) -> dict[str, str]:
    vary = f"{VARY}, Accept-Encoding"
    return {"ETag": quote_etag(etag), "Cache-Control": SHARED, "Vary": vary}


def _around(template: str, kind: Kind, drawn: Drawn) -> Answer:
    part = drawn.part()
    if kind == "part":
        return Answer(part, "text/html")
    whole = drawn.whole(part) or draw_around(template, drawn.around(), part.decode()).encode()
    return Answer(whole, "text/html")


def draw_around(template: str, page: Any, part: str, **told: str) -> str:
    """Render a page around a part that is drawn already; `told` replaces what it is told."""
    rendered = {"part": Markup(part)}  # nosec B704  # noqa: S704 - it is
    return render_template(template, **(_context(page) | rendered | told))


def draw_part(template: str, part: str, page: Any) -> str:
    """Render one block of a page's template, as `send` would."""
    return render_block(template, part, **_context(page))


def _context(page: Any) -> dict[str, Any]:
    return {"page": page, "canonical_url": canonical_url(), "json_url": json_url(), "part": None}


def _answer(template: str, page: Any, part: str | None, status: int) -> Answer:
    kind = wanted_kind(part)
    if kind == "json":
        return Answer(msgspec.json.encode(page), JSON, status)
    if kind == "part" and part:
        return Answer(draw_part(template, part, page).encode(), "text/html", status)
    return Answer(render_template(template, **_context(page)).encode(), "text/html", status)
