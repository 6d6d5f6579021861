"""Examples that can be tried: the samples this installation shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import current_app
from werkzeug.exceptions import HTTPException

from webapp.api.document.parameters import Parameter
from webapp.api.places import rooms
from webapp.core.problems import BELOW


@dataclass(frozen=True, slots=True)
class Examples:
    """Values of samples by the room they are of; `mark` names them all."""

    mark: str
    by_room: dict[str, dict[str, Any]]

    def of(self, path: str, part: Parameter) -> Any:
        """Give an example for a part of an address, or None."""
        room = path.removeprefix(f"{BELOW}/").partition("/")[0]
        found = self.by_room.get(room, {}).get(part.name) if part.where == "path" else None
        if found is None and part.where == "path":
            return part.schema.get("minimum") if part.example is None else part.example
        return found


def sample_examples() -> Examples:
    """Take the first sample of each room apart."""
    first = {room.slug: next((one.url for one in room.samples()), "") for room in rooms()}
    return Examples("|".join(first.values()), {slug: _values(url) for slug, url in first.items()})


def _values(url: str) -> dict[str, Any]:
    adapter = current_app.url_map.bind("")
    try:
        _, values = adapter.match(url, "GET")
    except HTTPException:
        return {}
    return dict(values)
