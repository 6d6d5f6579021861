"""The score of everybody and what it is the sum of; a chosen player's figures in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.analysis.score import USUAL, PlayerScore, Score, ScoreFigure
from webapp.lol.domain.score import PARTS
from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.pages.seats import Seat, seats_of
from webapp.lol.pages.sources import Sources

TITLES: Final = {"mvp": "MVP", "ace": "ACE"}
UNITS: Final = {
    "lane gold": ("Gold ahead in the lane", "%", 100),
    "lane experience": ("Experience ahead in the lane", "%", 100),
    "lane minions": ("CS ahead in the lane", "", 1),
    "kill participation": ("Kill participation", "%", 100),
    "damage share": ("Damage share", "%", 100),
    "control": ("Control", "s / min", 1),
    "help": ("Healing and shields", "tenfold is 1", 1),
    "gold": ("Gold", "/ min", 1),
    "minions": ("CS", "/ min", 1),
    "objective damage": ("Damage to objectives", "/ min", 1),
    "turrets": ("Turrets", "/ min", 1),
    "epic monsters": ("Hand in epic monsters", "%", 100),
    "vision": ("Vision score", "/ min", 1),
    "control wards": ("Control wards", "/ min", 1),
    "wards cleared": ("Wards cleared", "/ min", 1),
    "deaths": ("Deaths", "/ min", -1),
    "time dead": ("Time dead", "%", -100),
}
_WHOLE_FROM: Final = 20


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One player; `points` go with the parts, None where a part is not known."""

    seat: Seat
    side: str
    role: str
    score: float
    place: int
    title: str
    points: tuple[float | None, ...]
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure of the chosen player beside what is usual; `away` in deviations."""

    part: str
    word: str
    value: str
    usual: str
    unit: str
    away: float


@dataclass(frozen=True, slots=True)
class ScoreView:
    """Everybody, best first, and the figures of one. `games` is what it was made of."""

    parts: tuple[Term, ...]
    rows: tuple[ScoreLine, ...]
    version: str
    games: int
    usual: float
    chosen: Seat | None
    figures: tuple[FigureLine, ...]


def scores_of(loaded: Sources, player: int | None, url: str, when: str) -> ScoreView | None:
    """Show the scores; None where the mode has no roles. `when` is kept in every link."""
    score: Score = loaded.slices["score"]
    if not score.players:
        return None
    seats = seats_of(loaded)
    ranked = sorted(score.players, key=lambda one: (one.place, one.slot))
    chosen = score.of(player) if player is not None else None
    return ScoreView(
        parts=tuple(TERMS[f"score-{part}"] for part in PARTS),
        rows=tuple(_line(one, seats[one.slot], chosen, url + when) for one in ranked),
        version=score.version,
        games=score.games,
        usual=USUAL,
        chosen=seats[chosen.slot] if chosen else None,
        figures=_figures(chosen) if chosen else (),
    )


def _line(one: PlayerScore, seat: Seat, chosen: PlayerScore | None, url: str) -> ScoreLine:
    points = {part.name: part.points for part in one.parts}
    current = chosen is not None and chosen.slot == one.slot
    joined = "&" if "?" in url else "?"
    return ScoreLine(
        seat=seat,
        side=one.side,
        role=one.role.capitalize(),
        score=one.score,
        place=one.place,
        title=TITLES.get(one.title or "", ""),
        points=tuple(points.get(part) for part in PARTS),
        url=url if current else f"{url}{joined}player={one.slot}",
        current=current,
    )


def _figures(one: PlayerScore) -> tuple[FigureLine, ...]:
    return tuple(
        _figure(TERMS[f"score-{part.name}"].word, figure)
        for part in one.parts
        for figure in part.figures
    )


def _figure(part: str, figure: ScoreFigure) -> FigureLine:
    word, unit, times = UNITS.get(figure.name, (figure.name.capitalize(), "", 1))
    return FigureLine(
        part=part,
        word=word,
        value=_written(figure.value * times),
        usual=_written(figure.usual * times),
        unit=unit,
        away=figure.deviations,
    )


def _written(value: float) -> str:
    rounded = 0.0 if abs(value) < 0.005 else value  # noqa: PLR2004 - no minus before 0.00
    return f"{rounded:,.0f}" if abs(rounded) >= _WHOLE_FROM else f"{rounded:,.2f}"
