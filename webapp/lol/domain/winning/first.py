"""The first set of weights, shipped with the program: fitted on few real games, and saying so.

It speaks until an installation has kept enough games of its own to fit a model.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from webapp.matchplay.winning import Model


@cache
def first_model() -> Model:
    """Give the first model."""
    body = files(__package__ or "").joinpath("first_model.json").read_bytes()
    return msgspec.json.decode(body, type=Model)
