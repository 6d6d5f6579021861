"""Codes and refresh tokens a stand-in gave out: each holds once, for one client, one address."""

import base64
import hashlib
import secrets
import threading
from dataclasses import dataclass

from webapp.simulator.identity.choosing import Query
from webapp.simulator.identity.people import Somebody


class Refused(Exception):
    """The token endpoint says no, with OAuth's word for why."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a code stands for."""

    person: Somebody
    client_id: str
    redirect_uri: str
    challenge: str
    nonce: str


class Codes:
    """All that one provider gave out and nobody has used yet."""

    def __init__(self) -> None:
        """Start with none."""
        self._lock = threading.Lock()
        self._codes: dict[str, Given] = {}
        self._refresh: dict[str, Given] = {}
        self._access: dict[str, Given] = {}

    def give(self, given: Given) -> str:
        """Give a code."""
        return self._keep(self._codes, given)

    def give_tokens(self, given: Given) -> tuple[str, str]:
        """Give an access and a refresh token."""
        return self._keep(self._access, given), self._keep(self._refresh, given)

    def whose(self, access: str) -> Given | None:
        """Say whose access token it is."""
        return self._access.get(access)

    def exchange(self, client_id: str, form: Query) -> Given:
        """Take a code for good, or a refresh token; raises Refused as OAuth 2 names it."""
        kind = form.get("grant_type")
        if kind == "refresh_token":
            return _of(client_id, self._refresh.get(form.get("refresh_token", "")))
        if kind != "authorization_code":
            raise Refused("unsupported_grant_type")
        given = self._take(self._codes, form.get("code", ""), client_id)
        if form.get("redirect_uri") != given.redirect_uri:
            raise Refused("invalid_grant")
        if challenge_of(form.get("code_verifier", "")) != given.challenge:
            raise Refused("invalid_grant")
        return given

    def _keep(self, where: dict[str, Given], given: Given) -> str:
        made = secrets.token_urlsafe(24)
        with self._lock:
            where[made] = given
        return made

    def _take(self, where: dict[str, Given], word: str, client_id: str) -> Given:
        with self._lock:
            given = where.pop(word, None)
        return _of(client_id, given)


def _of(client_id: str, given: Given | None) -> Given:
    """Give what was given to this client and no other."""
    if given is None or given.client_id != client_id:
        raise Refused("invalid_grant")
    return given


def challenge_of(verifier: str) -> str:
    """Give the S256 challenge of a verifier."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
