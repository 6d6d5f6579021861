"""What a model weighs: a game's figures, each above 0 when it speaks for side a."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Feature:
    """One figure: its key in a kept model, its name, what one unit is, and whose part it is."""

    key: str
    word: str
    unit: str
    part: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """A game's figures, in the order of its rows.

    Raise `form` when a figure changes its meaning: older models are then not used any more. The
    first `alone` figures make a simpler guess, named `alone_word`, that a model is judged beside.
    """

    form: int
    features: tuple[Feature, ...]
    alone: int
    alone_word: str

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the figures' keys."""
        return tuple(one.key for one in self.features)

    @property
    def parts(self) -> dict[str, list[int]]:
        """Give which figures make up each part."""
        words = dict.fromkeys(one.part for one in self.features)
        return {
            word: [spot for spot, one in enumerate(self.features) if one.part == word]
            for word in words
        }
