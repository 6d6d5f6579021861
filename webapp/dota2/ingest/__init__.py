"""From OpenDota, Steam or a reader's file to what is kept: run by workers only."""

from webapp.dota2.ingest.benchmarks import refresh_benchmarks
from webapp.dota2.ingest.catalogue import refresh_catalogue, save_bundled
from webapp.dota2.ingest.chance import refresh_chance
from webapp.dota2.ingest.league import follow_league, leagues_to_follow
from webapp.dota2.ingest.match import (
    ingest_match,
    ingest_upload,
    reanalyse,
    reanalyse_all,
    save_generated,
)
from webapp.dota2.ingest.parsing import ingest_parse
from webapp.dota2.ingest.person import find_person, ingest_player

__all__ = [
    "find_person",
    "follow_league",
    "ingest_match",
    "ingest_parse",
    "ingest_player",
    "ingest_upload",
    "leagues_to_follow",
    "reanalyse",
    "reanalyse_all",
    "refresh_benchmarks",
    "refresh_catalogue",
    "refresh_chance",
    "save_bundled",
    "save_generated",
]
