"""Numbers and names as a text speaks of them, in order: what a rewording is checked by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_UNIT_WORDS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TEN_WORDS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_AMOUNT_WORDS: Final = (
    "half halves quarter quarters third thirds fourth fifth sixth seventh eighth ninth tenth "
    "double doubled triple tripled treble twice thrice once pair pairs couple couples dozen dozens "
    "score scores hundred hundreds thousand thousands million millions billion several few many "
    "both single solo trio quartet quintet sextet handful umpteen most all everyone everybody "
    "first second majority minority zilch nil nought"
)
_UNITS: Final = _UNIT_WORDS.split()
_TENS: Final = _TEN_WORDS.split()
_VALUES: Final[dict[str, int]] = {word: value for value, word in enumerate(_UNITS)} | {
    word: 20 + 10 * spot for spot, word in enumerate(_TENS)
}
_TENTHS: Final = frozenset(_TENS)
_AMOUNTS: Final = frozenset(_AMOUNT_WORDS.split())
_TOKEN: Final = re.compile(r"\d[\d,.:]*[\w%]*|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_PER_CENT: Final = re.compile(r"(?<=\d)\s*(?:%|per\s?cents?\b|percentage\b)", re.IGNORECASE)


def plain(text: str) -> str:
    """Bring a text to one spelling: no width variants, no fancy apostrophes, "54%" without gap."""
    normal = unicodedata.normalize("NFKC", text).replace("'", "’")
    return _PER_CENT.sub("%", normal)


def words_of(text: str) -> list[str]:
    """Split a text into words and numbers, as they stand."""
    return [token.rstrip(".,:") for token in _TOKEN.findall(plain(text))]


def numbers_of(text: str) -> list[str]:
    """Give every number in order, in digits: "9,600", "12:34", "54%", "four" as "4".

    Words for amounts that have no one number ("half", "twice", "dozen") stand for themselves.
    """
    found: list[str] = []
    ten = ""
    for word in words_of(text):
        said = word.casefold()
        if ten and said in _VALUES and 0 < _VALUES[said] < 10:  # noqa: PLR2004 - twenty-one
            found[-1] = str(int(found[-1]) + _VALUES[said])
            ten = ""
            continue
        ten = said if said in _TENTHS else ""
        if said in _VALUES:
            found.append(str(_VALUES[said]))
        elif word[0].isdigit() or said in _AMOUNTS:
            found.append(said)
    return found


def by_kind(numbers: Iterable[str]) -> dict[str, list[str]]:
    """Sort numbers into times, per cents and counts, each still in order."""
    found: dict[str, list[str]] = {"time": [], "per cent": [], "count": []}
    for one in numbers:
        kind = "time" if ":" in one else "per cent" if "%" in one else "count"
        found[kind].append(one)
    return found


def in_order(some: Iterable[str], all_of: Iterable[str]) -> bool:
    """Say whether `some` are among `all_of`, each once, in the same order."""
    rest = iter(all_of)
    return all(one in rest for one in some)


def names_of(text: str, names: Iterable[str]) -> list[str]:
    """Give which of `names` a text mentions, by their first mention, longer names first."""
    said = f" {' '.join(word.removesuffix('’s') for word in words_of(text)).casefold()} "
    found: list[tuple[int, str]] = []
    for name in sorted(set(names), key=len, reverse=True):
        wanted = f" {' '.join(words_of(name)).casefold()} "
        spot = said.find(wanted)
        if spot >= 0 and wanted.strip():
            found.append((spot, name))
            said = said.replace(wanted, f" {'_' * (len(wanted) - 2)} ")
    return [name for _, name in sorted(found)]
