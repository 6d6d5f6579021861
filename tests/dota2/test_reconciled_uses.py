"""Runes, uses and purchases as OpenDota counts them, and fights in full, against ours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.dota2.told import NAMES, Told, told
from webapp.dota2.domain.analysis.fights.parts import MOST_USED
from webapp.dota2.domain.analysis.objectives import UNTOLD

SHOWN_NOWHERE = {
    "necronomicon_kills": "summoned units killed stand among all units killed, by no name",
    "xp_start": "a fight tells what it gave; experience lies between the minutes on Economy",
    "xp_end": "as xp_start",
    "ability_targets": "of a fight; whom spells were aimed at stands on Combat, whole match",
    "all_word_counts": "what was said stands on Chat line by line; no words are counted",
    "my_word_counts": "as all_word_counts; of whoever asked, so empty in every body here",
    "item_usage": "a 1 for each item bought; Builds has every purchase and its second",
    "item_win": "item_usage again, 0 for who lost",
    "repicked": "a vote of drafts long gone; null or false in every body here",
}
"""What OpenDota works out and no page shows by that name, and why."""
BROUGHT = {
    "additional_units": "of the game's own answer",
    "skill": "of the game's own answer, and no longer given",
    "negative_votes": "of the game's own answer, and no longer given",
    "positive_votes": "as negative_votes",
    "is_contributor": "of the account at OpenDota",
    "is_subscriber": "as is_contributor",
    "last_login": "as is_contributor",
    "personaname": "of the account at Steam",
    "rank_tier": "of the account when asked, not of the match",
    "solo_competitive_rank": "as rank_tier, from before there were tiers",
    "performance_others": "null in every body here",
    "metadata": "null in every body here",
    "league": "the row of the league beside its id",
    "od_data": "what OpenDota holds, no figure of the match",
    "replay_url": "cluster, number and salt put together",
}
"""What else a finished body has, which OpenDota did not work out of the match."""
COMPARING = ("test_opendota_figures", "test_reconciled", "test_reconciled_counts")
BY_PATTERN = re.compile("purchase_.+|(observer|sentry)_uses")
"""What the tests of this file compare by names they put together."""
UNFINISHED = "7490235544_merged"
"""Is of the parser and the game alone: OpenDota never worked anything out of it."""
TOLD_OTHERWISE = {("7490235544_merged", "sen_placed"): {7, 8, 9}}
"""Slots of which the game's own count and the log are of two minds; it is merged from two parts."""
OF_TWO = ("2890465108", "ward_sentry")
"""One purchase brought two: that version's sums count wards, its log purchases."""
PURCHASES = "purchase_"
TIMES = ("purchase_log", "purchase_time")


@pytest.fixture(params=NAMES)
def real(request: pytest.FixtureRequest) -> Told:
    return told(request.param)


def test_runes_are_those_of_the_log_and_of_its_sums(real: Told) -> None:
    """The game's own count is another: it leaves some kinds out, and so stands in for none."""
    runes, totals = real.ours.objectives.runes, real.ours.objectives.rune_totals
    logged = Counter(zip(runes.slot, runes.kind, strict=True)) if runes else Counter()
    summed = {
        (one.slot, kind): count
        for one in totals or ()
        for kind, count in zip(one.kinds, one.counts, strict=True)
    }
    given = {(slot, int(kind)): count for slot, told in real.players("runes")
             for kind, count in told.items()}  # fmt: skip
    if given:
        assert summed == given
        assert not logged or logged == given
        return
    taken = {(slot, UNTOLD): count for slot, count in real.players("rune_pickups") if count}
    assert summed == taken
    assert not logged


def test_wards_used_are_items_used_and_wards_placed_are_those_of_the_log(real: Told) -> None:
    for kind in ("observer", "sentry"):
        for slot, count in real.players(f"{kind}_uses"):
            assert dict(real.ours.combat.players[slot].items or ()).get(f"ward_{kind}", 0) == count
    for ours, theirs in (("observers", "obs_placed"), ("sentries", "sen_placed")):
        otherwise = TOLD_OTHERWISE.get((real.name, theirs), set())
        unlike = {
            slot
            for slot, count in real.players(theirs)
            if getattr(real.ours.vision.players[slot], ours) != count
        }
        assert unlike == otherwise


def test_purchases_are_counted_as_the_log_has_them(real: Told) -> None:
    counted = {
        name for one in real.given["players"] for name in one
        if name.startswith(PURCHASES) and name not in TIMES
    }  # fmt: skip
    assert counted or "merged" in real.given.get("_derived", "")
    for name in counted:
        item = name.removeprefix(PURCHASES)
        for slot, count in real.players(name):
            log = real.ours.builds.players[slot].purchases
            assert log is not None
            brought = 2 if (real.name, item) == OF_TWO else 1
            assert brought * log.item.count(item) == count, (name, slot)


def test_every_part_of_a_fight_is_opendotas(real: Told) -> None:
    ours = {fight.start_s: fight for fight in real.ours.fights.fights or ()}
    compared = 0
    for given in real.given["teamfights"]:
        fight = ours[given["start"]]
        for part, theirs in zip(fight.players, given["players"], strict=True):
            assert part.healing == theirs["healing"]
            assert part.casts == most_used(theirs["ability_uses"])
            assert part.items == most_used(theirs["item_uses"])
            for at_s, word in ((fight.start_s, "xp_start"), (fight.end_s, "xp_end")):
                least, most = around(real, part.slot, at_s)
                assert least <= theirs[word] <= most
            compared += 1
        for side, own in ((fight.a, fight.players[:5]), (fight.b, fight.players[5:])):
            assert side.healing == sum(part.healing or 0 for part in own)
    assert compared


def around(real: Told, slot: int, at_s: int) -> tuple[int, int]:
    """Give a player's experience at the minutes before and after a second."""
    moments = real.ours.moments
    later = next((one for one in moments.at_s if one >= at_s), 10**6)
    most = moments.at(slot, "xp", later) if later in moments.at_s else None
    return moments.at(slot, "xp", at_s) or 0, 10**6 if most is None else most


def most_used(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Give the names used most, as many as a fight keeps."""
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST_USED])


def names_in(value: Any) -> Iterator[str]:
    """Name every field of a body, players' and fights' among them."""
    if isinstance(value, dict):
        yield from value
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, dict | list):
            yield from names_in(one)


def test_what_no_page_shows_is_in_a_real_body_and_has_its_reason() -> None:
    there = {name for one in NAMES for name in names_in(told(one).given)}
    reasons = SHOWN_NOWHERE | BROUGHT
    assert there >= reasons.keys()
    assert all(reasons.values())


def test_all_that_opendota_works_out_is_compared_or_has_its_reason() -> None:
    fields = {one: own_fields(told(one).given) for one in NAMES}
    finished = set().union(*(fields[one] for one in NAMES if one != UNFINISHED))
    worked_out = finished - fields[UNFINISHED]
    assert {"kda", "benchmarks", "lane_efficiency", "stomp", "patch"} <= worked_out
    sources = "".join(Path(__file__).with_name(f"{one}.py").read_text() for one in COMPARING)
    left = {
        one for one in worked_out if f'"{one}"' not in sources and not BY_PATTERN.fullmatch(one)
    }
    assert left == (SHOWN_NOWHERE | BROUGHT).keys() & worked_out
    assert left >= BROUGHT.keys()


def own_fields(given: dict[str, Any]) -> set[str]:
    """Name the fields of a match and of its players."""
    return set(given).union(*given["players"])
