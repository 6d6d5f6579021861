"""Talking with the coach: the page of a talk, and the pages it may look things up in."""

from webapp.lol.pages.coach.page import CoachPage, coach_page, talk_page

__all__ = ["CoachPage", "coach_page", "talk_page"]
