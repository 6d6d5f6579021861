"""What programs ask of this room, in the shapes of the older service it can stand in for.

Every field has the name and the kind that service gave it. A user stands flat, as its first
programs read one, and once more in `riot_account`, where its later ones look.
"""

from webapp.lol.pages.api.champions import champion_bodies, champion_body
from webapp.lol.pages.api.matches import match_bodies, match_body
from webapp.lol.pages.api.ranks import rank_body
from webapp.lol.pages.api.users import account_of, find, user_body, work_on

__all__ = [
    "account_of",
    "champion_bodies",
    "champion_body",
    "find",
    "match_bodies",
    "match_body",
    "rank_body",
    "user_body",
    "work_on",
]
