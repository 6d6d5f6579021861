"""What a reader may ask the coach."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from webapp.core.db import db
from webapp.jobs import enqueue
from webapp.jobs.asking import live_run
from webapp.lol.domain.coach import MOST_TALKING, MOST_TURNS, STEPS
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.store import accounts, talks
from webapp.lol.store.catalogue import load_catalogue
from webapp.matchroom.wording import rewords


@dataclass(frozen=True, slots=True)
class Talking:
    """A question the coach was asked: the talk it is in, and the work on its answer."""

    talk_id: uuid.UUID
    run_id: uuid.UUID


def begin_talk(riot_id: RiotId, question: str, focus: str = "") -> Talking | str:
    """Begin a talk with the coach; gives where it is told, or a sentence why not. Commits."""
    account = accounts.load_account(riot_id)
    if account is None:
        return "Nobody looked this summoner up yet, so the coach knows nothing about them."
    talk_id = talks.begin_talk(account.id)
    return ask_coach(talk_id, question, focus)


def ask_coach(talk_id: uuid.UUID, question: str, focus: str = "") -> Talking | str:
    """Ask something in a talk; gives where it is told, or a sentence why not. Commits.

    `focus` is the name of the champion it is about, empty for none.
    """
    talk = talks.load_talk(talk_id)
    if talk is None or not rewords():
        return "There is no such talk, or the coach is not here."
    if len(talk.turns) >= MOST_TURNS:
        return "This talk is long enough. Begin another."
    if live_run(f"{talks.KIND}:{talk_id}"):
        return "The coach still speaks. Wait for the end of the answer."
    if talks.talking_now() >= MOST_TALKING:
        return "The coach speaks with several others at the moment. Ask again in a minute."
    champion = load_catalogue().called(focus) if focus else None
    if focus and champion is None:
        return "There is no champion of that name."
    asked = talks.Turn(reader=True, text=question, focus=champion.name if champion else "")
    talks.save_turns(talk_id, (*talk.turns, asked))
    run_id = enqueue(
        talks.KIND,
        key=f"{talks.KIND}:{talk_id}",
        args={"talk": str(talk_id)},
        target_url=f"/lol/coach/{talk_id}",
        steps=STEPS,
        title="Asking the coach",
    )
    db.session.commit()
    return Talking(talk_id, run_id)
