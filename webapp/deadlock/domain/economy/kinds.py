"""The sources of souls by what a player does for them.

Catch-up and what items and abilities give belong to none of them: they count in all alone.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """Some sources together; `slug` stands in addresses, no sources means every one."""

    slug: str
    word: str
    sources: frozenset[str]

    def holds(self, source: str) -> bool:
        """Say whether a source is one of these."""
        return not self.sources or source in self.sources


KINDS: Final = (
    Kind("all", "All", frozenset()),
    Kind(
        "farm",
        "Farm",
        frozenset({"Troopers", "Denies", "Neutral enemies", "Breakable pickups"}),
    ),
    Kind("fights", "Fights", frozenset({"Enemy kills", "Kill assists"})),
    Kind("objectives", "Objectives", frozenset({"Objectives", "Rift and urn"})),
)


def kind_of(slug: str | None) -> Kind:
    """Give the kind asked for; what is not known is as good as all."""
    return next((kind for kind in KINDS if kind.slug == slug), KINDS[0])
