"""The Economy tab: the story of the lead, curves, what was earned from where."""

from __future__ import annotations

from webapp.dota2.pages.economy.page import ECONOMY, EconomyPage, economy_page

__all__ = ["ECONOMY", "EconomyPage", "economy_page"]
