"""What is kept of the lanes."""

import msgspec


class LanePlayer(msgspec.Struct, frozen=True):
    """One player by the mark. Plates are those the timeline credits the player with.

    `solo_kills` are kills of the opponent without any assist, `solo_deaths` the other way round.
    Kills, deaths, plates and those two are None where the timeline has no events.
    """

    slot: int
    side: str
    champion_id: int
    gold: int
    xp: int
    level: int
    cs: int
    jungle_cs: int
    damage: int
    kills: int | None
    deaths: int | None
    plates: int | None
    solo_kills: int | None
    solo_deaths: int | None


class LaneVerdict(msgspec.Struct, frozen=True):
    """One role. `winner` is "a", "b" or "even"; `margin` is a minus b.

    The margin is the mean of both shares by which gold and experience differ. `far` says that the
    winner has a fifth more of both.
    """

    role: str
    a: LanePlayer
    b: LanePlayer
    winner: str
    margin: float
    far: bool

    @property
    def gold_lead(self) -> int:
        """Give the gold lead, a minus b."""
        return self.a.gold - self.b.gold

    @property
    def xp_lead(self) -> int:
        """Give the lead in experience, a minus b."""
        return self.a.xp - self.b.xp

    @property
    def cs_lead(self) -> int:
        """Give the lead in minions and monsters, a minus b."""
        return self.a.cs - self.b.cs


class LaneMark(msgspec.Struct, frozen=True):
    """How the lanes stood at one mark. `at_s` is the mark, `frame_s` when the frame was taken.

    `lanes` is in the order of roles; `bottom_margin` judges both players of the bottom lane
    together, None where either pair is unknown.
    """

    at_s: int
    frame_s: int
    lanes: tuple[LaneVerdict, ...]
    bottom_margin: float | None


class Laning(msgspec.Struct, frozen=True):
    """Both marks, as far as they were reached; empty without a timeline or without roles."""

    marks: tuple[LaneMark, ...]

    def at(self, at_s: int) -> LaneMark | None:
        """Give one mark, None where it was not reached."""
        return next((one for one in self.marks if one.at_s == at_s), None)
