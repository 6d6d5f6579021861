"""Curves by the minute: gold, experience, last hits and denies; sums of the books."""

from functools import lru_cache
from typing import Any

from webapp.simulator.dota2.cast import SIDE
from webapp.simulator.dota2.game import Game
from webapp.simulator.dota2.ledger import Book, is_creep, passive


@lru_cache(maxsize=64)
def curves_of(book: Book) -> dict[str, list[int]]:
    """Give one player's running totals at each whole minute, from the horn on."""
    times = list(range(0, book.duration_s + 1, 60))
    told: dict[str, list[int]] = {"gold_t": [], "xp_t": [], "lh_t": [], "dn_t": []}
    gold = xp = hits = place = 0
    for second in times:
        while place < len(book.lines) and book.lines[place].at_s <= second:
            line = book.lines[place]
            gold += max(0, line.gold)
            xp += line.xp
            hits += is_creep(line.unit)
            place += 1
        told["gold_t"].append(gold + passive(second))
        told["xp_t"].append(xp)
        told["lh_t"].append(hits)
        told["dn_t"].append(sum(1 for one in book.denies if one <= second))
    return {"times": times, **told}


def advantage(game: Game, kind: str) -> list[int]:
    """Give Radiant's lead at each minute."""
    curves: list[list[Any]] = [curves_of(book)[f"{kind}_t"] for book in game.books]
    return [sum(one[:SIDE]) - sum(one[SIDE:]) for one in zip(*curves, strict=True)]
