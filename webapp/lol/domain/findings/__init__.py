"""Findings: what decided a game, in sentences with a minute and a number, the weightiest first.

Pure. Every rule reads the slices alone and says what is recorded: who, when, how much. None says
what an item did or would have done. What a sentence weighs is told in `price`.
"""

from webapp.lol.domain.findings.material import SLICES, Material, material_of
from webapp.lol.domain.findings.price import Price, price_of
from webapp.lol.domain.findings.ranking import (
    balanced,
    every_finding,
    findings_of,
    personal_findings,
)

__all__ = [
    "SLICES",
    "Material",
    "Price",
    "balanced",
    "every_finding",
    "findings_of",
    "material_of",
    "personal_findings",
    "price_of",
]
