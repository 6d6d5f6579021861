"""The Laning tab: each player against the one of the same role, at 14:00 or when chosen."""

from webapp.lol.pages.laning.page import LANING, LaningPage, laning_page

__all__ = ["LANING", "LaningPage", "laning_page"]
