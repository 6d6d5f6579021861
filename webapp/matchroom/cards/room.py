"""The cards of one game's room: of a match its head and its lead, of a player their form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import SQLColumnExpression

from webapp.matchplay.players.sums import Decided
from webapp.matchplay.shares import Share
from webapp.matchroom.cards.making import Subject
from webapp.matchroom.cards.match import draw_match
from webapp.matchroom.cards.records import Often, PlayerCard
from webapp.matchroom.cards.telling import match_card, player_figures
from webapp.matchroom.framing import Framing

OFTEN: Final = 3
FORM: Final = 30


@dataclass(frozen=True, slots=True)
class RoomCards:
    """What a game tells its cards: its name here and in words, its frame, how a match is read."""

    game: str
    room: str
    framing: Framing
    load: Callable[..., Any]

    def match_picture(self, match_id: int | str) -> bytes | None:
        """Draw the card of a match."""
        loaded = self.load(match_id, "scoreboard", "lead")
        if loaded is None:
            return None
        return draw_match(match_card(self.framing, loaded, self.game, self.room))

    def player_card(  # noqa: PLR0913 - one keyword for each thing a card says
        self,
        *,
        name: str,
        known_as: str,
        played: Sequence[Decided],
        won: Share,
        kda: str,
        often: Sequence[Often],
    ) -> PlayerCard:
        """Tell how a player does over all matches known here, given newest first."""
        return PlayerCard(
            game=self.game,
            room=self.room,
            name=name,
            known_as=known_as,
            figures=player_figures(len(played), won, kda),
            form=tuple(one.won for one in reversed(played[:FORM])),
            often=tuple(often),
        )

    def subjects(
        self,
        row: Any,
        account_key: Any,
        account_version: SQLColumnExpression[Any],
        player_picture: Callable[[Any], bytes | None],
    ) -> tuple[Subject, ...]:
        """Name what has cards: the matches of a table, and the accounts of another."""
        return (
            Subject("match", row.match_id, row.content_version, self.match_picture),
            Subject("player", account_key, account_version, player_picture),
        )
