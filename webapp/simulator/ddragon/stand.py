"""Data Dragon as a stand-in: versions, five lists for each version and language, pictures."""

import re
from collections.abc import Callable

from webapp.simulator.art import CONTENT_TYPES, draw
from webapp.simulator.asked import Asked
from webapp.simulator.ddragon.bodies import LISTS
from webapp.simulator.replies import Reply, data_reply, error_reply, json_reply

VERSIONS = ("16.22.1", "16.21.1", "15.20.1")
LANGUAGES = ("en_US", "de_DE")
HOUR_S, DAY_S = 3_600, 86_400
PICTURE = re.compile(r"/cdn/[0-9.]+/img/profileicon/([0-9]{1,5})\.png")
DRAWN = """<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128">
<rect width="128" height="128" fill="#463"/>
<text x="64" y="80" font-size="48" fill="#fff" text-anchor="middle">{}</text></svg>"""
DRAWING = re.compile(
    r"/cdn/(?:[0-9.]+/img/(champion|item|spell)|img/(perk-images)(?:/\w+)*)/([\w-]+)\.(png)"
)
LIST = re.compile(r"/cdn/([0-9.]+)/data/([a-z]{2}_[A-Z]{2})/([A-Za-z]+)\.json")


class DDragonStand:
    """Answers below /ddragon; it knows no limits, as the real one."""

    def __call__(self, asked: Asked) -> Reply:
        """Give the reply to one request."""
        if not asked.reads:
            return error_reply(405, "Method not allowed")
        if asked.path == "/api/versions.json":
            return json_reply(list(VERSIONS), max_age_s=HOUR_S)
        if icon := PICTURE.fullmatch(asked.path):
            return data_reply(DRAWN.format(icon[1]).encode(), "image/svg+xml")
        if drawing := DRAWING.fullmatch(asked.path):
            kind, name, form = drawing[1] or drawing[2], drawing[3], drawing[4]
            return data_reply(draw(kind, name, form), CONTENT_TYPES[form], max_age_s=DAY_S)
        found = LIST.fullmatch(asked.path)
        make = self._list(found) if found else None
        if found is None or make is None:
            return error_reply(403, "Access denied")
        return json_reply(make(found[1], found[2]), max_age_s=DAY_S)

    def _list(self, found: re.Match[str]) -> Callable[[str, str], object] | None:
        if found[1] not in VERSIONS or found[2] not in LANGUAGES:
            return None
        return LISTS.get(found[3])
