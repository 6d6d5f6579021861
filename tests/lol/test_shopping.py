"""Shop visits: what was bought together, after everything that was undone."""

from itertools import pairwise

from tests.lol.real import bodies, generated, read, real_analyses
from webapp.lol.domain.analysis import analyse
from webapp.lol.domain.analysis.economy import Visit
from webapp.lol.domain.analysis.economy.shopping import TOGETHER_S, visits_of
from webapp.lol.domain.records import ItemEvent


def _bought(at_s: int, item: int, slot: int = 1) -> ItemEvent:
    return ItemEvent(at_s * 1000, slot, "bought", item, None, None, None)


def _sold(at_s: int, item: int) -> ItemEvent:
    return ItemEvent(at_s * 1000, 1, "sold", item, None, None, None)


def _undone(at_s: int, before: int | None, after: int | None) -> ItemEvent:
    return ItemEvent(at_s * 1000, 1, "undone", before or 0, before, after, 0)


def test_purchases_that_follow_each_other_closely_are_one_visit() -> None:
    events = [_bought(10, 1055), _bought(20, 2003), _bought(25, 9, slot=2), _bought(300, 1001)]
    assert visits_of(1, events) == (
        Visit(10, 20, (1055, 2003), ()),
        Visit(300, 300, (1001,), ()),
    )


def test_an_undone_purchase_was_never_bought_and_an_undone_sale_never_sold() -> None:
    events = [_bought(10, 1055), _bought(12, 1055), _undone(13, 1055, None)]
    assert visits_of(1, events) == (Visit(10, 13, (1055,), ()),)
    events = [_bought(10, 1), _sold(12, 1055), _undone(13, None, 1055)]
    assert visits_of(1, events) == (Visit(10, 13, (1,), ()),)


def test_a_visit_in_which_everything_was_undone_is_none() -> None:
    assert visits_of(1, [_bought(10, 1055), _undone(13, 1055, None)]) == ()


def test_builds_and_economy_mean_the_same_by_a_visit() -> None:
    near = 0
    for found in real_analyses().values():
        for one, economy in zip(found.builds.players, found.economy.players, strict=True):
            assert all(later - early > TOGETHER_S for early, later in pairwise(one.visits))
            near += len(one.visits) == len(
                [visit for visit in economy.visits or () if visit.bought]
            )
    assert near > 100


def test_everybody_shops_before_the_minions_come() -> None:
    for match_id in ("JP1_566638130", "JP1_497158018"):
        for one in real_analyses()[match_id].economy.players:
            assert one.visits
            assert one.visits[0].at_s < 90


def test_gold_in_hand_is_below_what_was_earned() -> None:
    for one in analyse(generated()).economy.players:
        assert one.idle_gold is not None
        assert one.most_idle is not None
        assert 0 <= one.idle_gold <= one.most_idle <= (one.gold or 0)


def test_without_a_timeline_shopping_is_not_recorded_rather_than_none() -> None:
    body, _ = bodies()
    one = analyse(read(body)).economy.players[0]
    assert (one.visits, one.idle_gold, one.most_idle) == (None, None, None)
