"""What the damage matrix of played matches means, and that it is their own counters."""

from pathlib import Path

import pytest

from tests.deadlock.kept import body_of
from webapp.deadlock.domain.analysis import analyse
from webapp.deadlock.domain.combat import ledger_of, whole
from webapp.deadlock.domain.combat.rows import damage_rows
from webapp.deadlock.domain.combat.stats import stat_of
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records.damage import STAT_WORDS


@pytest.mark.parametrize("match_id", [31067068, 35077269, 54331746])
def test_a_played_match_adds_up_to_its_own_counters(shared_data: Path, match_id: int) -> None:
    body = (shared_data / "deadlock" / "metadata" / f"m{match_id}.json").read_bytes()
    match = parse_metadata(body)
    ledger = ledger_of(analyse(match).damage)
    cut = whole(ledger.samples_s)
    pairs = {stat: ledger.by_pair(stat, cut) for stat in STAT_WORDS}
    for player in match.players:
        slot, last = player.slot, player.snapshots[-1]
        own = (ledger.dealer == slot) & ledger.between_players()
        assert pairs["damage"][slot, 1:].sum() == last.player_damage
        assert pairs["damage"][1:, slot].sum() == last.player_damage_taken
        assert sum(ledger.by_kind("damage", cut, own).values()) == last.player_damage
        assert pairs["healing"][slot, 1:].sum() == last.player_healing
        assert pairs["healing"][slot, slot] == last.self_healing
        assert pairs["heal prevented"][slot, 1:].sum() == last.heal_prevented
        assert pairs["mitigated"][slot].sum() == last.damage_mitigated


def test_who_resists_is_the_dealer_and_the_gun_is_the_attackers() -> None:
    _guns_are_the_targets(body_of(5001))


def test_it_is_so_in_a_played_match(shared_data: Path) -> None:
    _guns_are_the_targets((shared_data / "deadlock" / "metadata" / "m54331746.json").read_bytes())


def _guns_are_the_targets(body: bytes) -> None:
    told = damage_rows(analyse(parse_metadata(body)).damage)
    guns = [row for row in told if row.source.startswith("citadel_weapon")]
    owners = {(row.dealer, row.source) for row in guns if row.stat == "damage"}
    resisted = {(row.target, row.source) for row in guns if row.stat == "mitigated" and row.target}
    assert resisted
    assert resisted <= owners
    assert stat_of("mitigated").of_target
