"""The score from 0 to 10: what is measured, against whom, and how much each part weighs.

A reference holds, for every role, the mean and the deviation of each figure and the weight of each
part. The shipped one is fitted on a handful of real games and says so; `fit_reference` makes
another of more.
"""

from webapp.lol.domain.score.figures import FIGURES, PARTS, figures_of
from webapp.lol.domain.score.fit import fit_reference
from webapp.lol.domain.score.reference import Reference, RoleReference, Usual
from webapp.lol.domain.score.shipped import SHIPPED

__all__ = [
    "FIGURES",
    "PARTS",
    "SHIPPED",
    "Reference",
    "RoleReference",
    "Usual",
    "figures_of",
    "fit_reference",
]
