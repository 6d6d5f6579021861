"""The page of a match that is not kept here: what was tried, and what can be done."""

from __future__ import annotations

from webapp.dota2.domain.replays.numbers import is_own
from webapp.dota2.domain.words import match_key
from webapp.matchroom import unknown
from webapp.matchroom.unknown import LAST_GENERATED, NOT_IN_USE, UnknownMatchPage, no_match_page

_OWN = (
    "Numbers this large are made here, for replays that name no match of the game. "
    "Bring the replay again."
)
_UNASKED = "It is not here. Fetching it from OpenDota and reading it takes a few seconds."


def unknown_match_page(match_id: int) -> UnknownMatchPage:
    """Say how things stand with a match that is not here."""
    if match_id <= LAST_GENERATED:
        return no_match_page(match_id, "There is no such match", NOT_IN_USE)
    if is_own(match_id):
        return no_match_page(match_id, "There is no such match here", _OWN)
    return unknown.unknown_match_page(match_id, match_key(match_id), _UNASKED)
