"""The browser's session: a secret in a cookie, everything else in a row.

Looked up only when somebody asks who is there, so a page that is the same for every reader
costs no query. Only `browser_session` and this interface know the cookie.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import structlog
from flask import Flask, Request, Response, request, session
from flask.sessions import SessionInterface, SessionMixin
from sqlalchemy.exc import SQLAlchemyError

from webapp.accounts.domain.secret import hash_of, new_secret
from webapp.accounts.domain.signed import Signed
from webapp.accounts.store import sessions
from webapp.core.db import utc_now

log = structlog.get_logger()
LONGEST_COOKIE = 200


class BrowserSession(SessionMixin):
    """What one browser's session holds; opened at the first look into it."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._found: sessions.Found | None = None
        self._data: dict[str, Any] | None = None
        self._owner: sessions.Owner | None = None
        self.ends: list[str] = []
        self.modified = False
        self.accessed = False

    @property
    def signed(self) -> Signed | None:
        """Whose session it is, if anybody's."""
        self._open()
        return self._found.signed if self._found else None

    @property
    def found(self) -> sessions.Found | None:
        """The row behind it as it was found; None before anything is kept."""
        return self._found

    @property
    def id(self) -> str:
        """The name of its row, the hash of its secret; kept from now on."""
        self._open()
        if self._found is None and not self._secret:
            self._secret = new_secret()
        self.modified = True
        return hash_of(self._secret)

    @property
    def secret(self) -> str:
        """What the cookie holds."""
        return self._secret

    @property
    def data(self) -> dict[str, Any]:
        """All it holds, as plain JSON."""
        return dict(self._open())

    @property
    def owner(self) -> sessions.Owner | None:
        """Who signed in during this request, if anybody."""
        return self._owner

    def sign_in(self, account_id: int, proved_by: str) -> None:
        """Go on under a new secret and a new row that is this account's; the old row ends."""
        self._leave()
        self._secret, self._data = new_secret(), {}
        self._owner = sessions.Owner(account_id, proved_by)

    def sign_out(self) -> None:
        """Forget all of it; the row goes when the answer does."""
        self._leave()
        self._secret, self._data = "", {}

    def _leave(self) -> None:
        self._open()
        if self._found:
            self.ends.append(self._found.id)
        self._found, self._owner = None, None
        self.modified = True

    def _open(self) -> dict[str, Any]:
        self.accessed = True
        if self._data is None:
            self._found = sessions.load_session(hash_of(self._secret)) if self._secret else None
            self._data = dict(self._found.data) if self._found else {}
            if self._found is None:
                self._secret = ""
        return self._data

    def __getitem__(self, key: str) -> Any:
        return self._open()[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self._open()[key] = value
        self.modified = True

    def __delitem__(self, key: str) -> None:
        del self._open()[key]
        self.modified = True

    def __iter__(self) -> Iterator[str]:
        return iter(self._open())

    def __len__(self) -> int:
        return len(self._open())


class RowSessions(SessionInterface):
    """Opens sessions by their cookie and keeps what changed of them."""

    def open_session(self, app: Flask, request: Request) -> BrowserSession:
        """Take the secret out of the cookie; asks nothing yet."""
        if "HTTP_COOKIE" not in request.environ:
            return BrowserSession("")
        secret = request.cookies.get(self.get_cookie_name(app), "")
        return BrowserSession(secret if len(secret) <= LONGEST_COOKIE else "")

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Keep what changed, end what ended, and let the cookie say so."""
        mine = cast("BrowserSession", session)
        if mine.accessed:
            response.vary.add("Cookie")
        if not mine.modified:
            _touch(mine)
            return
        for gone in mine.ends:
            sessions.end_session(gone)
        if not mine.secret and not len(mine):
            self._drop_cookie(app, response)
            return
        self._keep(app, mine, response)

    def _keep(self, app: Flask, mine: BrowserSession, response: Response) -> None:
        if mine.found:
            sessions.keep_data(mine.found.id, mine.data)
            return
        agent, address = request.headers.get("User-Agent", ""), request.remote_addr or ""
        sessions.add_session(mine.id, mine.data, mine.owner, agent=agent, address=address)
        response.set_cookie(
            self.get_cookie_name(app),
            mine.secret,
            httponly=True,
            secure=self.get_cookie_secure(app),
            samesite="Lax",
            path="/",
            max_age=30 * 24 * 3600,
        )

    def _drop_cookie(self, app: Flask, response: Response) -> None:
        response.delete_cookie(
            self.get_cookie_name(app),
            path="/",
            secure=self.get_cookie_secure(app),
            httponly=True,
            samesite="Lax",
        )


def _touch(mine: BrowserSession) -> None:
    """Note the use of a session, now and then; a read that cannot be noted is answered anyway."""
    found = mine.found
    if found is None or utc_now() - found.seen_at < sessions.TOUCH_EVERY:
        return
    try:
        sessions.touch(found.id)
    except SQLAlchemyError as error:
        log.warning("session not touched", error=type(error).__name__)


def browser_session() -> BrowserSession:
    """Give this request's session."""
    return cast("BrowserSession", session._get_current_object())  # type: ignore[attr-defined]  # noqa: SLF001
