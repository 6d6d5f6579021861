"""The old shape holds what the match holds, in many more bytes."""

import json
from collections import Counter

from tests.simulator import reading
from webapp.simulator.deadlock import generate_match, write_seed_shape

FIELDS = {
    *("damage", "pre_damage", "type", "citadel_type", "entindex_inflictor", "entindex_ability"),
    *("damage_absorbed", "victim_health_max", "victim_health_new", "flags", "ability_id"),
    *("attacker_class", "victim_class", "victim_shield_max", "victim_shield_new", "hits"),
    "health_lost",
}


def test_the_seed_shape_has_every_field_and_the_matrix_sums() -> None:
    match = generate_match(7, scenario="stomp")
    info = match["match_info"]
    body = write_seed_shape(match)
    assert 5_000_000 < len(body) < 20_000_000
    seed = json.loads(body)
    assert set(seed) == {"match_metadata", "parsed_match_data"}
    parsed = seed["parsed_match_data"]
    assert len(parsed["bosses"]["health_timeline"]) == info["duration_s"]
    dealt = Counter[int]()
    for slot, told in parsed["per_player_data"].items():
        assert len(told["positions"]) == len(told["damage"]) == info["duration_s"]
        for second in told["damage"]:
            for victim, records in second.items():
                assert all(set(record) == FIELDS for record in records)
                if int(victim) < 20:
                    dealt[int(slot)] += sum(record["damage"] for record in records)
    assert dealt == reading.hero_damage(info, -1, totals=False)
