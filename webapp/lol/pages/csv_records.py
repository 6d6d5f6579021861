"""What one line of each CSV holds: flat records, empty where nothing is recorded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One player's final figures; no Riot ids but those the game shows."""

    slot: int
    name: str | None
    tag: str | None
    champion_id: int
    side: str | None
    place: int | None
    role: str | None
    level: int | None
    kills: int | None
    deaths: int | None
    assists: int | None
    kill_participation: float | None
    damage: int | None
    damage_share: float | None
    damage_taken: int | None
    gold: int | None
    gold_share: float | None
    cs: int | None
    jungle_cs: int | None
    vision: int | None
    wards_placed: int | None
    wards_killed: int | None
    control_wards: int | None
    to_turrets: int | None
    to_objectives: int | None
    healed_allies: int | None
    shielded_allies: int | None
    crowd_control_s: int | None
    dead_s: int | None


@dataclass(frozen=True, slots=True)
class LeadLine:
    """Both sides at one frame."""

    at_s: int
    gold_a: int
    gold_b: int
    xp_a: int
    xp_b: int


@dataclass(frozen=True, slots=True)
class MinuteLine:
    """One player at one frame; empty cells are not recorded."""

    at_s: int
    slot: int
    champion_id: int
    gold: int
    in_hand: int
    xp: int
    level: int
    cs: int
    jungle_cs: int
    damage: int
    damage_taken: int
    kills: int | None
    deaths: int | None
    assists: int | None


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One part of one player's score."""

    slot: int
    champion_id: int
    role: str
    score: float
    place: int
    part: str
    points: float
    weight: float


@dataclass(frozen=True, slots=True)
class LaneLine:
    """One player at a mark, or from `from_s` to `frame_s` without one; `opponent` is a slot."""

    mark_s: int | None
    from_s: int
    frame_s: int
    role: str
    slot: int
    champion_id: int
    opponent: int
    gold: int
    xp: int
    level: int
    cs: int
    jungle_cs: int
    damage: int
    plates: int | None
    solo_kills: int | None
    kills: int | None
    deaths: int | None
    winner: str


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One item of one shop visit."""

    at_s: int
    slot: int
    champion_id: int
    action: str
    item_id: int
