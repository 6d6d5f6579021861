"""What the cards of this room show: of a match its head and its lead, of a summoner their form."""

from __future__ import annotations

import uuid
from typing import Final

from sqlalchemy import ScalarSelect, func, select

from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.domain.summoner.sums import Averages, averages_of
from webapp.lol.models import LolAccount, LolKnownPuuid, LolMatch, LolPlayer
from webapp.lol.pages.frame import FRAMING
from webapp.lol.pages.sources import load_sources
from webapp.lol.pages.summoner.pool import champion_lines
from webapp.lol.store import accounts, games
from webapp.lol.store.catalogue import load_catalogue
from webapp.matchplay.players import share_won
from webapp.matchroom.cards import OFTEN, Often, PlayerCard, RoomCards, draw_player

GAME: Final = "lol"
CARDS: Final = RoomCards(GAME, "League of Legends", FRAMING, load_sources)


def player_picture(account_id: uuid.UUID) -> bytes | None:
    """Draw the card of a summoner."""
    card = player_card(account_id)
    return draw_player(card) if card else None


def player_card(account_id: uuid.UUID) -> PlayerCard | None:
    """Tell how a summoner does over all games kept here."""
    account = accounts.load_account_by_id(account_id)
    if account is None:
        return None
    played = games.load_games(account_id)
    champions = champion_lines(played, load_catalogue(), Filter(), OFTEN)
    return CARDS.player_card(
        name=f"{account.name}#{account.tag}",
        known_as=f"A summoner of {account.platform}",
        played=played,
        won=share_won(played),
        kda=_kda(averages_of(played)),
        often=[Often(one.champion, one.games, one.share.percent) for one in champions],
    )


def _kda(mean: Averages) -> str:
    figures = (mean.kills, mean.deaths, mean.assists)
    known = [f"{one:.1f}" for one in figures if one is not None]
    return " / ".join(known) if len(known) == len(figures) else ""


def _kept_games() -> ScalarSelect[int]:
    """Count the games of an account that are kept: they come after it, and change its card."""
    mine = LolKnownPuuid.account_id == LolAccount.id
    return (
        select(func.count())
        .select_from(LolPlayer)
        .join(LolKnownPuuid, LolKnownPuuid.puuid == LolPlayer.puuid)
        .where(mine)
        .correlate(LolAccount)
        .scalar_subquery()
    )


SUBJECTS: Final = CARDS.subjects(
    LolMatch,
    LolAccount.id,
    # Unknown while it was never brought up to date: adding to null gives null.
    func.extract("epoch", LolAccount.refreshed_at) + _kept_games(),
    player_picture,
)
