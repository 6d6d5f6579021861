"""Kinds of events along the strip: ticks for the fallen, a shape for everything else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: its word, the shape it is drawn as, and what a span counts it as.

    A shape is one of `glyph_shapes()` in templates/parts/_marks.html, or "" for a tick.
    """

    word: str
    shape: str = ""
    counted: str = ""


KILL = Kind("Kill", counted="kill")
DEATH = Kind("Death")
"""A death that no player dealt: nobody's kill."""
PAUSE = Kind("Pause", "pause")
RINGS = frozenset({"circle", "pause"})
"""Shapes drawn as a line around nothing."""
