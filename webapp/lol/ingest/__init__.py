"""From Riot's servers, or a reader's file, to kept matches and accounts: run by workers only."""

from webapp.lol.ingest.catalogue import refresh_catalogue, save_bundled
from webapp.lol.ingest.chance import refresh_chance
from webapp.lol.ingest.claim import ingest_claim
from webapp.lol.ingest.live import ingest_live
from webapp.lol.ingest.match import (
    ingest_match,
    ingest_timeline,
    reanalyse_all,
    save_generated,
)
from webapp.lol.ingest.summoner import ingest_summoner
from webapp.lol.ingest.upload import ingest_upload

__all__ = [
    "ingest_claim",
    "ingest_live",
    "ingest_match",
    "ingest_summoner",
    "ingest_timeline",
    "ingest_upload",
    "reanalyse_all",
    "refresh_catalogue",
    "refresh_chance",
    "save_bundled",
    "save_generated",
]
