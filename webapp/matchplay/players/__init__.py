"""What pages of a player share: narrowing matches down, leafing through them, form and shares.

Knows a match only by what it must tell; what else it holds is the game's own.
"""

from webapp.matchplay.players.form import Form, form_of
from webapp.matchplay.players.leafing import Leaf, leaf_of
from webapp.matchplay.players.sums import kda_said, most_played, result_of, share_won

__all__ = [
    "Form",
    "Leaf",
    "form_of",
    "kda_said",
    "leaf_of",
    "most_played",
    "result_of",
    "share_won",
]
