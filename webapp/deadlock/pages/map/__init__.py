"""The Map tab: drawn whole by the server for one moment, so a script only adds motion."""

from webapp.deadlock.pages.map.page import MAP, map_page
from webapp.deadlock.pages.map.view import MapView, map_view

__all__ = ["MAP", "MapView", "map_page", "map_view"]
