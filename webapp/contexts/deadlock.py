"""Deadlock's room."""

from typing import Final

from webapp.contexts import Context
from webapp.deadlock import actions
from webapp.deadlock.pages import door, index
from webapp.deadlock.routes import bp
from webapp.home.rooms import Room

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
    ),
    blueprints=(bp,),
    order=1,
)
