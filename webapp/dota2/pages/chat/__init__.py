"""The Chat and log tab: what was said, and everything with a second in one list."""

from webapp.dota2.pages.chat.page import CHAT, ChatPage, chat_page

__all__ = ["CHAT", "ChatPage", "chat_page"]
