"""Whether a rewording says what the facts say and nothing else; if not, the template stands.

A rewording is a stranger's text. It is refused for one number more, less, changed or moved, for a
name, lane or direction the facts do not have, for markup, for length, for anything unforeseen.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from webapp.matchplay.findings.finding import Finding
from webapp.matchplay.findings.spoken import (
    by_kind,
    in_order,
    names_of,
    numbers_of,
    plain,
    words_of,
)

LONGEST: Final = 240
LONGEST_SHARE: Final = 1.8
PLAIN: Final = re.compile(r"[A-Za-z0-9 ,.;:’\-–%&]+")
_WATCHED_WORDS: Final = (
    "not no never nobody none nothing without neither nor cannot hardly "
    "barely won win wins lost lose loses losing winning victory defeat ahead behind lead led "
    "leads leading deficit trailing trailed gained gain more fewer less least alone together "
    "stole stolen denied unspent left before after until enemy own ally allies base middle "
    "half between survived escaped revived raised cut turned even equal tied because thanks due "
    "caused mistake blunder throw threw thrown comeback"
)
_STARTER_WORDS: Final = (
    "a an the in at on with over by from when while as it they this that then there"
)
WATCHED: Final = frozenset(_WATCHED_WORDS.split())
STARTERS: Final = frozenset(_STARTER_WORDS.split())


@dataclass(frozen=True, slots=True)
class Facts:
    """What one finding says: the sentence that may be put in other words, and its detail."""

    sentence: str
    detail: str


def facts_of(findings: Iterable[Finding]) -> tuple[Facts, ...]:
    """Take the facts out of findings."""
    return tuple(Facts(one.sentence, one.detail) for one in findings)


def mark_of(facts: Sequence[Facts]) -> str:
    """Name facts by their content: wording belongs to these very facts."""
    said = json.dumps([(one.sentence, one.detail) for one in facts], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def objection(
    text: str, facts: Facts, known: Iterable[str], watched: Iterable[str] = ()
) -> str | None:
    """Say why a rewording is refused; None when it may stand.

    `known` are all names of the game: heroes, sides. `watched` are its words, beside WATCHED, that
    a rewording may only use where the facts do: lanes, for one.
    """
    whole = f"{facts.sentence} {facts.detail}"
    checks = (
        _form(text, facts),
        _numbers(text, facts, whole),
        _names(text, facts, whole, tuple(known)),
        _strangers(text, whole),
        _direction(text, whole, WATCHED.union(watched)),
    )
    return next((found for found in checks if found), None)


def _form(text: str, facts: Facts) -> str | None:
    allowed = set(plain(facts.sentence + facts.detail))
    odd = {letter for letter in plain(text) if not PLAIN.fullmatch(letter)} - allowed
    if not text.strip() or text != text.strip() or text[-1] != ".":
        return "It is not a sentence."
    if odd:
        return "It holds signs the facts do not have."
    if len(text) > min(LONGEST, LONGEST_SHARE * len(facts.sentence)):
        return "It is too long."
    return None


def _numbers(text: str, facts: Facts, whole: str) -> str | None:
    """Compare times with times and counts with counts: "4 to 1" never becomes "1 to 4"."""
    said, given = by_kind(numbers_of(text)), by_kind(numbers_of(whole))
    kept = by_kind(numbers_of(facts.sentence))
    if not all(in_order(said[kind], given[kind]) for kind in said):
        return "It holds a number that is not in the facts, or in another place."
    if not all(in_order(kept[kind], said[kind]) for kind in kept):
        return "It leaves out a number."
    return None


def _names(text: str, facts: Facts, whole: str, known: tuple[str, ...]) -> str | None:
    said = names_of(text, known)
    if not in_order(said, names_of(whole, known)):
        return "It names somebody the facts do not, or in another order."
    if not in_order(names_of(facts.sentence, known), said):
        return "It leaves out a name."
    return None


def _strangers(text: str, whole: str) -> str | None:
    """Refuse capitalised words from elsewhere; only a sentence's first word may be a plain one."""
    given = {word.removesuffix("’s").casefold() for word in words_of(whole)}
    starts = {words_of(part)[0] for part in plain(text).split(". ") if words_of(part)}
    for word in words_of(text):
        name = word.removesuffix("’s").casefold()
        plain_start = word in starts and name in STARTERS
        if word[0].isupper() and name not in given and not plain_start:
            return "It holds a name that is not in the facts."
    return None


def _direction(text: str, whole: str, watched: frozenset[str]) -> str | None:
    """Refuse words that say who gained, where or why, unless the facts use the same word."""
    given = {word.casefold() for word in words_of(whole)}
    said = [word.casefold() for word in words_of(text)]
    if any(word in watched and word not in given for word in said):
        return "It says something of its own about who gained, where or why."
    if any(word.endswith("n’t") for word in said):
        return "It denies something."
    return None
