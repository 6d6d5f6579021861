"""Addresses of talks with the coach: begun below a summoner, read by whoever has their address."""

from __future__ import annotations

import uuid
from typing import Annotated, cast

import msgspec
from flask import Response, abort, redirect, request

from webapp.core.limits import limited
from webapp.core.pages import send
from webapp.core.problems import is_api
from webapp.core.sent import sent
from webapp.core.twins import answers, takes_words
from webapp.lol import actions
from webapp.lol.actions import Talking
from webapp.lol.domain.coach import LONGEST_QUESTION
from webapp.lol.pages.coach import CoachPage, coach_page, talk_page
from webapp.lol.routes import bp
from webapp.lol.routes.summoners import WHO, who_of

TALK = "/coach/<uuid:talk_id>"
EXAMPLE = "What should I work on first?"
LONGEST_NAME = 40
Focus = Annotated[str, msgspec.Meta(max_length=LONGEST_NAME, examples=["Ahri"])]
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_QUESTION, examples=[EXAMPLE])]


class Question(msgspec.Struct, forbid_unknown_fields=True):
    """What the coach is asked, and the champion it is about, empty for none."""

    question: Words
    champion_focus: Focus = ""


@bp.get(WHO + "/coach")
@bp.get(WHO + "/coach.json")
@answers(CoachPage)
def coach(where: str, slug: str) -> Response:
    """Show the place where a talk with the coach is begun."""
    return send("lol/coach.html", page=coach_page(*who_of(where, slug)), part="talk")


@bp.post(WHO + "/coach")
@takes_words(Question, 409)
@limited
def begin_talk(where: str, slug: str) -> Response:
    """Begin a talk with a first question."""
    riot_id, _ = who_of(where, slug)
    return _on(actions.begin_talk(riot_id, *_question()))


@bp.get(TALK)
@bp.get(TALK + ".json")
@answers(CoachPage)
def talk(talk_id: uuid.UUID) -> Response:
    """Show a talk as far as it has come."""
    page = talk_page(talk_id) or abort(404, "There is no such talk, or it was forgotten.")
    return send("lol/coach.html", page=page, part="talk", private=True)


@bp.post(TALK)
@takes_words(Question, 409)
@limited
def ask_coach(talk_id: uuid.UUID) -> Response:
    """Ask the coach something more."""
    return _on(actions.ask_coach(talk_id, *_question()))


def _question() -> tuple[str, str]:
    """Give what was asked, and the champion it is about."""
    said = sent(Question) if is_api() else _typed()
    asked = said.question.replace("\0", "").strip()
    if not asked or len(asked) > LONGEST_QUESTION:
        abort(400, f"Ask a question of at most {LONGEST_QUESTION:,} letters.")
    return asked, said.champion_focus.strip()


def _typed() -> Question:
    form = request.form
    focus = form.get("champion_focus", "")[:LONGEST_NAME]
    return Question(form.get("question", ""), focus)


def _on(asked: Talking | str) -> Response:
    """Go on to a talk, a program to the work on its answer; or say why nothing was asked."""
    if isinstance(asked, str):
        abort(409, asked)
    page = f"/jobs/{asked.run_id}" if is_api() else f"/lol/coach/{asked.talk_id}"
    return cast("Response", redirect(page, 303))
