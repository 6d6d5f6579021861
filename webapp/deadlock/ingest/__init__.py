"""From the game's servers, or a reader's file, to a kept match: run by workers only."""

from webapp.deadlock.ingest.analytics import refresh_analytics
from webapp.deadlock.ingest.benchmarks import refresh_benchmarks
from webapp.deadlock.ingest.builds import ingest_builds
from webapp.deadlock.ingest.catalogue import refresh_catalogue, save_bundled
from webapp.deadlock.ingest.chance import refresh_chance
from webapp.deadlock.ingest.columns import ask_to_gather, gather_columns
from webapp.deadlock.ingest.match import ingest_match, ingest_upload, reanalyse_all, save_generated
from webapp.deadlock.ingest.player import ingest_history

__all__ = [
    "ask_to_gather",
    "gather_columns",
    "ingest_builds",
    "ingest_history",
    "ingest_match",
    "ingest_upload",
    "reanalyse_all",
    "refresh_analytics",
    "refresh_benchmarks",
    "refresh_catalogue",
    "refresh_chance",
    "save_bundled",
    "save_generated",
]
