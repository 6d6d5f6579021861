"""Wards and everybody's part in vision as flat rows, for CSV."""

from __future__ import annotations

from typing import Any

from webapp.dota2.domain.analysis.vision import Vision, Ward, Watch
from webapp.dota2.pages.frame import url_of
from webapp.dota2.pages.map.asked import asked_of
from webapp.dota2.pages.map.wards import chosen_wards
from webapp.dota2.pages.people import people_of
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query


def ward_lines(loaded: Any, moment: Moment, query: Query) -> tuple[Ward, ...]:
    """Give the wards the map shows, each with its cell of the map grid."""
    asked = asked_of(url_of(loaded.row.match_id), moment, query, people_of(loaded))
    return tuple(chosen_wards(loaded.slices["vision"], asked, moment))


def watch_lines(vision: Vision) -> tuple[Watch, ...]:
    """Give everybody's part in vision."""
    return vision.players
