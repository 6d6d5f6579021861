"""Dota 2's room."""

from typing import Final

from webapp.contexts import Context
from webapp.dota2 import actions
from webapp.dota2.pages import door, index
from webapp.dota2.routes import bp
from webapp.home.rooms import Room

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
    ),
    blueprints=(bp,),
    order=2,
)
