"""The Objectives tab: the ladder of buildings, what stood when, each fall and Rejuvenator."""

from webapp.deadlock.pages.objectives.page import OBJECTIVES, ObjectivesPage, objectives_page

__all__ = ["OBJECTIVES", "ObjectivesPage", "objectives_page"]
