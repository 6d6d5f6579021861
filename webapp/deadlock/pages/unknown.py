"""The page of a match that is not kept here: what was tried, and what can be done."""

from __future__ import annotations

from webapp.deadlock.domain.words import match_key
from webapp.matchroom import unknown
from webapp.matchroom.unknown import LAST_GENERATED, NOT_IN_USE, UnknownMatchPage, no_match_page

_UNASKED = "It is not here. Fetching and reading it takes a few seconds."


def unknown_match_page(match_id: int) -> UnknownMatchPage:
    """Say how things stand with a match that is not here."""
    if match_id <= LAST_GENERATED:
        return no_match_page(match_id, "There is no such match", NOT_IN_USE)
    return unknown.unknown_match_page(match_id, match_key(match_id), _UNASKED)
