"""What a reader may ask of this room, each told by the page that shows its progress."""

from webapp.lol.actions.asking import (
    ask_for_listed_matches,
    ask_for_match,
    ask_for_missing_timeline,
    ask_for_new,
    ask_for_summoner,
    ask_for_timeline,
    ask_for_words,
    import_upload,
    keep_upload,
    refresh_player,
    reread_match,
    said_of,
    want_matches,
)
from webapp.lol.actions.live import ask_for_live
from webapp.lol.actions.talks import (
    Talking,
    ask_coach,
    begin_talk,
)

__all__ = [
    "Talking",
    "ask_coach",
    "ask_for_listed_matches",
    "ask_for_live",
    "ask_for_match",
    "ask_for_missing_timeline",
    "ask_for_new",
    "ask_for_summoner",
    "ask_for_timeline",
    "ask_for_words",
    "begin_talk",
    "import_upload",
    "keep_upload",
    "refresh_player",
    "reread_match",
    "said_of",
    "want_matches",
]
