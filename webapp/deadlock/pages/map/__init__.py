"""The match on its map at one moment: drawn whole by the server, so a script only adds motion."""

from webapp.deadlock.pages.map.view import MapView, map_view

__all__ = ["MapView", "map_view"]
