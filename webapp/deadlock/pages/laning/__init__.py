"""The Laning tab: every lane's two sides face to face, at 9:00 or at any other sample."""

from webapp.deadlock.pages.laning.page import LANING, LaningPage, laning_page

__all__ = ["LANING", "LaningPage", "laning_page"]
