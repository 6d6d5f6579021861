"""The Builds tab: what everybody bought and learnt, when, and what they owned at a moment."""

from webapp.deadlock.pages.builds.page import BuildsPage, builds_page
from webapp.deadlock.pages.builds.panel import BUILDS

__all__ = ["BUILDS", "BuildsPage", "builds_page"]
