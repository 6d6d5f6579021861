"""The chance to win: what was known at a moment, weighed into a number that can be checked.

Pure, and of no game: a game brings its figures as a `Recipe` and its own rows. Every figure is a
difference between the sides and there is no intercept, so that swapping the sides turns a chance
of p into exactly 1 - p.
"""

from webapp.matchplay.winning.curve import Curve, Jump, Point, curve_through
from webapp.matchplay.winning.figures import Feature, Numbers, Recipe
from webapp.matchplay.winning.fit import fit_weights, is_held_out
from webapp.matchplay.winning.judge import Bin, Score, bins_of, score_of
from webapp.matchplay.winning.making import Samples, is_due, make_model, make_small_model
from webapp.matchplay.winning.model import Model, Part, chance_of, parts_of

__all__ = [
    "Bin",
    "Curve",
    "Feature",
    "Jump",
    "Model",
    "Numbers",
    "Part",
    "Point",
    "Recipe",
    "Samples",
    "Score",
    "bins_of",
    "chance_of",
    "curve_through",
    "fit_weights",
    "is_due",
    "is_held_out",
    "make_model",
    "make_small_model",
    "parts_of",
    "score_of",
]
