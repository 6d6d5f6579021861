"""Findings: what decided a match, in plain sentences with a minute and a number each.

Pure. Rules only say what the records say, one after the other; that one thing came of another is
for the reader to judge. Everything is ranked by what it was worth: points of win chance where
there is a model, else souls.
"""

from webapp.deadlock.domain.findings.material import SLICES, Material, material_of
from webapp.deadlock.domain.findings.meter import meter_of
from webapp.deadlock.domain.findings.ranking import (
    all_findings,
    findings_of,
    gathered,
    match_findings,
    personal_findings,
)

__all__ = [
    "SLICES",
    "Material",
    "all_findings",
    "findings_of",
    "gathered",
    "match_findings",
    "material_of",
    "meter_of",
    "personal_findings",
]
