"""The chance to win a Deadlock match: what was known at a second, and the figures made of it.

Pure. Nothing here looks ahead: the chance at a second is made of what had happened by then. How
figures become a chance, and how a model of them is made, is `matchplay.winning`.
"""

from webapp.deadlock.domain.winning.curve import chance_at, curve_of
from webapp.deadlock.domain.winning.features import FEATURES, RECIPE, features_of
from webapp.deadlock.domain.winning.known import Known, known_at

__all__ = ["FEATURES", "RECIPE", "Known", "chance_at", "curve_of", "features_of", "known_at"]
