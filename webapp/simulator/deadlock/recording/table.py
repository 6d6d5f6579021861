"""The tables of a drawn recording, each as columns in time's order."""

from typing import Any

TICKS = 64
Table = dict[str, list[Any]]


def timed(at: list[float]) -> Table:
    """Give the ticks of these seconds beside them."""
    return {"tick": [round(second * TICKS) for second in at], "at_s": at}


def table_of(names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> Table:
    """Turn rows whose first cell is their second into columns, sorted by it."""
    ordered = sorted(rows, key=lambda row: row[0])
    at, *columns = zip(*ordered, strict=True) if ordered else [() for _ in range(len(names) + 1)]
    told = {name: list(column) for name, column in zip(names, columns, strict=True)}
    return {**timed(list(at)), **told}
