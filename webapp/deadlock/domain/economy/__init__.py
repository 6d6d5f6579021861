"""Sums over the economy of a match: by source, by interval between samples, what lay idle.

Pure. Reads the stored slice and answers what pages ask; draws nothing.
"""

from webapp.deadlock.domain.economy.idle import Priced, idle_of
from webapp.deadlock.domain.economy.income import gains, held, intervals, rates, shares
from webapp.deadlock.domain.economy.kinds import KINDS, Kind, kind_of
from webapp.deadlock.domain.economy.ledger import Purse, purses
from webapp.deadlock.domain.economy.rows import (
    EconomyRow,
    SoulRow,
    economy_rows,
    soul_rows,
    swing_rows,
)

__all__ = [
    "KINDS",
    "EconomyRow",
    "Kind",
    "Priced",
    "Purse",
    "SoulRow",
    "economy_rows",
    "gains",
    "held",
    "idle_of",
    "intervals",
    "kind_of",
    "purses",
    "rates",
    "shares",
    "soul_rows",
    "swing_rows",
]
