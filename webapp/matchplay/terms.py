"""One word with its meaning."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Term:
    """A metric: what players call it, what it means in a sentence, and how it is worked out.

    `key` is its anchor on the page `METHOD` of its room and never changes; `how` names the
    formula, its inputs and what it cannot know, empty when the sentence says it all.
    """

    METHOD: ClassVar[str] = ""

    key: str
    word: str
    definition: str
    how: str = ""
    unit: str = ""

    @property
    def url(self) -> str:
        """Give the address of its full explanation."""
        return f"{self.METHOD}#{self.key}"


@dataclass(frozen=True, slots=True)
class Group:
    """The terms of one part of the room."""

    key: str
    title: str
    terms: tuple[Term, ...]
