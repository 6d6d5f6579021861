"""The Combat tab: who hurt whom, the deaths, the fights; three pages of one frame."""

from webapp.deadlock.pages.combat.links import Choice, combat_links

__all__ = ["Choice", "combat_links"]
