"""The Laning tab: how each lane stood at 10:00, or over what was chosen."""

from __future__ import annotations

from webapp.dota2.pages.laning.page import LANING, LaningPage, laning_page

__all__ = ["LANING", "LaningPage", "laning_page"]
