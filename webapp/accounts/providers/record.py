"""What a provider is to us: how it is called, where it is asked, whose word it gives.

A record is made from the settings and does nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal
from urllib.parse import urlsplit

Kind = Literal["oauth", "openid"]
Told = Mapping[str, Any]
LONGEST: Final = 255  # of a subject in OpenID Connect Core 1.0, section 2


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a provider says somebody is: a subject that never changes, a name to show."""

    subject: str
    name: str
    detail: dict[str, Any] = field(default_factory=dict)


class NobodyTold(ValueError):
    """The provider's answer names nobody."""


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider as this installation may ask it.

    `userinfo` is asked with the access token, unless `keys` say that a signed token tells who it
    is: the ID token, or for `signed_access` the access token itself. `audiences` must all be
    named in it.
    """

    name: str
    label: str
    kind: Kind
    authorize: str
    person: Callable[[Told], Person]
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    token: str = ""
    token_auth: str = "client_secret_post"  # noqa: S105 - the name of a method
    userinfo: str = ""
    keys: str = ""
    issuers: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    signed_access: bool = False
    keeps_tokens: bool = False
    scopes: tuple[str, ...] = ()
    many: bool = False

    @property
    def origin(self) -> str:
        """Where a reader is sent; a form that leads there needs leave of our own policy."""
        return origin_of(self.authorize)

    def may_be(self, issuer: str) -> bool:
        """Say whether this provider may call itself so (RFC 9207)."""
        return issuer in self.issuers if self.issuers else origin_of(issuer) == self.origin


def origin_of(url: str) -> str:
    """Give scheme and host of an address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def text_of(told: Told, name: str) -> str:
    """Give one field, a text that can be seen or a number; raises NobodyTold without it."""
    value = told.get(name)
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise NobodyTold(name)
    text = str(value)
    if not text.strip() or not text.isprintable() or len(text) > LONGEST:
        raise NobodyTold(name)
    return text


def named(told: Told, *names: str) -> str:
    """Give the first of these fields that holds a text."""
    found = (told.get(name) for name in names)
    return next((one for one in found if isinstance(one, str) and one.strip()), "")
