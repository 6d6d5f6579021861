"""The Combat tab: who hurt, killed and healed whom, by what, and what was cast."""

from webapp.dota2.pages.combat.page import COMBAT, CombatPage, combat_page

__all__ = ["COMBAT", "CombatPage", "combat_page"]
