"""A player: form, heroes, records, matches; and whom they met."""

from webapp.dota2.pages.player.page import PlayerPage, player_page
from webapp.dota2.pages.player.people import PeoplePage, people_page
from webapp.dota2.pages.player.tables import player_csv

__all__ = ["PeoplePage", "PlayerPage", "people_page", "player_csv", "player_page"]
