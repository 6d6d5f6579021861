"""League of Legends' room."""

from datetime import timedelta
from typing import Final

from webapp.accounts.claims import Claimable
from webapp.accounts.rooms import Follows, Pace
from webapp.admin.backstage import Backstage
from webapp.contexts import Context
from webapp.home.rooms import Room
from webapp.lol import actions
from webapp.lol.domain import claim, wire
from webapp.lol.pages import door, follows, index
from webapp.lol.pages.addresses import ADDRESSES
from webapp.lol.routes import bp
from webapp.lol.routes.api import bp as api_bp
from webapp.lol.upstream.replies import FORMS

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
        follows=Follows(
            followable=follows.followable,
            players_in=follows.players_in,
            match_line=follows.match_line,
            latest_of=follows.latest_of,
            refresh=actions.refresh_player,
            ask_for_new=actions.ask_for_new,
            pace=Pace(every=timedelta(minutes=20), at_once=5),
        ),
        addresses=ADDRESSES,
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
    backstage=Backstage(
        upstreams={"riot": "Riot", "ddragon": "Data Dragon"},
        forms={"lol.match": (wire.Body, wire.TimelineBody), **FORMS},
        rereads={"lol.match": actions.reread_match},
        refreshes={"lol": "lol.names", "lol.chance*": "lol.chance", "lol.*": "lol.names"},
    ),
)
