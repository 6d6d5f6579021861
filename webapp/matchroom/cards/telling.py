"""What a match's card says, taken from what stands around every tab of its pages."""

from __future__ import annotations

from typing import Any, Final

from webapp.matchplay.frame import Head, Side
from webapp.matchplay.shares import Share
from webapp.matchplay.strip.curve import leads_of
from webapp.matchroom.cards.records import CardSide, MatchCard
from webapp.matchroom.framing import Framing

FACTS: Final = 3
"""Every head begins with length, day and mode."""
PROVENANCE: Final = {"generated": ("generated sample",), "upload": ("a reader’s file, unverified",)}


def match_card(framing: Framing, loaded: Any, game: str, room: str) -> MatchCard:
    """Tell a match's card from its head and its strip."""
    head, row = framing.head(loaded), loaded.row
    return MatchCard(
        game=game,
        room=room,
        number=f"match {row.match_id}",
        title=head.title.partition(" (")[0],
        side_a=_side(head.side_a),
        side_b=_side(head.side_b),
        score_word=head.score_word,
        facts=(*_facts(head), *PROVENANCE.get(row.provenance, ())),
        lead=leads_of(framing.lead(loaded)),
        unit=framing.names.unit,
        duration_s=row.duration_s,
    )


def _facts(head: Head) -> tuple[str, ...]:
    said = (f"{fact.at:%-d %b %Y}" if fact.at else fact.value for fact in head.facts[:FACTS])
    return tuple(one for one in said if one)


def _side(side: Side | None) -> CardSide | None:
    return CardSide(side.name, side.score, side.won) if side else None


def player_figures(matches: int, won: Share, kda: str) -> tuple[tuple[str, str], ...]:
    """Tell how much and how well somebody plays: figures, each with what it counts."""
    share = (f"{won.percent} %", f"won of {won.n:,}, {won.low}–{won.high}")
    return (
        (f"{matches:,}", "match" if matches == 1 else "matches"),
        *((share,) if won.n else ()),
        *(((kda, "kills / deaths / assists"),) if kda else ()),
    )
