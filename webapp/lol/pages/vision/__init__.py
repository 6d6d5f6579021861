"""The Vision tab: wards by kind and phase, and the game's own score."""

from webapp.lol.pages.vision.page import VISION, VisionPage, vision_page

__all__ = ["VISION", "VisionPage", "vision_page"]
