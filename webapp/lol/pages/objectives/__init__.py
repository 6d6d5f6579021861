"""The Objectives tab: monsters with their set-up, buildings, plates, souls, bounties, feats."""

from webapp.lol.pages.objectives.page import OBJECTIVES, ObjectivesPage, objectives_page

__all__ = ["OBJECTIVES", "ObjectivesPage", "objectives_page"]
