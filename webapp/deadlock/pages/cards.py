"""What the cards of this room show: of a match its head and its lead, of a player their form."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func

from webapp.deadlock.models import DeadlockAccount, DeadlockMatch
from webapp.deadlock.pages.frame import FRAMING
from webapp.deadlock.pages.player.heroes import hero_lines, share_won
from webapp.deadlock.pages.player.narrowing import Filter
from webapp.deadlock.pages.player.page import kda_said
from webapp.deadlock.pages.sources import load_sources
from webapp.deadlock.store import players
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.matchroom.cards import (
    Often,
    PlayerCard,
    Subject,
    draw_match,
    draw_player,
    match_card,
    player_figures,
)

GAME: Final = "deadlock"
ROOM: Final = "Deadlock"
OFTEN: Final = 3
FORM: Final = 30


def match_picture(match_id: int) -> bytes | None:
    """Draw the card of a match."""
    loaded = load_sources(match_id, "scoreboard", "lead")
    return draw_match(match_card(FRAMING, loaded, GAME, ROOM)) if loaded else None


def player_picture(account_id: int) -> bytes | None:
    """Draw the card of a player."""
    return draw_player(player_card(account_id))


def player_card(account_id: int) -> PlayerCard:
    """Tell how a player does over all matches known here."""
    account, played = players.load_account(account_id), players.load_verified(account_id)
    number = f"Account {account_id}"
    heroes = hero_lines(played, load_catalogue(), Filter(), OFTEN)
    return PlayerCard(
        game=GAME,
        room=ROOM,
        name=(account and account.persona_name) or number,
        known_as=number,
        figures=player_figures(len(played), share_won(played), kda_said(played)),
        form=tuple(one.won for one in reversed(played[:FORM])),
        often=tuple(Often(one.hero, one.matches, one.share.percent) for one in heroes),
    )


SUBJECTS: Final = (
    Subject("match", DeadlockMatch.match_id, DeadlockMatch.content_version, match_picture),
    Subject(
        "player",
        DeadlockAccount.account_id,
        func.extract("epoch", DeadlockAccount.history_fetched_at),
        player_picture,
    ),
)
