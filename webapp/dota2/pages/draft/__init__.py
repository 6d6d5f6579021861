"""The Draft tab: picks and bans in order, and how long each took."""

from __future__ import annotations

from webapp.dota2.pages.draft.page import DRAFT, DraftPage, draft_page

__all__ = ["DRAFT", "DraftPage", "draft_page"]
