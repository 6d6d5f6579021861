"""The win chance by its rules: both sides alike, nothing ahead of its time, sums that hold."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.changed import replace
from tests.dota2.kept import PARSED, UNPARSED, body_of
from tests.dota2.told import NAMES, told
from webapp.dota2.domain.analysis import Analysis, analyse
from webapp.dota2.domain.analysis.events import Events, Fallen, Kill
from webapp.dota2.domain.analysis.lead import Lead
from webapp.dota2.domain.analysis.objectives.records import Roshan
from webapp.dota2.domain.parse import parse_match
from webapp.dota2.domain.winning import (
    FEATURES,
    RECIPE,
    Known,
    can_be_known,
    chance_at,
    curve_of,
    features_of,
    known_at,
    minutes_of,
)
from webapp.dota2.domain.winning.samples import samples_of
from webapp.matchplay.lead import LeadSample
from webapp.matchplay.winning import chance_of, parts_of

WEIGHTS = (0.05, 0.04, 0.03, 0.2, 0.3, 0.4, 0.02)
END_S = 1_500
OTHER = {"a": "b", "b": "a", None: None}
NOTHING = Events(
    kills=(), untimed=0, falls=(), roshans=(), tormentors=(), couriers=(), first_blood=None,
    buybacks=(), pauses=(),
)  # fmt: skip


def kill(at_s: int, killer: int, victim: int) -> Kill:
    return Kill(at_s, killer, victim, None, None)


def fall(at_s: int, side: str, kind: str) -> Fallen:
    return Fallen(at_s, side, kind, None, None, OTHER[side], None, denied=False)


def roshan(at_s: int, side: str, aegis: str, holder: int | None) -> Roshan:
    return Roshan(1, at_s, side, aegis, holder, at_s + 2 if holder is not None else None)


def lead_with(samples: list[tuple[int, int]], xp: list[tuple[int, int]]) -> Lead:
    gold, seen = (
        tuple(LeadSample(60 * spot, *row) for spot, row in enumerate(rows))
        for rows in (samples, xp)
    )
    return Lead(gold, seen, True, None, None, 0, ())


seconds, slots = st.integers(0, END_S), st.integers(0, 4)
sums = st.lists(st.tuples(st.integers(1, 60_000), st.integers(1, 60_000)), min_size=1, max_size=25)
leads = st.builds(lead_with, sums, sums)
happenings = st.builds(
    lambda kills, falls, bosses: replace(
        NOTHING,
        kills=tuple(sorted(kills, key=lambda one: one.at_s)),
        falls=tuple(sorted(falls, key=lambda one: one.at_s)),
        roshans=tuple(sorted(bosses, key=lambda one: one.at_s)),
    ),
    st.lists(
        st.one_of(
            st.builds(lambda t, a, b: kill(t, a, b + 5), seconds, slots, slots),
            st.builds(lambda t, a, b: kill(t, a + 5, b), seconds, slots, slots),
        ),
        max_size=12,
    ),
    st.lists(
        st.builds(fall, seconds, st.sampled_from("ab"), st.sampled_from(("tower", "melee"))),
        max_size=8,
    ),
    st.lists(
        st.builds(
            roshan,
            seconds,
            st.sampled_from("ab"),
            st.sampled_from(("taken", "stolen", "denied", "")),
            st.one_of(st.none(), st.integers(0, 9)),
        ),
        max_size=3,
    ),
)


def mirrored(lead: Lead, events: Events) -> tuple[Lead, Events]:
    """Give the same match with the sides swapped."""
    samples, xp = (
        tuple(LeadSample(one.at_s, one.b, one.a) for one in rows)
        for rows in (lead.samples, lead.xp)
    )
    return replace(lead, samples=samples, xp=xp), replace(
        events,
        kills=tuple(
            kill(one.at_s, (one.killer + 5) % 10, (one.victim + 5) % 10)
            for one in events.kills or ()
        ),
        falls=tuple(replace(one, side=OTHER[one.side]) for one in events.falls),
        roshans=tuple(
            replace(
                one,
                side=OTHER[one.side],
                holder=None if one.holder is None else (one.holder + 5) % 10,
            )
            for one in events.roshans or ()
        ),
    )


def until(lead: Lead, events: Events, at_s: int) -> tuple[Lead, Events]:
    """Give what a match had told by a second, and nothing of what followed."""
    cut = {
        name: tuple(one for one in getattr(events, name) or () if one.at_s <= at_s)
        for name in ("kills", "falls", "roshans")
    }
    samples, xp = (
        tuple(one for one in rows if one.at_s <= at_s) for rows in (lead.samples, lead.xp)
    )
    return replace(lead, samples=samples, xp=xp), replace(events, **cut)


@given(lead=leads, events=happenings, at_s=seconds)
@settings(max_examples=60)
def test_swapping_the_sides_turns_p_into_one_minus_p_exactly(
    lead: Lead, events: Events, at_s: int
) -> None:
    here, _ = chance_at(WEIGHTS, lead, events, at_s)
    there, _ = chance_at(WEIGHTS, *mirrored(lead, events), at_s)
    assert there == 1 - here


@given(lead=leads, events=happenings, at_s=seconds)
@settings(max_examples=60)
def test_a_second_knows_nothing_of_what_follows_it(lead: Lead, events: Events, at_s: int) -> None:
    whole, cut = known_at(lead, events, [at_s]), known_at(*until(lead, events, at_s), [at_s])
    for field in fields(Known):
        assert getattr(whole, field.name) == getattr(cut, field.name), field.name


@given(lead=leads, events=happenings)
@settings(max_examples=40)
def test_minutes_add_up_to_the_whole_and_meet_the_curve(lead: Lead, events: Events) -> None:
    minutes = minutes_of(WEIGHTS, lead, events, END_S)
    curve = curve_of(WEIGHTS, lead, events, END_S)
    assert minutes[0][1].before == pytest.approx(curve.points[0].chance)
    assert minutes[-1][1].after == pytest.approx(curve.points[-1].chance)
    moved = sum(jump.change for _, jump in minutes)
    assert moved == pytest.approx(minutes[-1][1].after - minutes[0][1].before)
    assert [start for start, _ in minutes] == [0, *(jump.at_s for _, jump in minutes[:-1])]
    assert minutes[-1][1].at_s == END_S - 1


@given(lead=leads, events=happenings, at_s=seconds)
@settings(max_examples=40)
def test_pulls_of_parts_add_up_to_the_chance(lead: Lead, events: Events, at_s: int) -> None:
    chance, parts = chance_at(WEIGHTS, lead, events, at_s)
    assert 1 / (1 + np.exp(-sum(one.pull for one in parts))) == pytest.approx(chance)


@given(lead=leads, events=happenings, at_s=seconds, more=st.integers(1, 9_000))
@settings(max_examples=40)
def test_more_gold_never_lowers_a_chance(lead: Lead, events: Events, at_s: int, more: int) -> None:
    richer = replace(lead, samples=tuple(replace(one, a=one.a + more) for one in lead.samples))
    assert chance_at(WEIGHTS, richer, events, at_s)[0] >= chance_at(WEIGHTS, lead, events, at_s)[0]


def test_an_aegis_lives_until_its_holder_is_killed_or_five_minutes() -> None:
    lead = lead_with([(1, 1)], [(1, 1)])
    boss = roshan(600, "a", "taken", 3)

    def held(at_s: int, kills: tuple[Kill, ...] = (), one: Roshan = boss) -> tuple[float, float]:
        known = known_at(lead, replace(NOTHING, kills=kills, roshans=(one,)), [at_s])
        return known.aegis_a[0], known.aegis_b[0]

    assert [held(at_s) for at_s in (601, 602, 901, 902)] == [(0, 0), (1, 0), (1, 0), (0, 0)]
    died = (kill(650, 7, 2), kill(700, 7, 3))
    assert [held(at_s, died) for at_s in (651, 699, 700)] == [(1, 0), (1, 0), (0, 0)]
    assert held(610, one=roshan(600, "a", "stolen", 8)) == (0, 1)
    assert held(610, one=roshan(600, "b", "denied", 8)) == (0, 0)
    assert held(610, one=roshan(600, "b", "", None)) == (0, 1)


def test_figures_are_those_of_the_definition() -> None:
    lead = lead_with([(0, 0), (60_000, 40_000)], [(10_000, 8_000)])
    events = replace(
        NOTHING,
        kills=(kill(30, 1, 6),),
        falls=(fall(10, "b", "tower"), fall(20, "a", "melee"), fall(20, "a", "ranged")),
        roshans=(roshan(30, "b", "taken", 9),),
    )
    figures = features_of(known_at(lead, events, [60]))[0]
    assert figures.tolist() == pytest.approx([20, 2, 100 * 2_000 / 18_000, 1, -2, -1, 1])
    assert len(figures) == len(FEATURES) == len(parts_of(RECIPE, WEIGHTS, figures)) + 1


def analysed(match_id: int) -> Analysis:
    return analyse(parse_match(body_of(match_id)))


def test_only_what_is_recorded_of_both_sides_can_be_known() -> None:
    parsed, bare = analysed(PARSED), analysed(UNPARSED)
    assert can_be_known(parsed.lead, parsed.events)
    assert not can_be_known(bare.lead, bare.events)
    only_ahead = tuple(
        LeadSample(one.at_s, max(one.a - one.b, 0), max(one.b - one.a, 0)) for one in parsed.lead.xp
    )
    assert not can_be_known(replace(parsed.lead, xp=only_ahead), parsed.events)
    assert not can_be_known(replace(parsed.lead, sides_known=False), parsed.events)
    assert not can_be_known(parsed.lead, replace(parsed.events, kills=None))


def test_rows_are_whole_minutes_from_three_to_before_the_end() -> None:
    parsed, bare = analysed(PARSED), analysed(UNPARSED)
    samples = samples_of(
        [
            (1, "a", 600, parsed.lead, parsed.events),
            (2, "b", 601, parsed.lead, parsed.events),
            (3, "b", 601, bare.lead, bare.events),
        ]
    )
    assert samples.match_ids.tolist() == [1] * 7 + [2] * 8
    assert samples.won_a.tolist() == [True] * 7 + [False] * 8
    assert samples.figures[:7].tolist() == samples.figures[7:14].tolist()
    assert samples_of([]).figures.shape == (0, len(FEATURES))


@pytest.mark.parametrize("name", NAMES)
def test_real_matches_are_known_as_opendota_tells_them(name: str) -> None:
    match = told(name)
    lead, events = match.ours.lead, match.ours.events
    if not can_be_known(lead, events):
        pytest.skip(f"{name} does not tell everything")
    times = match.given["players"][0]["times"]
    told_lead = dict(zip(times, match.given["radiant_gold_adv"], strict=False))
    minutes = [at_s for at_s in times if 0 <= at_s < match.match.duration_s]
    known = known_at(lead, events, minutes)
    ahead = dict(zip(minutes, (known.gold_a - known.gold_b).tolist(), strict=True))
    alike = [at_s for at_s in minutes if at_s not in lead.unlike_upstream]
    assert len(alike) > 25
    assert [ahead[at_s] for at_s in alike] == [told_lead[at_s] for at_s in alike]
    chances = chance_of(WEIGHTS, features_of(known))
    assert (chances[-1] > 0.5) == match.given["radiant_win"]
