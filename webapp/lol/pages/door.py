"""What the house asks of this room: what a text means here, whether a file is ours, how fresh."""

from __future__ import annotations

from typing import Final, Literal

from webapp.core.models import UpstreamReply
from webapp.core.settings import current_settings
from webapp.lol.domain.door import read_match_id, read_somebody
from webapp.lol.pages.index import result_said
from webapp.lol.store import accounts, keys, matches
from webapp.lol.store.catalogue import current_game_version
from webapp.matchroom.door import Found, Freshness, freshness_of, match_found

SOME_VERSION: Final = "15.1.1"
OUR_WORDS: Final = (b'"matchId"', b'"participantFrames"', b'"gameVersion"', b'"teamPosition"')
SHOWN: Final = 4096


def recognise(kind: str, key: str) -> Found | None:
    """Say what a text means here; None for what this room cannot open."""
    if kind == "match":
        match_id = read_match_id(key)
        return _match(match_id) if match_id else None
    return _somebody(key) if kind == "player" else None


def reads_file(filename: str, head: bytes) -> Literal["yes", "maybe", ""]:
    """Say whether a file looks like a match or a timeline of Riot's: JSON that names its id."""
    del filename
    start = head[:SHOWN]
    if not start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return ""
    return "yes" if any(word in start for word in OUR_WORDS) else "maybe"


def freshness() -> Freshness:
    """Say when the newest match came, and whether Riot's servers answer."""
    newest = matches.newest_fetch()
    refused = keys.refused_key()
    if refused is not None:
        return Freshness(newest, "bad", refused.sentence)
    return freshness_of(newest, UpstreamReply.upstream.like("riot-%"))


def _match(match_id: str) -> Found:
    row = matches.load_row(match_id)
    url = f"/lol/matches/{match_id}"
    return match_found(url, result_said(row) if row else None)


def _somebody(key: str) -> Found | None:
    said = read_somebody(key)
    if said is None:
        return None
    account = accounts.load_account(said.riot_id)
    if account is not None:
        url = f"/lol/summoners/{account.platform.lower()}/{said.riot_id.slug}"
        return Found(url, f"{account.name}#{account.tag}", "ok", "known here")
    where = said.platform.route if said.platform else "find"
    url = f"/lol/summoners/{where}/{said.riot_id.slug}"
    return Found(url, "Rank, champions and matches by Riot ID.", "idle", "look up")


def can_fetch() -> bool:
    """Say whether Riot's servers can be asked at all."""
    return bool(current_settings().riot_api_key)


def icon_picture(number: int) -> str:
    """Give where a profile icon can be seen; the oldest ones look alike in every version."""
    settings = current_settings()
    version = current_game_version(settings.lol_languages[0]) or SOME_VERSION
    return f"{settings.ddragon_url}/cdn/{version}/img/profileicon/{number}.png"
