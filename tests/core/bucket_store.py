"""A bucket on this machine that speaks S3's own protocol and checks every signature.

Version 4 signatures are computed anew from the documented recipe, so a wrong key, a wrong
path or a changed body is refused as a real store refuses it.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, quote, unquote, urlsplit
from xml.sax.saxutils import escape

KEY, SECRET, REGION, BUCKET = "a-key", "a/secret+key", "eu-test-1", "matches"
PAGE = 3
SIGNED = re.compile(
    r"AWS4-HMAC-SHA256 Credential=(?P<key>[^/]+)/(?P<scope>[^,]+), "
    r"SignedHeaders=(?P<names>[^,]+), Signature=(?P<signature>[0-9a-f]{64})"
)


@dataclass
class Bucket:
    """What the bucket holds, and whether it is well."""

    port: int = 0
    held: dict[str, bytes] = field(default_factory=dict)
    refused: int = 0
    ill: bool = False

    def url(self, secret: str = SECRET) -> str:
        """Give the address to open this bucket with."""
        credentials = f"{KEY}:{quote(secret, safe='')}"
        place = f"127.0.0.1:{self.port}/{BUCKET}/some/prefix"
        return f"s3://{credentials}@{place}?region={REGION}&scheme=http"


@contextmanager
def bucket_store() -> Iterator[Bucket]:
    """Serve one empty bucket on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Store)
    server.daemon_threads = True
    bucket = Bucket(server.server_address[1])
    server.bucket = bucket  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield bucket
    finally:
        server.shutdown()
        server.server_close()
        thread.join(2)


class _Store(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        key = self._admitted()
        if key == "":
            self._list()
        elif key is not None:
            body = self._bucket.held.get(key)
            self._send(404 if body is None else 200, body or b"")

    do_HEAD = do_GET  # noqa: N815 - the base class's name

    def do_PUT(self) -> None:
        key = self._admitted()
        if key:
            self._bucket.held[key] = self.body
            self._send(200)

    def do_DELETE(self) -> None:
        key = self._admitted()
        if key:
            self._bucket.held.pop(key, None)
            self._send(204)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in the base
        """Stay quiet."""

    @property
    def _bucket(self) -> Bucket:
        return self.server.bucket  # type: ignore[attr-defined,no-any-return]

    def _admitted(self) -> str | None:
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self._bucket.ill:
            self._send(503)
            return None
        if not _well_signed(self):
            self._bucket.refused += 1
            self._send(403, b"<Error><Code>SignatureDoesNotMatch</Code></Error>")
            return None
        bucket, _, key = unquote(urlsplit(self.path).path).lstrip("/").partition("/")
        assert bucket == BUCKET
        return key

    def _list(self) -> None:
        asked = dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))
        after = asked.get("continuation-token", "")
        keys = sorted(k for k in self._bucket.held if k.startswith(asked["prefix"]) and k > after)
        items = "".join(
            f"<Contents><Key>{escape(key)}</Key><Size>{len(self._bucket.held[key])}</Size>"
            "<LastModified>2026-11-21T04:00:00.000Z</LastModified><ETag>e</ETag></Contents>"
            for key in keys[:PAGE]
        )
        tail = (
            f"<NextContinuationToken>{keys[PAGE - 1]}</NextContinuationToken>"
            if keys[PAGE:]
            else ""
        )
        cut = str(len(keys) > PAGE).lower()
        self._send(200, f"<ListBucketResult><IsTruncated>{cut}</IsTruncated>{items}{tail}"
                        "</ListBucketResult>".encode())  # fmt: skip

    def _send(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"e"')
        self.send_header("Last-Modified", "Sat, 21 Nov 2026 04:00:00 GMT")
        self.end_headers()
        if self.command != "HEAD" and status != 204:
            self.wfile.write(body)


def _well_signed(asked: _Store) -> bool:
    found = SIGNED.fullmatch(asked.headers.get("Authorization", ""))
    if not found or found["key"] != KEY:
        return False
    digest = asked.headers["x-amz-content-sha256"]
    if digest not in {hashlib.sha256(asked.body).hexdigest(), "UNSIGNED-PAYLOAD"}:
        return False
    parts = urlsplit(asked.path)
    query = "&".join(
        f"{quote(name, safe='-_.~')}={quote(value, safe='-_.~')}"
        for name, value in sorted(parse_qsl(parts.query, keep_blank_values=True))
    )
    names = found["names"].split(";")
    headers = "".join(f"{name}:{asked.headers[name].strip()}\n" for name in names)
    request = "\n".join([asked.command, parts.path, query, headers, found["names"], digest])
    said = [
        "AWS4-HMAC-SHA256", asked.headers["x-amz-date"], found["scope"],
        hashlib.sha256(request.encode()).hexdigest(),
    ]  # fmt: skip
    signing = f"AWS4{SECRET}".encode()
    for part in found["scope"].split("/"):
        signing = hmac.digest(signing, part.encode(), "sha256")
    expected = hmac.new(signing, "\n".join(said).encode(), "sha256").hexdigest()
    return hmac.compare_digest(expected, found["signature"])
