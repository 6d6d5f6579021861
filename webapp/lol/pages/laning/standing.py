"""How two opponents stood at a frame, or what each gained over a span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.lol.domain.analysis.events import Events
from webapp.lol.domain.analysis.laning import MARKS_S, LanePlayer, verdict_of
from webapp.lol.domain.analysis.laning.records import LaneVerdict
from webapp.lol.domain.analysis.moments import Moments, PlayerMoments
from webapp.lol.domain.parse.words import ROLES
from webapp.lol.pages.cut import Cut, cut_of
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class Happened:
    """The events of a stretch; `told` is False where the timeline has none."""

    events: Events
    from_s: int
    to_s: int
    told: bool

    def plates(self, slot: int) -> int | None:
        """Count the plates a player broke."""
        found = [one for one in self.events.plates if self._within(one.at_s)]
        return sum(one.killer == slot for one in found) if self.told else None

    def solo(self, killer: int, victim: int) -> int | None:
        """Count the kills of one player by another without any assist."""
        found = [one for one in self.events.kills if self._within(one.at_s)]
        alone = (killer, victim, ())
        if not self.told:
            return None
        return sum((one.killer, one.victim, one.assists) == alone for one in found)

    def _within(self, at_s: int) -> bool:
        return self.from_s < at_s <= self.to_s or at_s == 0 == self.from_s


def lane_cut(moments: Moments, moment: Moment) -> Cut:
    """Take the choice; without one the frame nearest to 14:00, or the last of a short game."""
    if moment != Moment():
        return cut_of(moments, moment)
    frame = moments.nearest(MARKS_S[-1]) or 0
    at_s = moments.at_s[frame]
    return Cut(None, frame, 0, at_s, f"at {clock(at_s)}")


def verdicts_over(moments: Moments, events: Events, cut: Cut) -> tuple[LaneVerdict, ...]:
    """Judge every role whose two players are known, over a cut."""
    if cut.last is None:
        return ()
    told = any(one.kills for one in moments.players)
    happened = Happened(events, cut.from_s, cut.to_s, told)
    found = []
    for role in ROLES:
        pair = [_only(moments.players, side, role) for side in ("a", "b")]
        if pair[0] is not None and pair[1] is not None:
            a = _player(pair[0], pair[1], cut, happened)
            b = _player(pair[1], pair[0], cut, happened)
            found.append(verdict_of(role, a, b))
    return tuple(found)


def _only(players: Sequence[PlayerMoments], side: str, role: str) -> PlayerMoments | None:
    found = [one for one in players if one.side == side and one.role == role]
    return found[0] if len(found) == 1 else None


def _player(one: PlayerMoments, other: PlayerMoments, cut: Cut, happened: Happened) -> LanePlayer:
    return LanePlayer(
        slot=one.slot,
        side=one.side or "",
        champion_id=one.champion_id,
        gold=cut.gained(one.gold) or 0,
        xp=cut.gained(one.xp) or 0,
        level=cut.stands(one.level) or 0,
        cs=cut.gained(one.cs) or 0,
        jungle_cs=cut.gained(one.jungle_cs) or 0,
        damage=cut.gained(one.damage) or 0,
        kills=cut.gained(one.kills),
        deaths=cut.gained(one.deaths),
        plates=happened.plates(one.slot),
        solo_kills=happened.solo(one.slot, other.slot),
        solo_deaths=happened.solo(other.slot, one.slot),
    )
