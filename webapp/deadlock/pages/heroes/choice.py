"""What a reader narrowed heroes down to, and the links that change one thing of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from webapp.deadlock.domain.benchmarks import BANDS, Band
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.segments.heat import PHASES
from webapp.deadlock.domain.words import SIDE_SHORT

SIDES: Final = ("a", "b")
BAND_KEYS: Final = tuple(band.key for band in BANDS)
PHASE_KEYS: Final = tuple(phase.key for phase in PHASES)
SORTS: Final = (
    "matches",
    "won",
    "souls_per_minute",
    "damage_per_minute",
    "kills",
    "deaths",
    "assists",
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A rank band, and of the map a side and a phase; None means all."""

    rank: str | None = None
    side: str | None = None
    phase: str | None = None
    sort: str | None = None

    @property
    def query(self) -> str:
        """Say the choice as the end of a URL."""
        names = ("rank", "side", "phase", "sort")
        parts = {name: value for name in names if (value := getattr(self, name))}
        return "?" + urlencode(parts) if parts else ""


@dataclass(frozen=True, slots=True)
class Way:
    """One choice among several: its word, where it leads, and whether it stands."""

    word: str
    url: str
    current: bool


def chosen_of(asked: Mapping[str, str]) -> Chosen:
    """Read the choice from a URL; what makes no sense is as good as none."""
    return Chosen(
        rank=_known(asked.get("rank"), BAND_KEYS),
        side=_known(asked.get("side"), SIDES),
        phase=_known(asked.get("phase"), PHASE_KEYS),
        sort=_known(asked.get("sort"), SORTS),
    )


def rank_ways(url: str, chosen: Chosen, names: Catalogue) -> tuple[Way, ...]:
    """Offer all ranks and each band, named by its first and last rank."""
    everyone = Way("All ranks", url + replace(chosen, rank=None).query, chosen.rank is None)
    return everyone, *(
        Way(
            rank_words(band, names),
            url + replace(chosen, rank=band.key).query,
            chosen.rank == band.key,
        )
        for band in BANDS
    )


def rank_words(band: Band, names: Catalogue) -> str:
    """Name a band by its first and last rank."""
    first, last = (names.ranks.get(tier, f"Tier {tier}") for tier in (band.first, band.last))
    return f"{first} to {last}"


def side_ways(url: str, chosen: Chosen) -> tuple[Way, ...]:
    """Offer both sides and each."""
    words: dict[str | None, str] = {None: "Both sides"}
    words |= {side: SIDE_SHORT[side] for side in SIDES}
    return tuple(
        Way(word, f"{url}{replace(chosen, side=key).query}#heat", chosen.side == key)
        for key, word in words.items()
    )


def phase_ways(url: str, chosen: Chosen) -> tuple[Way, ...]:
    """Offer the whole match and each phase."""
    words: dict[str | None, str] = {None: "Whole match"}
    words |= {phase.key: phase.word for phase in PHASES}
    return tuple(
        Way(word, f"{url}{replace(chosen, phase=key).query}#heat", chosen.phase == key)
        for key, word in words.items()
    )


def _known(asked: str | None, keys: tuple[str, ...]) -> str | None:
    return asked if asked in keys else None
