"""The chance to win: what was known at a second, turned into a number that can be checked.

Pure. Nothing here looks ahead: the chance at a second is made of what had happened by then. Every
figure is a difference between the sides and there is no intercept, so that swapping the sides
turns a chance of p into exactly 1 - p.
"""

from webapp.deadlock.domain.winning.curve import Curve, Jump, Point, curve_of
from webapp.deadlock.domain.winning.features import FEATURES, Feature, features_of
from webapp.deadlock.domain.winning.fit import fit_weights, is_held_out
from webapp.deadlock.domain.winning.judge import Bin, Score, bins_of, score_of
from webapp.deadlock.domain.winning.known import Known, known_at
from webapp.deadlock.domain.winning.model import Model, Part, chance_of, parts_of

__all__ = [
    "FEATURES",
    "Bin",
    "Curve",
    "Feature",
    "Jump",
    "Known",
    "Model",
    "Part",
    "Point",
    "Score",
    "bins_of",
    "chance_of",
    "curve_of",
    "features_of",
    "fit_weights",
    "is_held_out",
    "known_at",
    "parts_of",
    "score_of",
]
