"""A player's last matches as dots: gold a minute, won or lost, oldest left."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.pages.frame import url_of
from webapp.dota2.store.histories import Played
from webapp.matchplay import players
from webapp.matchplay.players import Form


def form_of(chosen: Sequence[Played], names: Catalogue) -> Form | None:
    """Draw the newest matches whose gold is known; None when there are too few."""
    return players.form_of(
        [(one, gold) for one in chosen if (gold := one.gold_per_minute) is not None],
        unit="gold",
        hero_of=lambda one: names.hero(one.hero_id).name,
        url_of=lambda one: url_of(one.match_id),
    )
