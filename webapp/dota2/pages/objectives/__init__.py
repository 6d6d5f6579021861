"""The Objectives tab: buildings, Roshan and his Aegis, Tormentors, couriers, runes."""

from webapp.dota2.pages.objectives.page import OBJECTIVES, ObjectivesPage, objectives_page

__all__ = ["OBJECTIVES", "ObjectivesPage", "objectives_page"]
