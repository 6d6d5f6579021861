"""Who asks, as every part of the house sees them: small, unchanging, without secrets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.accounts.domain.roles import Role, at_least


@dataclass(frozen=True, slots=True)
class Signed:
    """Somebody signed in, by a session or by a token.

    `proved_at` is when they last showed who they are; a token never proves that anew.
    `scopes` is None for a session, which may do all its account may.
    """

    id: int
    name: str
    role: str
    theme: str
    time_zone: str
    session_id: str = ""
    token_id: int | None = None
    proved_at: datetime | None = None
    scopes: frozenset[str] | None = None
    is_authenticated: bool = True
    is_active: bool = True
    is_anonymous: bool = False

    def get_id(self) -> str:
        """Give what Flask-Login keeps of them in the session."""
        return str(self.id)

    def may(self, role: Role) -> bool:
        """Say whether they may do what this role may."""
        return at_least(self.role, role)
