"""A response as a whole, to set a body against; nothing is read as this."""

from __future__ import annotations

from typing import Annotated

from webapp.dota2.domain.wire.bounds import FEW
from webapp.dota2.domain.wire.match import Match
from webapp.dota2.domain.wire.player import Player


class MatchResponse(Match):
    """A match with its players, which the reader takes one by one."""

    players: Annotated[list[Player], FEW] | None = None  # type: ignore[assignment]
