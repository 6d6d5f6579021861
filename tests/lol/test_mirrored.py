"""When both teams change sides, every answer changes sides and nothing else."""

import pytest

from tests.lol.real import bodies, mirrored, read
from webapp.lol.domain.analysis import analyse

OTHER = {"a": "b", "b": "a", "even": "even", None: None}


@pytest.mark.parametrize("match_id", ["EUW1_1", "EUW1_2", "EUW1_3"])
def test_the_lead_of_a_mirrored_match_is_its_own_turned_round(match_id: str) -> None:
    as_is, turned = analyse(read(*bodies(match_id))), analyse(mirrored(*bodies(match_id)))
    assert OTHER[as_is.scoreboard.winner] == turned.scoreboard.winner
    for ours, theirs in zip(as_is.lead.samples, turned.lead.samples, strict=True):
        assert (ours.at_s, ours.a, ours.b) == (theirs.at_s, theirs.b, theirs.a)
    assert as_is.lead.biggest_a == turned.lead.biggest_b
    assert as_is.lead.changes == turned.lead.changes


def test_every_lane_of_a_mirrored_match_goes_to_the_other_side() -> None:
    as_is, turned = analyse(read(*bodies())).laning, analyse(mirrored(*bodies())).laning
    assert len(as_is.marks) == 2
    for ours, theirs in zip(as_is.marks, turned.marks, strict=True):
        for one, other in zip(ours.lanes, theirs.lanes, strict=True):
            assert OTHER[one.winner] == other.winner
            assert one.margin == pytest.approx(-other.margin)
            assert (one.a.slot, one.far) == (other.b.slot, other.far)


def test_nobodys_score_depends_on_the_colour_of_the_side() -> None:
    as_is, turned = analyse(read(*bodies())).score, analyse(mirrored(*bodies())).score
    assert len(as_is.players) == 10
    for ours, theirs in zip(as_is.players, turned.players, strict=True):
        assert (ours.score, ours.place, ours.title) == (theirs.score, theirs.place, theirs.title)
        assert OTHER[ours.side] == theirs.side
