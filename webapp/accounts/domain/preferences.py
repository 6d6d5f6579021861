"""What somebody may prefer: how pages look, in which zone times are told, in which language."""

from __future__ import annotations

from functools import cache
from typing import Final
from zoneinfo import available_timezones

THEMES: Final = (("system", "As my system"), ("light", "Light"), ("dark", "Dark"))
LANGUAGES: Final = (("en", "English"),)
REGIONS: Final = (
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)


@cache
def time_zones() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the zones of the world by region; older spellings of the same places are left out."""
    known = sorted(available_timezones())
    regions = [(one, tuple(z for z in known if z.startswith(f"{one}/"))) for one in REGIONS]
    return (("World", ("UTC",)), *(pair for pair in regions if pair[1]))


def is_zone(name: str) -> bool:
    """Say whether this is a zone that may be chosen; none chosen is one."""
    return not name or any(name in zones for _, zones in time_zones())
