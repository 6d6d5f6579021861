"""Each rule on the smallest match that sets it off, and on one that must not."""

from __future__ import annotations

from typing import Any

from tests.changed import replace
from webapp.dota2.domain.analysis.events import Buyback, Events, Fallen, Kill
from webapp.dota2.domain.analysis.fights import Fights
from webapp.dota2.domain.analysis.objectives import Objectives, Roshan
from webapp.dota2.domain.findings import Material
from webapp.dota2.domain.findings.dying import died_again, long_dead
from webapp.dota2.domain.findings.leading import lead_swing, thrown_lead
from webapp.dota2.domain.findings.taking import mega_creeps, roshans

LEAD = tuple((60 * minute, 100 * minute) for minute in range(31))
NOTHING = Events(
    kills=(),
    untimed=0,
    falls=(),
    roshans=(),
    tormentors=(),
    couriers=(),
    first_blood=None,
    buybacks=(),
    pauses=(),
)


def material(**fields: Any) -> Material:
    events = {name: fields.pop(name) for name in ("kills", "falls", "buybacks") if name in fields}
    bosses = fields.pop("roshans", ())
    usual: dict[str, Any] = {
        "duration_s": 1800,
        "winner": "b",
        "heroes": {slot: f"Hero {slot}" for slot in range(10)},
        "lead": LEAD,
        "events": replace(NOTHING, **events),
        "objectives": Objectives(True, (), (), bosses, (), (), None, None),
        "fights": Fights((), ()),
        "dead_s": {},
    }
    return Material(**(usual | fields))


def barracks(side: str, at_s: int, kind: str = "melee") -> Fallen:
    taker = "b" if side == "a" else "a"
    return Fallen(at_s, side, kind, None, "mid", taker, None, denied=False)


def test_the_largest_swing_of_five_minutes_is_told_with_its_ends() -> None:
    lead = (*LEAD[:10], *((at_s, gold - 4_000) for at_s, gold in LEAD[10:]))
    (found,) = lead_swing(material(lead=lead))
    assert (found.side, found.to_s, found.worth) == ("b", 600, 3_900)
    assert "Between 9:00 and 10:00 the gold lead moved 3,900 towards Dire" in found.sentence
    assert list(lead_swing(material())) == []


def test_a_lead_of_the_loser_is_told_from_five_thousand_on() -> None:
    lead = ((0, 0), (600, 5_200), (1200, -3_000))
    (found,) = thrown_lead(material(lead=lead))
    assert found.sentence == "Radiant led by 5,200 gold at 10:00 and lost the match."
    assert found.detail == "Dire won at 30:00."
    (timeless,) = thrown_lead(material(lead=lead, duration_s=0))
    assert timeless.detail == "Dire won."
    assert list(thrown_lead(material(lead=((0, 0), (600, 4_900))))) == []
    assert list(thrown_lead(material(lead=lead, winner=""))) == []


def test_a_roshan_is_told_only_with_what_fell_or_when_stolen() -> None:
    boss = Roshan(1, 900, "a", "taken", 2, 901)
    (found,) = roshans(material(roshans=(boss,), falls=(barracks("b", 1100),)))
    assert found.sentence == "Radiant killed Roshan at 15:00, and 1 barracks fell by 18:20."
    assert (found.side, found.slots, found.worth) == ("a", (2,), 600)
    assert list(roshans(material(roshans=(boss,)))) == []
    assert list(roshans(material(roshans=(boss,), falls=(barracks("a", 1100),)))) == []
    stolen = replace(boss, aegis="stolen", holder=7)
    (found,) = roshans(material(roshans=(stolen,)))
    assert (found.rule, found.side) == ("stolen", "b")
    assert found.sentence == "Hero 7 stole the Aegis of Radiant at 15:00."


def test_mega_creeps_need_all_six_barracks() -> None:
    falls = tuple(barracks("a", 1000 + 10 * number) for number in range(6))
    (found,) = mega_creeps(material(falls=falls))
    assert (found.side, found.at_s, found.to_s) == ("b", 1000, 1050)
    assert "Radiant lost all six barracks between 16:40 and 17:30" in found.sentence
    assert list(mega_creeps(material(falls=falls[:5]))) == []


def test_a_buyback_counts_when_death_came_again_within_a_minute() -> None:
    backs = (Buyback(1000, 3),)
    soon, late = (Kill(at_s, 6, 3, None, None) for at_s in (1042, 1070))
    (found,) = died_again(material(buybacks=backs, kills=(soon,)))
    assert found.sentence == "Hero 3 bought back at 16:40 and died again 42 s later."
    assert found.side == "b"
    assert list(died_again(material(buybacks=backs, kills=(late,)))) == []


def test_a_fifth_of_the_match_dead_is_told() -> None:
    (found,) = long_dead(material(dead_s={4: 360, 5: 359}))
    assert found.sentence == "Hero 4 was dead for 6:00 of the match, 20 % of it."
    assert found.worth == 0
