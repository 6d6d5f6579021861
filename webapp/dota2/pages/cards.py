"""What the cards of this room show: of a match its head and its lead, of a player their form."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func

from webapp.dota2.models import Dota2Account, Dota2Match
from webapp.dota2.pages.frame import FRAMING
from webapp.dota2.pages.player.heroes import hero_lines
from webapp.dota2.pages.player.narrowing import Filter
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.store import accounts, histories
from webapp.dota2.store.catalogue import load_catalogue
from webapp.matchplay.players import kda_said, share_won
from webapp.matchroom.cards import OFTEN, Often, PlayerCard, RoomCards, draw_player

GAME: Final = "dota2"
CARDS: Final = RoomCards(GAME, "Dota 2", FRAMING, load_sources)


def player_picture(account_id: int) -> bytes | None:
    """Draw the card of a player."""
    return draw_player(player_card(account_id))


def player_card(account_id: int) -> PlayerCard:
    """Tell how a player does over all matches known here."""
    account, played = accounts.load_account(account_id), histories.load_history(account_id)
    number = f"Account {account_id}"
    heroes = hero_lines(played, load_catalogue(), Filter(), OFTEN)
    return CARDS.player_card(
        name=(account and (account.pro_name or account.persona_name)) or number,
        known_as=number,
        played=played,
        won=share_won(played),
        kda=kda_said(played),
        often=[Often(one.hero, one.matches, one.share.percent) for one in heroes],
    )


SUBJECTS: Final = CARDS.subjects(
    Dota2Match,
    Dota2Account.account_id,
    func.extract("epoch", Dota2Account.history_fetched_at),
    player_picture,
)
