"""The chance to win a League match: what was known at a frame, and the figures made of it.

Pure. Nothing here looks ahead: a frame holds what had happened by its millisecond. How figures
become a chance, and how a model of them is made, is `matchplay.winning`.
"""

from webapp.lol.domain.analysis.known import Known, known_of
from webapp.lol.domain.winning.curve import Swing, chance_at, chances_of, curve_of, swing_at
from webapp.lol.domain.winning.features import FEATURES, RECIPE, features_of
from webapp.lol.domain.winning.first import first_model

__all__ = [
    "FEATURES",
    "RECIPE",
    "Known",
    "Swing",
    "chance_at",
    "chances_of",
    "curve_of",
    "features_of",
    "first_model",
    "known_of",
    "swing_at",
]
