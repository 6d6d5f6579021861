"""The chance to win a Dota 2 match: what was known at a second, and the figures made of it.

Pure. Nothing here looks ahead: the chance at a second is made of what had happened by then. How
figures become a chance, and how a model of them is made, is `matchplay.winning`.
"""

from webapp.dota2.domain.winning.curve import chance_at, curve_of, minutes_of
from webapp.dota2.domain.winning.features import FEATURES, RECIPE, features_of
from webapp.dota2.domain.winning.known import Known, can_be_known, known_at

__all__ = [
    "FEATURES",
    "RECIPE",
    "Known",
    "can_be_known",
    "chance_at",
    "curve_of",
    "features_of",
    "known_at",
    "minutes_of",
]
