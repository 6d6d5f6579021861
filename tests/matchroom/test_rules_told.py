"""Every rule that writes a finding is defined, and its card leads there."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.words import of_rules, words_in
from webapp.core.fragments import drawn
from webapp.deadlock.domain.terms import TERMS as DEADLOCK
from webapp.deadlock.pages.findings.cards import Card as DeadlockCard
from webapp.dota2.domain.terms import TERMS as DOTA2
from webapp.dota2.pages.findings.page import Card as Dota2Card
from webapp.lol.domain.terms import TERMS as LOL
from webapp.lol.pages.findings.cards import Card as LolCard

GAMES: dict[str, tuple[Any, Collection[str]]] = {
    "deadlock": (DeadlockCard, DEADLOCK),
    "dota2": (Dota2Card, DOTA2),
    "lol": (LolCard, LOL),
}
RULE = re.compile(r'rule="([a-z-]+)"(?: if .+? else "([a-z-]+)")?|_rule\(material, "([a-z-]+)"')


def rules_of(game: str) -> list[str]:
    """Give what the rules of a game call themselves."""
    files = (ROOT / "webapp" / game / "domain" / "findings").glob("*.py")
    found = [name for file in files for names in RULE.findall(file.read_text()) for name in names]
    return sorted({name for name in found if name})


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("game", GAMES)
def test_a_card_leads_to_what_its_rule_looks_for(game: str) -> None:
    card, terms = GAMES[game]
    told = {"at_s": 0, "clock": "0:00", "href": "?t=0", "side": "a", "sentence": "It happened."}
    worth = {"detail": "", "worth": "Nothing", "number": 0.0, "gain": None}
    cards = [card(rule=rule, **told, **worth) for rule in rules_of(game)]
    linked = words_in(game, drawn("parts/_findings.html", "cards", cards))
    assert len(linked) > 7
    assert linked == of_rules(terms)
