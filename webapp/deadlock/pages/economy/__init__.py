"""The Economy tab: who earned what from where, who was worth how much, what the lead did."""

from webapp.deadlock.pages.economy.page import ECONOMY, EconomyPage, economy_page

__all__ = ["ECONOMY", "EconomyPage", "economy_page"]
