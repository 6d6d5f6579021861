"""How pages say which part of a match they show."""

from __future__ import annotations

from collections.abc import Hashable

from webapp.matchroom.moment import Moment


def title_at(what: str, moment: Moment) -> str:
    """Head a section with what of the match it shows."""
    if moment.span:
        return f"{what}, {' to '.join(moment.clocks)}"
    return f"{what}, whole match" if moment.at is None else f"{what} by {moment.clock}"


def as_chosen(moment: Moment) -> Hashable:
    """Say that a panel is another one for every chosen second or span."""
    return moment.at, moment.span
