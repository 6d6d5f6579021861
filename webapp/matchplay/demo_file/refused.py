"""The one way a recording is turned away, by every game."""

from __future__ import annotations


class DemoRefused(ValueError):
    """This file will not be kept as a match's recording; `sentence` says why to its reader."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
