"""What hit the victim between the two damage samples around a death."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from webapp.deadlock.domain.analysis.deaths import Deaths, DeathTold, Recap
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.combat.sources import name_source
from webapp.deadlock.pages.combat.people import REST, Fighter
from webapp.matchplay.charts import clock

MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class HitRow:
    """A dealer, or one of their sources; `percent` is of the largest lethal row of its table."""

    fighter: Fighter | None
    who: str
    what: str
    kind: str
    damage: int
    lethal: int
    percent: int


@dataclass(frozen=True, slots=True)
class RecapView:
    """The recap of one death, or of the deaths that share its samples."""

    from_clock: str
    to_clock: str
    said: str
    alone: bool
    dealers: tuple[HitRow, ...]
    sources: tuple[HitRow, ...]
    rest: int
    rest_damage: int
    rest_lethal: int
    damage: int
    lethal: int


def recap_view(
    story: Deaths, death: DeathTold, people: dict[int, Fighter], names: Catalogue
) -> RecapView | None:
    """Tell the recap that holds a death; None where no two samples do."""
    if death.recap is None:
        return None
    recap = story.recaps[death.recap]
    sources = _sources(recap, story.sources, people, names)
    shown, rest = sources[:MOST_ROWS], sources[MOST_ROWS:]
    return RecapView(
        from_clock=clock(recap.from_s),
        to_clock=clock(recap.to_s),
        said=_said(story, death, recap, people[death.victim]),
        alone=recap.deaths == 1,
        dealers=_dealers(recap, people),
        sources=tuple(shown),
        rest=len(rest),
        rest_damage=sum(one.damage for one in rest),
        rest_lethal=sum(one.lethal for one in rest),
        damage=sum(recap.damage),
        lethal=sum(recap.lethal),
    )


def _said(story: Deaths, death: DeathTold, recap: Recap, victim: Fighter) -> str:
    if recap.deaths == 1:
        return (
            f"{victim.hero} died once between these samples, so what counts towards the death is "
            "this one’s alone."
        )
    others = [
        clock(one.at_s) for one in story.deaths if one.recap == death.recap and one is not death
    ]
    return (
        f"{victim.hero} died {_times(recap.deaths)} between these samples (also at "
        f"{' and '.join(others)}), so what counts towards the death is of all of them together."
    )


def _times(count: int) -> str:
    return {2: "twice", 3: "three times"}.get(count, f"{count} times")


def _dealers(recap: Recap, people: dict[int, Fighter]) -> tuple[HitRow, ...]:
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for dealer, damage, lethal in zip(recap.dealers, recap.damage, recap.lethal, strict=True):
        sums[dealer][0] += damage
        sums[dealer][1] += lethal
    order = sorted(sums.items(), key=lambda item: (-item[1][1], -item[1][0], item[0]))
    most = max((lethal for _, (_, lethal) in order), default=0)
    return tuple(
        HitRow(
            fighter=people.get(dealer),
            who=_who(dealer, recap, people),
            what="",
            kind="",
            damage=damage,
            lethal=lethal,
            percent=_of(lethal, most),
        )
        for dealer, (damage, lethal) in order
    )


def _sources(
    recap: Recap, engine: Sequence[str], people: dict[int, Fighter], names: Catalogue
) -> list[HitRow]:
    most = max(recap.lethal, default=0)
    found = []
    columns = zip(recap.dealers, recap.sources, recap.damage, recap.lethal, strict=True)
    for dealer, source, damage, lethal in columns:
        named, who = name_source(engine[source], names), _who(dealer, recap, people)
        row = (named.name, named.kind, damage, lethal, _of(lethal, most))
        found.append(HitRow(people.get(dealer), who, *row))
    return found


def _who(dealer: int, recap: Recap, people: dict[int, Fighter]) -> str:
    one = people.get(dealer)
    if one is None:
        return REST
    return f"{one.hero}, to themselves" if dealer == recap.victim else one.hero


def _of(part: int, most: int) -> int:
    return round(100 * part / most) if most else 0
