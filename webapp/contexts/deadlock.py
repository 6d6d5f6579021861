"""Deadlock's room."""

from datetime import timedelta
from typing import Final

from webapp.accounts.rooms import Follows, Pace
from webapp.admin.backstage import Backstage
from webapp.contexts import Context
from webapp.deadlock import actions
from webapp.deadlock.domain import wire
from webapp.deadlock.domain.parse import as_json
from webapp.deadlock.pages import door, follows, index
from webapp.deadlock.pages.addresses import ADDRESSES
from webapp.deadlock.routes import bp
from webapp.deadlock.upstream.replies import FORMS
from webapp.home.rooms import Room
from webapp.jobs import BULK

CONTEXT: Final = Context(
    room=Room(
        slug="deadlock",
        name="Deadlock",
        url="/deadlock",
        answers="Match and player analysis",
        sources="deadlock-api, your files",
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
            refresh=lambda key: actions.ask_for_history(int(key), queue=BULK),
            ask_for_new=actions.ask_for_new,
            pace=Pace(every=timedelta(minutes=20), at_once=10),
        ),
        addresses=ADDRESSES,
    ),
    blueprints=(bp,),
    order=1,
    backstage=Backstage(
        upstreams={"deadlock": "deadlock-api", "wording": "Rewording"},
        forms={"deadlock.match": (wire.Body,), **FORMS},
        unpacks={"deadlock.match": as_json},
        rereads={"deadlock.match": actions.reread_match},
        refreshes={
            "deadlock": "deadlock.assets",
            "deadlock-analytics": "deadlock.analytics",
            "deadlock-benchmarks": "deadlock.benchmarks",
            "deadlock.chance*": "deadlock.chance",
        },
    ),
)
