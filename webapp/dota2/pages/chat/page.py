"""Puts the Chat and log tab together for the chosen moment or span."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.terms import Term
from webapp.dota2.domain.wheel import wheel_words
from webapp.dota2.pages.chat.log import KINDS, LogLine, log_of
from webapp.dota2.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.dota2.pages.parse_offer import may_ask
from webapp.dota2.pages.people import Person, people_of
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.pages.spoken import as_chosen, terms_of
from webapp.matchplay.charts import clock
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

NEAR_S = 60
"""A chosen second shows what happened within so many seconds around it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One line of chat; `wheel` is one chosen from the chat wheel."""

    at_s: int
    clock: str
    person: Person | None
    text: str
    wheel: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several, with the way to it."""

    word: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class ChatPage:
    """The Chat and log tab; `lines` is None where no chat was recorded."""

    frame: Frame
    tab: str
    follows: int | str | None
    when: str
    parsed: bool
    can_parse: bool
    lines: tuple[Said, ...] | None
    said_in_all: int
    log: tuple[LogLine, ...]
    logged_in_all: int
    kinds: tuple[Choice, ...]
    csv: dict[str, str]
    terms: dict[str, Term]


def chat_page(
    match_id: int, moment: Moment, query: Mapping[str, str], version: str | None = None
) -> ChatPage | None:
    """Give the Chat and log page of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *CHAT.slices, version=version)
    if loaded is None:
        return None
    said, (first, last) = said_of(loaded), bounds_of(moment)
    kind = query.get("kind", "")
    own = kind if kind in KINDS else None
    url = url_of(match_id)
    return ChatPage(
        frame=frame_of(loaded, "chat", moment),
        tab="chat",
        follows=None if moment.span else moment.second,
        when=_when(moment),
        parsed=loaded.slices["scoreboard"].parsed,
        can_parse=may_ask(loaded.row, "chat"),
        lines=None if said is None else tuple(one for one in said if first <= one.at_s <= last),
        said_in_all=len(said or ()),
        log=log_shown(loaded, moment, kind),
        logged_in_all=len(log_of(loaded)),
        kinds=_kinds(f"{url}/chat", moment, kind),
        csv=csv_links(url, {"chat": moment.query, "log": moment.query_with(kind=own)}),
        terms=terms_of("chat"),
    )


def log_shown(loaded: Any, moment: Moment, kind: str) -> tuple[LogLine, ...]:
    """Give what of the log lies around the moment or in the span, of one kind or of all."""
    first, last = bounds_of(moment)
    return tuple(
        one
        for one in log_of(loaded)
        if first <= one.at_s <= last and (kind not in KINDS or one.kind == kind)
    )


def said_of(loaded: Any) -> tuple[Said, ...] | None:
    """Give everything said; None where no chat was recorded."""
    lines, people = loaded.slices["chat"].lines, people_of(loaded)
    if lines is None:
        return None
    columns = zip(lines.at_s, lines.kind, lines.slot, lines.text, strict=True)
    return tuple(
        Said(
            at_s=at_s,
            clock=clock(at_s),
            person=people.get(-1 if slot is None else slot),
            text=wheel_words(text) if kind == "chatwheel" else text,
            wheel=kind == "chatwheel",
        )
        for at_s, kind, slot, text in columns
    )


def bounds_of(moment: Moment) -> tuple[int, int]:
    """Give the seconds shown: the span, a minute around the moment, or all."""
    if moment.span:
        return moment.span
    if moment.at is None:
        return -(10**6), 10**9
    return moment.at - NEAR_S, moment.at + NEAR_S


def _when(moment: Moment) -> str:
    if moment.span:
        return " to ".join(moment.clocks)
    return "whole match" if moment.at is None else f"a minute around {moment.clock}"


def _kinds(url: str, moment: Moment, kind: str) -> tuple[Choice, ...]:
    joint = "&" if moment.query else "?"
    every = Choice("Everything", url + moment.query, kind not in KINDS)
    own = (
        Choice(one.capitalize(), f"{url}{moment.query}{joint}kind={one}", one == kind)
        for one in KINDS
    )
    return (every, *own)


def _shows(_loaded: Any, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    return as_chosen(moment)


CHAT = Panel("chat", (*FRAME_SLICES, "chat", "builds"), _shows)
