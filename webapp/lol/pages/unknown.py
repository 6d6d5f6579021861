"""The page of a match that is not kept here: what was tried, and what can be done."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Final

from webapp.lol.domain.asking import match_key
from webapp.lol.domain.door import is_generated
from webapp.lol.domain.platforms import platform_of_match
from webapp.lol.pages.notice import KeyNotice, key_notice
from webapp.matchroom import unknown
from webapp.matchroom.unknown import no_match_page

_RESERVED: Final = "Numbers below 1000 are kept for generated samples, and this one is not in use."
_PRO: Final = "Riot’s servers do not give matches of tournaments to sites. A file of it opens here."
_UNASKED: Final = "It is not here. Fetching and reading it takes a few seconds."


@dataclass(frozen=True, slots=True)
class UnknownMatchPage(unknown.UnknownMatchPage):
    """A match that is not here, and what is wrong with the key it would be fetched by."""

    notice: KeyNotice | None = None


def unknown_match_page(match_id: str) -> UnknownMatchPage:
    """Say how things stand with a match that is not here."""
    return UnknownMatchPage(**asdict(_told(match_id)), notice=key_notice())


def _told(match_id: str) -> unknown.UnknownMatchPage:
    if is_generated(match_id):
        return no_match_page(match_id, "There is no such match", _RESERVED)
    if platform_of_match(match_id) is None:
        return no_match_page(match_id, f"Match {match_id} is not here", _PRO)
    return unknown.unknown_match_page(match_id, match_key(match_id), _UNASKED)
