"""How pages say which part of a match they show, and what their words mean."""

from __future__ import annotations

from collections.abc import Hashable

from webapp.dota2.domain.terms import TERMS, Term
from webapp.matchroom.moment import Moment


def title_at(what: str, moment: Moment) -> str:
    """Head a section with what of the match it shows."""
    if moment.span:
        return f"{what}, {' to '.join(moment.clocks)}"
    return f"{what}, whole match" if moment.at is None else f"{what} by {moment.clock}"


def as_chosen(moment: Moment) -> Hashable:
    """Say that a panel is another one for every chosen second or span."""
    return moment.at, moment.span


def terms_of(page: str) -> dict[str, Term]:
    """Give the words of a page by what follows its name in their keys."""
    start = f"{page}-"
    return {key.removeprefix(start): term for key, term in TERMS.items() if key.startswith(start)}
