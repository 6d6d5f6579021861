"""Panels drawn once for all moments that look the same in them, and filled in for each.

Data are sampled, so a panel looks the same from one sample to the next but for the moment
itself: its clock, its links, its line on a chart. Those stay blank in the form that is held.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from webapp.core.bounded import Bounded
from webapp.core.forms import Form, form_of
from webapp.core.holding import shared
from webapp.matchplay.frame import Frame
from webapp.matchplay.strip import StripView
from webapp.matchroom.moment import Moment, word_of
from webapp.matchroom.strip_form import PREFIX, strip_word

FORMS_BYTES = 24 * 1024 * 1024
OF_THE_STRIP = frozenset({"t", "from", "to"})
Query = Mapping[str, str]
Piece = Callable[[Any, Moment, Query], str]


def _as_chosen(moment: Moment) -> Moment:
    return moment


@dataclass(frozen=True, slots=True)
class Panel:
    """How one tab follows the strip.

    `slices` is what its page reads. `shows` says what a chosen moment comes to on it: moments
    with an equal answer must differ in nothing but how the moment itself is written, and in
    `pieces`: what is drawn for every moment anew, by the names of its blanks. `stands_at` gives
    the moment the strip shows.
    """

    tab: str
    slices: tuple[str, ...]
    shows: Callable[[Any, Moment, Query], Hashable]
    pieces: Mapping[str, Piece] = field(default_factory=dict)
    stands_at: Callable[[Moment], Moment] = _as_chosen


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a panel that is drawn already."""

    frame: Frame
    tab: str


@dataclass(frozen=True, slots=True)
class _Held:
    """A form, and the versions of what it shows."""

    of: Hashable
    form: Form

    @property
    def size(self) -> int:
        return self.form.size


_forms: Bounded[tuple[Hashable, ...], _Held] = Bounded(FORMS_BYTES, lambda held: held.size)
# Nobody asks for a form by the names of before: it would lie there until others took its room.
shared.add(_forms)


def _chosen(query: Query) -> tuple[tuple[str, str], ...]:
    """Give what a query asks for besides the moment."""
    return tuple(sorted((k, v) for k, v in query.items() if k not in OF_THE_STRIP))


def nothing_of_it(_loaded: Any, _moment: Moment, _query: Query) -> Hashable:
    """Say that a panel shows nothing of the chosen moment."""
    return None


def filled_panel(  # noqa: PLR0913 - all that a panel depends on
    panel: Panel,
    loaded: Any,
    moment: Moment,
    query: Query,
    *,
    key: tuple[Hashable, ...],
    of: Hashable,
    draw: Callable[[Moment], str],
) -> bytes:
    """Give a tab's panel at a moment, of what was loaded for its slices.

    `key` names the match, `of` the versions of everything its pages show; `draw` draws the panel
    for a moment that is left open.
    """
    kind = (moment.at is None, moment.span is None)
    key = (*key, panel.tab, _chosen(query), kind, panel.shows(loaded, moment, query))
    form = _form(key, of, lambda: draw(moment.opened))

    def word(name: str) -> str:
        piece = panel.pieces.get(name)
        return piece(loaded, moment, query) if piece else word_of(moment, name)

    return form.filled(word)


def filled_whole(  # noqa: PLR0913 - all that a page depends on
    tab: str,
    at: Moment,
    query: Query,
    *,
    key: tuple[Hashable, ...],
    of: Hashable,
    strip: StripView | None,
    words: Mapping[str, str | bytes],
    draw: Callable[[Moment], str],
) -> bytes:
    """Give the whole page around a panel at one second; `words` stand in its further blanks.

    `key`, `of` and `draw` are those of `filled_panel`, but for all that stands around the panel.
    """
    key = (*key, tab, _chosen(query), "around")
    form = _form(key, of, lambda: draw(at.opened))

    def word(name: str) -> str | bytes:
        if name.startswith(PREFIX) and strip:
            return strip_word(strip, name)
        return words[name] if name in words else word_of(at, name)

    return form.filled(word)


def _form(key: tuple[Hashable, ...], of: Hashable, draw: Callable[[], str]) -> Form:
    """Give the form of this name; one drawn of other versions makes place for its follower."""
    held = _forms.get(key)
    if held is None or held.of != of:
        held = _Held(of, form_of(draw()))
        _forms.put(key, held)
    return held.form
