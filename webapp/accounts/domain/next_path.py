"""Where to go after signing in: a path of this site, or the start page."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

HOME = "/"
LONGEST = 2000


def same_site(wanted: str | None) -> str:
    r"""Give `wanted` when it is plainly a path of this site, else the start page.

    Browsers read `\\` as `/`, drop tabs and line ends, and take `//host` for another site;
    what still does so after decoding is refused as well.
    """
    if not wanted or len(wanted) > LONGEST or not _is_path(wanted):
        return HOME
    return wanted if _is_path(unquote(wanted)) and _is_path(unquote(unquote(wanted))) else HOME


def _is_path(text: str) -> bool:
    if not text.startswith("/") or text.startswith("//") or "\\" in text:
        return False
    if not text.isprintable() or not text.isascii():
        return False
    parts = urlsplit(text)
    return not parts.scheme and not parts.netloc
