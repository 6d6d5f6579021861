"""What the cards of this room show: of a match its head and its lead, of a player their form."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func

from webapp.deadlock.models import DeadlockAccount, DeadlockMatch
from webapp.deadlock.pages.frame import FRAMING
from webapp.deadlock.pages.player.heroes import hero_lines
from webapp.deadlock.pages.player.narrowing import Filter
from webapp.deadlock.pages.sources import load_sources
from webapp.deadlock.store import players
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.matchplay.players import kda_said, share_won
from webapp.matchroom.cards import OFTEN, Often, PlayerCard, RoomCards, draw_player

GAME: Final = "deadlock"
CARDS: Final = RoomCards(GAME, "Deadlock", FRAMING, load_sources)


def player_picture(account_id: int) -> bytes | None:
    """Draw the card of a player."""
    return draw_player(player_card(account_id))


def player_card(account_id: int) -> PlayerCard:
    """Tell how a player does over all matches known here."""
    account, played = players.load_account(account_id), players.load_verified(account_id)
    number = f"Account {account_id}"
    heroes = hero_lines(played, load_catalogue(), Filter(), OFTEN)
    return CARDS.player_card(
        name=(account and account.persona_name) or number,
        known_as=number,
        played=played,
        won=share_won(played),
        kda=kda_said(played),
        often=[Often(one.hero, one.matches, one.share.percent) for one in heroes],
    )


SUBJECTS: Final = CARDS.subjects(
    DeadlockMatch,
    DeadlockAccount.account_id,
    func.extract("epoch", DeadlockAccount.history_fetched_at),
    player_picture,
)
