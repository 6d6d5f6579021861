"""The address of a match's chat and log."""

from __future__ import annotations

from flask import Response, request

from webapp.core.twins import MOMENT, answers
from webapp.dota2.pages.chat import CHAT, chat_page
from webapp.dota2.pages.chat.page import ChatPage
from webapp.dota2.routes import bp
from webapp.dota2.routes.match import MATCH, send_match


@bp.get(MATCH + "/chat")
@bp.get(MATCH + "/chat.json")
@answers(ChatPage, *MOMENT, "kind")
def chat(match_id: int) -> Response:
    """Show what was said, and everything with a second."""
    return send_match(
        match_id,
        lambda version, moment: chat_page(match_id, moment, request.args, version),
        panel=CHAT,
    )
