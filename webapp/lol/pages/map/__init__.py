"""The Map tab: kills and objectives where they happened, buildings and players at a moment."""

from webapp.lol.pages.map.page import MAP, MapPage, map_page

__all__ = ["MAP", "MapPage", "map_page"]
