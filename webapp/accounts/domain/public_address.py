"""Whether the address readers type keeps what they send to themselves."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
OPEN_TO_ALL: Final = (
    "Signing in is switched off: this site is reached without encryption (plain http), where "
    "others on the way could read along. Whoever runs it sets PUBLIC_URL to an https address."
)


def keeps_secrets(public_url: str) -> bool:
    """Say whether a cookie may travel: over https, or within this very machine."""
    parts = urlsplit(public_url)
    return parts.scheme == "https" or parts.hostname in LOOPBACK


def is_other_name(host: str, public_url: str) -> bool:
    """Say whether a host is this machine under another name than the public one.

    A browser keeps a cookie for each name: who leaves from `localhost` and comes back to
    `127.0.0.1` comes back as somebody else.
    """
    here, public = urlsplit(f"//{host}"), urlsplit(public_url)
    both = {here.hostname, public.hostname} <= LOOPBACK
    return both and here.hostname != public.hostname and here.port == public.port
