"""Dota 2's room."""

from datetime import timedelta
from typing import Final

from webapp.accounts.rooms import Follows, Pace
from webapp.admin.backstage import Backstage
from webapp.contexts import Context
from webapp.dota2 import actions
from webapp.dota2.domain import wire
from webapp.dota2.pages import door, follows, index
from webapp.dota2.pages.addresses import ADDRESSES
from webapp.dota2.routes import bp
from webapp.dota2.upstream import opendota, steam
from webapp.home.rooms import Room
from webapp.jobs import BULK

CONTEXT: Final = Context(
    room=Room(
        slug="dota2",
        name="Dota 2",
        url="/dota2",
        answers="Match and player analysis",
        sources="OpenDota, Steam, your files",
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
            refresh=lambda key: actions.ask_for_player(int(key), queue=BULK),
            ask_for_new=actions.ask_for_new,
            pace=Pace(every=timedelta(minutes=90), at_once=2),
        ),
        addresses=ADDRESSES,
    ),
    blueprints=(bp,),
    order=2,
    backstage=Backstage(
        upstreams={"opendota": "OpenDota", "steam": "Steam", "valve": "Valve’s pictures"},
        forms={"dota2.match": (wire.MatchResponse,), **opendota.FORMS, **steam.FORMS},
        rereads={"dota2.match": actions.reread_match},
        refreshes={
            "dota2": "dota2.names",
            "dota2-benchmarks": "dota2.benchmarks",
            "dota2.chance*": "dota2.chance",
        },
    ),
)
