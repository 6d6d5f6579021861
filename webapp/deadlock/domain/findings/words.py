"""How findings say things: counts of buildings, places of the map."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.deadlock.domain.analysis.events import Fall
from webapp.matchplay.findings import listed

_PLURALS = {"Base Guardians": "pairs of Base Guardians"}
_ONE = {"Base Guardians": "a pair of Base Guardians"}


def counted(kinds: Sequence[str]) -> str:
    """Count kinds of buildings: "2 Walkers and a Shrine"."""
    counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
    return listed([_some(kind, count) for kind, count in counts.items()])


def where(place: str) -> str:
    """Say a place of the map, as `places` names it, within a sentence."""
    lane, found, part = place.partition(" lane, ")
    if found and part == "middle":
        return f"in the middle of the {lane} lane"
    if found:
        return f"on the {lane} lane, in the {part}"
    if place.startswith("between "):
        return f"between the {place.removeprefix('between ')} lanes"
    if place.endswith("base"):
        return f"in {place[:1].lower()}{place[1:]}"
    return place


def nearby(falls: Sequence[Fall], place: str) -> list[Fall]:
    """Give those fallen buildings a reader would tie to a place: of its lanes, or of the base."""
    outer = {"Guardian", "Walker"}
    return [one for one in falls if one.kind not in outer or (one.lane or "") in place]


def _some(kind: str, count: int) -> str:
    if count == 1:
        return _ONE.get(kind, f"the {kind}" if "Patron" in kind else f"a {kind}")
    return f"{count} {_PLURALS.get(kind, f'{kind}s')}"
