"""Which stretch of the match is shown: the words for it, and the ready ones to choose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from webapp.deadlock.domain.combat import Cut, cut_at, cut_between, whole
from webapp.deadlock.pages.combat.asked import Asked
from webapp.deadlock.pages.combat.links import Choice
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

_PHASE_S: Final = 540
_PHASES: Final = 3


def cut_of(samples_s: Sequence[int], moment: Moment) -> Cut:
    """Snap the chosen span, or the time up to the chosen moment, to the samples."""
    if moment.span:
        return cut_between(samples_s, *moment.span)
    return whole(samples_s) if moment.at is None else cut_at(samples_s, moment.at)


def snapped(samples_s: Sequence[int], moment: Moment) -> tuple[int, int, bool]:
    """Say which samples a choice comes to, and whether it names them exactly."""
    cut = cut_of(samples_s, moment)
    exact = moment.span == (cut.from_s, cut.to_s) if moment.span else moment.at == cut.to_s
    return cut.first, cut.last, exact


def said_of(cut: Cut, moment: Moment) -> str:
    """Say which stretch is shown, and how it follows from what was chosen."""
    shown = f"{clock(cut.from_s)}–{clock(cut.to_s)}"
    if moment.span:
        if moment.span == (cut.from_s, cut.to_s):
            return shown
        return f"{shown}, the samples nearest to {'–'.join(moment.clocks)}"
    if moment.at is None:
        return "the whole match"
    if cut.last == 0:
        return f"nothing yet: the first sample comes after {moment.clock}"
    return f"{shown}, the last sample by {moment.clock}"


def span_links(samples_s: Sequence[int], asked: Asked) -> tuple[Choice, ...]:
    """Offer the whole match and its phases, nine minutes each, cut at samples."""
    everything = replace(asked, moment=Moment()).href()
    found = [Choice("Whole match", everything, asked.moment == Moment())]
    for start, end in _phases(samples_s):
        to = "end" if end == samples_s[-1] else f"{end // 60}"
        there = replace(asked, moment=Moment(span=(start, end))).href()
        found.append(Choice(f"{start // 60}–{to}", there, asked.moment.span == (start, end)))
    return tuple(found)


def _phases(samples_s: Sequence[int]) -> list[tuple[int, int]]:
    if not samples_s or samples_s[-1] <= _PHASE_S:
        return []
    ends = [_PHASE_S * number for number in range(1, _PHASES + 1)]
    inner = {samples_s[bisect_left(samples_s, end)] for end in ends if end < samples_s[-1]}
    return list(pairwise(sorted({0, *inner, samples_s[-1]})))
