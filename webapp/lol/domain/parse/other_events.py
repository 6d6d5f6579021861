"""Events of items, skills, wards and the game itself."""

from webapp.lol.domain import records, wire
from webapp.lol.domain.parse import words
from webapp.lol.domain.parse.event_parts import Made, Reader, at, who
from webapp.lol.domain.parse.numbers import known, whole


def bounty(one: wire.Event, _: frozenset[int]) -> Made:
    """Read objective bounties announced or ended."""
    starts = whole(one.actual_start_time)
    starts_at_s = None if starts is None else starts // 1000
    return records.ObjectiveBounty(at(one), words.side(one.team_id), starts_at_s)


def feat(one: wire.Event, _: frozenset[int]) -> Made:
    """Read how a side came nearer to a feat."""
    side = words.side(one.team_id)
    return records.FeatUpdate(at(one), side, whole(one.feat_type), whole(one.feat_value))


def item(action: str) -> Reader:
    """Give the reader of one item action."""

    def read(one: wire.Event, slots: frozenset[int]) -> Made:
        slot = who(one.participant_id, slots)
        if slot is None:
            return None
        return records.ItemEvent(
            at_ms=at(one),
            slot=slot,
            action=action,
            item=whole(one.item_id) or whole(one.before_id) or 0,
            before=known(one.before_id),
            after=known(one.after_id),
            gold=whole(one.gold_gain),
        )

    return read


def skill(one: wire.Event, slots: frozenset[int]) -> Made:
    """Read a point in an ability."""
    slot, skill = who(one.participant_id, slots), whole(one.skill_slot)
    if slot is None or skill is None:
        return None
    return records.SkillUp(at(one), slot, skill, one.level_up_type == "EVOLVE")


def level(one: wire.Event, slots: frozenset[int]) -> Made:
    """Read a level."""
    slot, level = who(one.participant_id, slots), whole(one.level)
    if slot is None or level is None:
        return None
    return records.LevelUp(at(one), slot, level)


def ward(*, placed: bool) -> Reader:
    """Give the reader of wards placed, or of wards that fell."""

    def read(one: wire.Event, slots: frozenset[int]) -> Made:
        slot = who(one.creator_id if placed else one.killer_id, slots)
        return records.WardEvent(at(one), slot, words.ward(one.ward_type), placed)

    return read


def transform(one: wire.Event, slots: frozenset[int]) -> Made:
    """Read another shape."""
    slot = who(one.participant_id, slots)
    kind = (one.transform_type or "unknown").lower()
    return None if slot is None else records.Transform(at(one), slot, kind)


def pause(*, begins: bool) -> Reader:
    """Give the reader of one end of a pause."""
    return lambda one, _: records.Pause(at(one), begins)


def end(one: wire.Event, _: frozenset[int]) -> Made:
    """Read the end of the game."""
    return records.GameEnd(at(one), words.side(one.winning_team))
