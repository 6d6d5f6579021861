"""Pictures an upstream has, fetched once by a job and served by us under names made of their bytes.

A set maps what an upstream calls a picture to the key of our copy, and says which are missing; a
page without one shows a badge. SVG is never kept: it can hold script. It knows no game.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

import structlog
from flask import Response, abort

from webapp.core.objects import ObjectMissing, current_objects
from webapp.core.upstream_errors import Drifted, Unavailable, UpstreamError

log = structlog.get_logger()

KINDS: Final = {"png": "image/png", "webp": "image/webp", "jpg": "image/jpeg"}
BEGINNINGS: Final = (
    (b"\x89PNG\r\n\x1a\n", 0, "png"),
    (b"\xff\xd8\xff", 0, "jpg"),
    (b"WEBP", 8, "webp"),
)
NAME: Final = re.compile(r"[0-9a-f]{24}\.(?:png|webp|jpg)")
NAME_LETTERS: Final = 24
GONE: Final = "This picture is not kept here."
FOR_GOOD: Final = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Album:
    """Where the pictures of one upstream lie: a folder of the store, and the same as an address."""

    folder: str

    def keep(self, body: bytes) -> str:
        """Keep our copy of a picture; gives its key. Raises Drifted for what is none."""
        digest = hashlib.sha256(body).hexdigest()
        key = self._key(f"{digest[:NAME_LETTERS]}.{ending_of(body)}")
        current_objects().put(key, body)
        return key

    def send(self, name: str) -> Response:
        """Answer with our copy of a picture, for good; what is none of its names is not here."""
        if not NAME.fullmatch(name):
            abort(404, GONE)
        try:
            body = current_objects().get(self._key(name))
        except ObjectMissing:
            abort(404, GONE)
        response = Response(body, mimetype=KINDS[PurePosixPath(name).suffix[1:]])
        response.headers["Cache-Control"] = FOR_GOOD
        return response

    def fetch_missing(
        self,
        known: Mapping[str, str],
        wanted: Iterable[str],
        fetch: Callable[[str], bytes],
        *,
        most: int,
    ) -> dict[str, str]:
        """Give the set with up to `most` more of the wanted pictures in it, in their order.

        One that cannot be had is left out; an upstream that is away ends it until the next time.
        """
        art = dict(known)
        for name in [name for name in dict.fromkeys(wanted) if name not in known][:most]:
            try:
                art[name] = self.keep(fetch(name))
            except Unavailable as away:
                log.info("pictures wait for the next refresh", reason=away.sentence)
                break
            except UpstreamError as wrong:
                log.info("picture left out", picture=name, reason=wrong.sentence)
        return art

    def _key(self, name: str) -> str:
        return f"{self.folder}/{name}"


def ending_of(body: bytes) -> str:
    """Say what a picture is by how it begins; raises Drifted for what we would not serve."""
    for magic, at, ending in BEGINNINGS:
        if body[at : at + len(magic)] == magic:
            return ending
    raise Drifted("What should be a picture is none we can show.", body)


def address_of(key: str) -> str:
    """Give where our copy of a picture is served: its key is its address."""
    return f"/{key}"
