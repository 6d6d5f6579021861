"""Generated Deadlock matches: wire-true metadata of games that nobody played.

A match is planned as a story (who leads when, what falls, who dies), then walked, paid, fought
and told in the words of the real API. The same match id, seed and scenario give the same bytes.
"""

from typing import Any

from webapp.simulator.deadlock.protobuf import compress_bzip2, compress_zstd, encode_protobuf
from webapp.simulator.deadlock.seed_shape import write_seed_shape
from webapp.simulator.deadlock.story import SHAPES, plan_story
from webapp.simulator.deadlock.wire.dialect import speak_old
from webapp.simulator.deadlock.wire.match import tell_match

SCENARIOS = tuple(SHAPES)

__all__ = [
    "SCENARIOS",
    "compress_bzip2",
    "compress_zstd",
    "encode_protobuf",
    "generate_match",
    "write_seed_shape",
]


def generate_match(
    match_id: int, *, seed: int | None = None, scenario: str = "normal"
) -> dict[str, Any]:
    """Give the metadata body of one match: match_info, hero_build_ids, banned_hero_ids.

    Scenarios are the keys of SCENARIOS; KeyError for any other. The old one has match_info only.
    """
    story = plan_story(match_id, seed, scenario)
    body = tell_match(story)
    return speak_old(body) if story.old else body
