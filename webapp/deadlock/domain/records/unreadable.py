"""The one way reading a match may fail, as every game has it."""

from webapp.matchplay.unreadable import MatchUnreadable

__all__ = ["MatchUnreadable"]
