"""Where people want to be told: which addresses are taken, and what is shown of them."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

LONGEST_URL: Final = 500
LONGEST_MAIL: Final = 254
HTTPS: Final = 443
FREE_PORTS: Final = 1024
DISCORD: Final = re.compile(
    r"https://(?:discord|discordapp)\.com/api/webhooks/([0-9]{15,22})/([A-Za-z0-9_-]{20,120})"
)
MAIL: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z]{2,24}")
HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
PATH: Final = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*")


@dataclass(frozen=True, slots=True)
class DiscordHook:
    """A channel of Discord that takes messages; whoever knows `token` may write there."""

    id: str
    token: str

    @property
    def path(self) -> str:
        """Where messages go, below Discord's own address."""
        return f"/api/webhooks/{self.id}/{self.token}"

    @property
    def shown(self) -> str:
        """What may be shown: never the token."""
        return f"discord.com/api/webhooks/{self.id}/…"


def read_discord(text: str) -> DiscordHook | None:
    """Read a webhook of Discord's, written exactly as Discord gives it; None for anything else."""
    found = DISCORD.fullmatch(text)
    return DiscordHook(found[1], found[2]) if found else None


def read_mail(text: str) -> str | None:
    """Read an address mail can go to; None for what is none."""
    found = len(text) <= LONGEST_MAIL and MAIL.fullmatch(text)
    return text if found and ".." not in text else None


def read_receiver(text: str) -> str | None:
    """Read a public https address a program listens at; None for anything else.

    A name with a dot, no number in its place, no user, port 443 or one of the free ones. Where
    the name leads is looked at again each time something is sent.
    """
    if not 0 < len(text) <= LONGEST_URL or not text.isascii() or not text.isprintable():
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    bare = parts.scheme == "https" and "@" not in parts.netloc and not parts.fragment
    path = PATH.fullmatch(f"{parts.path}?{parts.query}")
    named = HOST.fullmatch(parts.hostname or "") and not _is_number(parts.hostname or "")
    open_port = port in {None, HTTPS} or (port or 0) >= FREE_PORTS
    return text if bare and path and named and open_port else None


def shown_mail(address: str) -> str:
    """Give an address with most of its name covered."""
    name, _, host = address.partition("@")
    return f"{name[0]}…@{host}"


def shown_receiver(url: str) -> str:
    """Give a receiver without its query, where keys may stand."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}" + ("?…" if parts.query else "")


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
