"""What a program sent: JSON of a known shape, nothing unknown in it, not too much of it."""

from __future__ import annotations

from typing import Final, TypeVar

import msgspec
from flask import abort, request

T = TypeVar("T")
LONGEST: Final = 16_384


def sent(shape: type[T]) -> T:
    """Give the body of this request; what does not fit the shape is refused with a reason."""
    if (request.content_length or 0) > LONGEST:
        abort(413, "That is more than this address takes.")
    body = request.get_data(cache=False)
    if body and request.mimetype != "application/json":
        abort(415, "This address takes application/json.")
    try:
        return msgspec.json.decode(body or b"{}", type=shape)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        abort(400, f"The body is not what this address takes: {error}.")
