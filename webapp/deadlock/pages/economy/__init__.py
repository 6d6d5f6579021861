"""The Economy tab: who earned what from where, who was worth how much, what the lead did."""

from webapp.deadlock.pages.economy.page import EconomyPage, economy_page

__all__ = ["EconomyPage", "economy_page"]
