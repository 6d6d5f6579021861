"""How the win chance is worked out, and how good it is: one page for the room."""

from __future__ import annotations

from webapp.deadlock.domain.terms import TERMS
from webapp.deadlock.store.chances import MODELS
from webapp.matchroom import chance_shown
from webapp.matchroom.chance_shown import ChanceMethodPage


def chance_method_page() -> ChanceMethodPage:
    """Give the page that shows the model whole."""
    return chance_shown.chance_method_page(MODELS, TERMS)


__all__ = ["ChanceMethodPage", "chance_method_page"]
