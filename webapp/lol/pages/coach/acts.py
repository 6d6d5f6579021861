"""What a summoner had a hand in, with the swings around it, beside the same of other players."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from webapp.lol.domain.acts import Act, Counted, acts_of, counted, curve_by_frame
from webapp.lol.domain.modes import RIFT
from webapp.lol.domain.played import Played
from webapp.lol.domain.profile import main_role
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.pages.summoner.who import Who
from webapp.lol.store import games
from webapp.lol.store.chances import load_model
from webapp.lol.store.matches import load_slices
from webapp.matchplay.players.narrowing import narrow
from webapp.matchplay.winning import Model

MOST_GAMES: Final = 20
"""The newest so many of each are read: every one is a match's slices."""
SLICES: Final = ("scoreboard", "events", "objectives", "known")
ABOUT: Final = (
    "Finished games on Summoner’s Rift kept here with a timeline. swing: mean change of the win "
    "chance in points over the minute of each, for the player’s side; all else of that minute is "
    "in it, so it proves no cause."
)


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One kind of action: the summoner's, and others'; None where nobody had a hand in any."""

    action: str
    own: Counted | None
    others: Counted | None


@dataclass(frozen=True, slots=True)
class ActionStats:
    """Actions by kind, of so many games each; `role` and `champion_only` say who others are."""

    about: str
    role: str | None
    champion_only: bool
    games: int
    games_of_others: int
    games_the_model_knows: int
    actions: tuple[ActionLine, ...]


def action_stats(found: Who) -> ActionStats:
    """Count what a summoner did in the games chosen that tell.

    Others are those on the champion asked for, else of the role asked for or played most; then
    only the summoner's games in that role count.
    """
    wanted, model = found.wanted, load_model()
    role = wanted.role or (None if wanted.champion_id else main_role(found.chosen))
    own = _read(narrow(found.chosen, Filter(role=role)), model)
    others = _read(_others(found, role), model) if own else []
    mine, theirs = counted(own), counted(others)
    return ActionStats(
        about=ABOUT,
        role=role,
        champion_only=wanted.champion_id is not None,
        games=len(own),
        games_of_others=len(others),
        games_the_model_knows=model.matches,
        actions=tuple(
            ActionLine(kind, mine.get(kind), theirs.get(kind)) for kind in {**mine, **theirs}
        ),
    )


def slot_of(rows: Iterable[Any], one: Played) -> int | None:
    """Find whose game it was among a scoreboard's rows; None where several could be meant."""
    whose = (one.champion_id, one.side)
    found: list[int] = [row.slot for row in rows if (row.champion_id, row.side) == whose]
    return found[0] if len(found) == 1 else None


def _others(found: Who, role: str | None) -> list[Played]:
    """Give the newest games of others to compare with."""
    account = found.account.id if found.account else None
    if found.wanted.champion_id is not None:
        return narrow(games.games_on(found.wanted.champion_id, but=account), Filter(role=role))
    return games.games_in(role, but=account, limit=MOST_GAMES) if role and account else []


def _read(played: Sequence[Played], model: Model) -> list[tuple[Act, ...]]:
    """Read the acts of the newest finished games on the Rift; those that tell nothing are none."""
    rift = [one for one in played if one.layout == RIFT and one.won is not None]
    every = (_acts(one, model) for one in rift[:MOST_GAMES])
    return [acts for acts in every if acts is not None]


def _acts(one: Played, model: Model) -> tuple[Act, ...] | None:
    try:
        slices = load_slices(one.match_id, *SLICES)
    except msgspec.ValidationError:  # kept in an older form, and not worked out anew yet
        return None
    slot = slot_of(slices["scoreboard"].rows, one) if set(SLICES) <= set(slices) else None
    if slot is None or one.side is None or not slices["known"].at_ms:
        return None
    curve = curve_by_frame(model.weights, slices["known"])
    return acts_of(slot, one.side, slices["events"], slices["objectives"], curve)
