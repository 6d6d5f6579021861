"""League of Legends' room."""

from typing import Final

from webapp.accounts.claims import Claimable
from webapp.contexts import Context
from webapp.home.rooms import Room
from webapp.lol import actions
from webapp.lol.domain import claim
from webapp.lol.pages import door, index
from webapp.lol.routes import bp
from webapp.lol.routes.api import bp as api_bp

CONTEXT: Final = Context(
    room=Room(
        slug="lol",
        name="League of Legends",
        url="/lol",
        answers="Match and summoner analysis, champions",
        sources="Riot, Data Dragon, your files",
        recognise=door.recognise,
        reads_file=door.reads_file,
        import_upload=actions.import_upload,
        recent=index.recent_matches,
        samples=index.sample_matches,
        freshness=door.freshness,
    ),
    blueprints=(bp, api_bp),
    order=3,
    claims=(
        Claimable(
            provider="riot",
            label="Riot Games",
            called="Riot ID",
            example="Ada#EUW",
            sign="profile icon",
            how=claim.HOW,
            signs=claim.SIGNS,
            work="lol.claim",
            read=claim.read_claimed,
            picture=door.icon_picture,
            ready=door.can_fetch,
        ),
    ),
)
