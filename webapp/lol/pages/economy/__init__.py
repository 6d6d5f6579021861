"""The Economy tab: gold, experience and CS by side, lane and player, and who went shopping."""

from webapp.lol.pages.economy.page import ECONOMY, EconomyPage, economy_page

__all__ = ["ECONOMY", "EconomyPage", "economy_page"]
