"""The Combat tab: who killed whom, each death with its recap, and the fights."""

from webapp.lol.pages.combat.page import COMBAT, CombatPage, combat_page

__all__ = ["COMBAT", "CombatPage", "combat_page"]
