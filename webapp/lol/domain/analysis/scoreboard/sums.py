"""Sums and shares in which a figure nobody recorded stays unknown."""

from collections.abc import Callable, Iterable

from webapp.lol.domain.records import Player


def total(found: Iterable[int | None]) -> int | None:
    """Add what is known; None when nothing is."""
    known = [one for one in found if one is not None]
    return sum(known) if known else None


def share(part: int | None, whole: int | None) -> float | None:
    """Give a fraction, None where either is unknown or the whole is nothing."""
    return part / whole if part is not None and whole else None


def rate(figure: int | None, minutes: float) -> float | None:
    """Give a figure per minute, None where it is unknown or no time went by."""
    return figure / minutes if figure is not None and minutes else None


def together(player: Player, players: Iterable[Player]) -> tuple[Player, ...]:
    """Give whom a player fights beside: an Arena team, a side, or (Swarm) everybody."""
    if player.subteam is not None:
        return tuple(one for one in players if one.subteam == player.subteam)
    return tuple(one for one in players if one.side == player.side)


def over(players: Iterable[Player], figure: Callable[[Player], int | None]) -> int | None:
    """Add one figure over some players."""
    return total(map(figure, players))
