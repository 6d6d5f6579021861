"""Figures and sources of the damage matrix go by words, new ones too."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.deadlock.small_match import small_match
from webapp.deadlock.domain.analysis import analyse
from webapp.deadlock.domain.catalogue import Catalogue, parse_catalogue
from webapp.deadlock.domain.combat import ledger_of
from webapp.deadlock.domain.combat.sources import name_source
from webapp.deadlock.domain.combat.stats import stat_of
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records.damage import STAT_WORDS
from webapp.deadlock.domain.terms import TERMS
from webapp.deadlock.pages.combat.damage_page import term_of
from webapp.simulator import sample_assets


def test_new_figures_keep_their_own_words() -> None:
    body = small_match()
    body["match_info"]["damage_matrix"]["source_details"] = {
        "stat_type": [0, 6, 7, 8, 9],
        "source_name": ["citadel_weapon_test_set", "a", "b", "c", "d"],
    }
    ledger = ledger_of(analyse(parse_metadata(json.dumps(body).encode())).damage)
    assert ledger.stats == ("damage", "crowd control", "mitigated by source", "8", "9")
    assert [stat_of(word).slug for word in ledger.stats] == [
        "damage",
        "control",
        "shields",
        "8",
        "9",
    ]
    assert stat_of("8").label == "Figure 8"


def test_every_figure_has_its_own_page_and_term() -> None:
    stats = [stat_of(word) for word in STAT_WORDS]
    assert [stat.word for stat in stats] == list(STAT_WORDS)
    assert len({stat.slug for stat in stats}) == len(stats)
    for stat in stats:
        assert term_of(stat) is not TERMS["combat-other"]
        for title in (stat.whom, stat.with_what, stat.by_whom, stat.by_what):
            assert title.count("{}") == 1
        plain = (stat.label, stat.heading, stat.verb, stat.dealt, stat.taken)
        assert not any("{}" in word for word in plain)


@pytest.fixture(scope="module")
def names() -> Catalogue:
    return parse_catalogue("one", sample_assets(), {}, None)


@pytest.mark.parametrize(
    ("engine", "name", "kind"),
    [
        ("ability_flame_dash", "Flame Dash", "ability"),
        ("ability_flame_dash_dot", "Flame Dash, over time", "ability"),
        ("ability_incendiary_projectile_amplification", "Napalm, amplified", "ability"),
        ("upgrade_chain_lightning", "Tesla Bullets", "item"),
        ("upgrade_tech_bleed", "Tech bleed", "item"),
        ("citadel_weapon_nobody_set_crit", "Nobody, headshots", "gun"),
        ("ability_melee_nobody", "Melee nobody", "melee"),
        ("UnknownAbility", "Ability the game did not name", "ability"),
        ("base_stat_regen", "The hero’s own regeneration", "hero"),
        ("survival_powerup_pickup/survival_powerup_pickup", "Survival powerup pickup", "map"),
        ("medic_trooper_aoe_health_pickup_amber/regen", "Medic trooper health pickup", "map"),
        ("Bullet", "All of the gun", "gun"),
    ],
)
def test_a_source_goes_by_the_name_players_know(
    names: Catalogue, engine: str, name: str, kind: str
) -> None:
    found = name_source(engine, names)
    assert (found.name, found.kind, found.engine) == (name, kind, engine)


@given(st.text(min_size=1, max_size=40))
def test_any_source_has_a_name(engine: str) -> None:
    assert name_source(engine, Catalogue("none")).name
