"""What a reader chose on the damage page: figure, player, opponent, source; kept in links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from webapp.deadlock.domain.combat import Ledger
from webapp.deadlock.domain.combat.stats import Stat, stat_of
from webapp.matchroom.moment import Moment

LONGEST_NUMBER = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """The choice; None is the page's own, and is left out of the address.

    `stat` and `source` (the engine's name) are what the query said until they are known to be of
    the match.
    """

    url: str
    moment: Moment
    stat: str | None = None
    player: int | None = None
    target: int | None = None
    source: str | None = None

    def href(self, **changes: object) -> str:
        """Give the address of the same page with something else chosen."""
        return replace(self, **changes).address("/combat")  # type: ignore[arg-type]

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """Give what a form that asks for other players must send along."""
        span = zip(("from", "to"), self.moment.ends, strict=True) if self.moment.span else ()
        chosen = {
            "stat": self.stat,
            "source": self.source,
            "t": None if self.moment.span else self.moment.second,
            **dict(span),
        }
        return tuple((name, str(value)) for name, value in chosen.items() if value is not None)

    def address(self, path: str) -> str:
        """Give an address beneath the match with all that is chosen."""
        chosen = {
            "stat": self.stat,
            "player": self.player,
            "target": self.target,
            "source": None if self.source is None else quote(self.source, safe=""),
        }
        said = "&".join(f"{name}={value}" for name, value in chosen.items() if value is not None)
        when = self.moment.query
        if not said:
            return self.url + path + when
        return f"{self.url}{path}{when}&{said}" if when else f"{self.url}{path}?{said}"


def asked_of(url: str, moment: Moment, query: Mapping[str, str], slots: Iterable[int]) -> Asked:
    """Read the choice from the query; what makes no sense is as good as none."""
    known = set(slots)
    player = _slot(query.get("player"), known)
    target = _slot(query.get("target"), known) if player is not None else None
    return Asked(url, moment, query.get("stat"), player, target, query.get("source"))


def chosen_stat(asked: Asked, stats: Iterable[str]) -> Stat:
    """Give the figure asked for, or the first that the match has, or damage."""
    found = [stat_of(word) for word in stats] or [stat_of("damage")]
    return next((stat for stat in found if stat.slug == asked.stat), found[0])


def chosen_source(asked: Asked, ledger: Ledger, stat: Stat) -> str | None:
    """Give the source asked for, if the figure has it."""
    return asked.source if asked.source in ledger.named(stat.word) else None


def _slot(text: str | None, known: set[int]) -> int | None:
    plain = text or ""
    if not (plain.isascii() and plain.isdigit() and len(plain) <= LONGEST_NUMBER):
        return None
    return int(plain) if int(plain) in known else None
