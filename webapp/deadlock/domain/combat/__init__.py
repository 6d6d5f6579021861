"""Sums over the damage matrix: by player, by source, by kind, within any of its samples.

Pure. Reads the stored slice and answers what pages ask; draws nothing.
"""

from webapp.deadlock.domain.combat.cut import Cut, cut_at, cut_between, whole
from webapp.deadlock.domain.combat.ledger import WORLD, Ledger, ledger_of

__all__ = ["WORLD", "Cut", "Ledger", "cut_at", "cut_between", "ledger_of", "whole"]
