"""Cards: the pictures other sites show beside a link to a match or a player.

A game says what its cards show (`pages/cards.py`); drawing, keeping and asking are the same for
all. Drawn by a job, served from the object store; a reader never waits for one.
"""

from webapp.matchroom.cards.keeping import CardFile, load_card
from webapp.matchroom.cards.making import Subject, ask_for_cards, draw_due
from webapp.matchroom.cards.match import draw_match
from webapp.matchroom.cards.plain import draw_plain
from webapp.matchroom.cards.player import draw_player
from webapp.matchroom.cards.records import CardSide, MatchCard, Often, PlayerCard
from webapp.matchroom.cards.room import OFTEN, RoomCards

__all__ = [
    "OFTEN",
    "CardFile",
    "CardSide",
    "MatchCard",
    "Often",
    "PlayerCard",
    "RoomCards",
    "Subject",
    "ask_for_cards",
    "draw_due",
    "draw_match",
    "draw_plain",
    "draw_player",
    "load_card",
]
