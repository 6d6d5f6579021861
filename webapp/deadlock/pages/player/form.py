"""A player's last matches as dots: souls a minute, won or lost, oldest left."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.pages.frame import url_of
from webapp.deadlock.pages.player.lines import souls_per_minute
from webapp.deadlock.store.players import Played
from webapp.matchplay import players
from webapp.matchplay.players import Form


def form_of(chosen: Sequence[Played], names: Catalogue) -> Form | None:
    """Draw the newest matches of a known length; None when there are too few."""
    return players.form_of(
        [(one, pace) for one in chosen if (pace := souls_per_minute(one)) is not None],
        unit="souls",
        hero_of=lambda one: names.hero(one.hero_id).name,
        url_of=lambda one: url_of(one.match_id),
    )
