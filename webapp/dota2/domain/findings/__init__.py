"""Findings: what decided a match, in plain sentences with a minute and a number each.

Pure. Rules only say what the records say, one after the other; that one thing came of another is
for the reader to judge. Everything is ranked by what it was worth in gold.
"""

from webapp.dota2.domain.findings.material import SLICES, Material, material_of
from webapp.dota2.domain.findings.ranking import findings_of, personal_findings

__all__ = ["SLICES", "Material", "findings_of", "material_of", "personal_findings"]
