"""Reading a hostile body: raw chunks, inflated by ourselves, stopped at every cap."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

GZIP = 16 + zlib.MAX_WBITS
STEP = 64 * 1024
# JSON of a match deflates about 10:1 at best; below a mebibyte no ratio can hurt.
MOST_RATIO = 150
RATIO_FROM = 1024 * 1024


class TooLarge(Exception):
    """More than we read."""


class Broken(Exception):
    """Packed in a way we did not ask for, or badly."""


class CutShort(Exception):
    """The answer ended before its end."""


def read_body(
    chunks: Iterable[bytes], headers: Mapping[str, str], *, max_bytes: int, max_inflated: int
) -> tuple[bytes, int]:
    """Give the inflated body and the number of bytes that came over the wire."""
    _refuse_declared(headers, max_bytes)
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"identity", "", "gzip", "x-gzip"}:
        raise Broken
    inflate = zlib.decompressobj(GZIP) if "gzip" in encoding else None
    body, wire = bytearray(), 0
    for chunk in chunks:
        wire += len(chunk)
        if wire > max_bytes:
            raise TooLarge
        if inflate is None:
            body += chunk
        else:
            _inflate(inflate, chunk, body, wire, max_inflated)
    if inflate is not None and wire and not inflate.eof:
        raise CutShort
    return bytes(body), wire


def looks_cut(body: bytes, headers: Mapping[str, str], kind: str) -> bool:
    """Say whether an answer that named no length ends as no JSON document ends."""
    if kind != "json" or "content-length" in headers or "transfer-encoding" in headers:
        return False
    return body.rstrip()[-1:] not in {b"}", b"]", b'"', b"l", b"e", *_DIGITS}


_DIGITS = {bytes([digit]) for digit in b"0123456789"}


def _refuse_declared(headers: Mapping[str, str], max_bytes: int) -> None:
    declared = headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:20]) > max_bytes:
        raise TooLarge


def _inflate(
    inflate: zlib._Decompress, chunk: bytes, body: bytearray, wire: int, max_inflated: int
) -> None:
    if inflate.eof:
        raise Broken
    pending = chunk
    try:
        while pending:
            body += inflate.decompress(pending, STEP)
            pending = inflate.unconsumed_tail
            if len(body) > max_inflated:
                raise TooLarge
            if len(body) > RATIO_FROM and len(body) > MOST_RATIO * wire:
                raise TooLarge
    except zlib.error:
        raise Broken from None
    if inflate.unused_data:
        raise Broken
