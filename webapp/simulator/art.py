"""Small drawings of the simulator's own, so that pictures can be fetched and cached.

No game art is here: a picture is a disc on a field, coloured by what it stands for.
"""

import base64
import colorsys
import struct
import zlib
from collections.abc import Callable
from functools import lru_cache

import numpy as np

SIZE = 64
_BACKGROUND, _DISC = 0.28, 0.72
_RADIUS = 0.79
# The smallest lossless WebP there is: one clear pixel.
_WEBP = base64.b64decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
CONTENT_TYPES = {"png": "image/png", "svg": "image/svg+xml", "webp": "image/webp"}


def draw(kind: str, name: str, form: str) -> bytes:
    """Give a picture as png, svg or webp; KeyError for any other form."""
    return _MAKERS[form](f"{kind}/{name}")


@lru_cache(maxsize=256)
def _png(name: str) -> bytes:
    y, x = np.mgrid[0:SIZE, 0:SIZE] / (SIZE - 1) * 2 - 1
    disc = (x**2 + y**2 < _RADIUS**2)[..., None]
    pixels = np.where(disc, _colour(name, _DISC), _colour(name, _BACKGROUND)).astype(np.uint8)
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _svg(name: str) -> bytes:
    field, disc = (f"rgb{_colour(name, light)}" for light in (_BACKGROUND, _DISC))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}">'
        f'<rect width="{SIZE}" height="{SIZE}" fill="{field}"/>'
        f'<circle cx="32" cy="32" r="25" fill="{disc}"/></svg>'
    ).encode()


def _webp(name: str) -> bytes:
    del name
    return _WEBP


def _colour(name: str, light: float) -> tuple[int, int, int]:
    hue = zlib.crc32(name.encode()) % 360 / 360
    red, green, blue = colorsys.hls_to_rgb(hue, light, 0.45)
    return round(red * 255), round(green * 255), round(blue * 255)


_MAKERS: dict[str, Callable[[str], bytes]] = {"png": _png, "svg": _svg, "webp": _webp}
