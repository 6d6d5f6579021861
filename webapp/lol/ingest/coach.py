"""The coach answers: looks things up, round by round, and writes its words down as they come."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

import msgspec

from webapp.core.db import db
from webapp.core.upstream_errors import UpstreamError
from webapp.jobs import Refused, Run
from webapp.lol.domain.coach import (
    LONGEST_ANSWER,
    MOST_CALLS,
    MOST_ROUNDS,
    ORDER,
    STEPS,
    TOOLS,
    WINDOW,
    WORDS,
    unproved,
)
from webapp.lol.store.talks import Talk, Turn, load_talk, save_turns

WRITE_EVERY_S: Final = 0.4
GONE: Final = "This talk is not kept here any more."
LookUp = Callable[[uuid.UUID, str, Mapping[str, str]], str]


class Call(Protocol):
    """A tool the service wants."""

    @property
    def id(self) -> str:
        """Its name for this one use."""

    @property
    def name(self) -> str:
        """Which tool."""

    @property
    def arguments(self) -> str:
        """With what, as JSON the service wrote."""


class Answer(Protocol):
    """An answer as far as it has come."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def calls(self) -> Sequence[Call]:
        """What it wants looked up."""


class Service(Protocol):
    """Whoever talks."""

    def answer(
        self, messages: Sequence[Mapping[str, Any]], tools: Sequence[Mapping[str, Any]]
    ) -> Iterator[Answer]:
        """Give an answer as it grows; raises UpstreamError."""


@dataclass(slots=True)
class _Answering:
    """One answer under way: what the service was told, what it looked up, what proves it."""

    talk: Talk
    messages: list[dict[str, Any]]
    sources: list[str]
    looked: list[str]

    def write(self, text: str, *, done: bool = False) -> None:
        """Keep what is said so far, for whoever watches."""
        text = text.replace("\0", "")[:LONGEST_ANSWER]
        turn = Turn(False, text, tuple(dict.fromkeys(self.looked)))
        if done:
            turn = replace(turn, unproved=unproved(text, self.sources))
        save_turns(self.talk.id, (*self.talk.turns, turn))


def answer_talk(run: Run, service: Service | None, look_up: LookUp) -> None:
    """Answer the last question of a talk, with at most three rounds of looking things up."""
    talk = _to_answer(uuid.UUID(run.args["talk"]))
    if talk is None or service is None:
        raise Refused(GONE)
    run.step(2, STEPS[1])
    told = _Answering(talk, _messages(talk), [one.text for one in talk.turns if one.reader], [])
    try:
        text = _rounds(told, service, look_up)
    except UpstreamError as wrong:
        raise Refused(f"{wrong.sentence} Ask again.") from wrong
    run.finish(lambda: told.write(text, done=True))


def _to_answer(talk_id: uuid.UUID) -> Talk | None:
    """Give a talk up to its last question; what a lost worker wrote of an answer goes."""
    talk = load_talk(talk_id)
    asked = [number for number, one in enumerate(talk.turns, 1) if one.reader] if talk else []
    return replace(talk, turns=talk.turns[: asked[-1]]) if talk and asked else None


def _messages(talk: Talk) -> list[dict[str, Any]]:
    said = [
        {"role": "user" if one.reader else "assistant", "content": _content(one)}
        for one in talk.turns
    ]
    return [{"role": "system", "content": ORDER}, *said[-WINDOW:]]


def _content(one: Turn) -> str:
    return f"About {one.focus}: {one.text}" if one.focus else one.text


def _rounds(told: _Answering, service: Service, look_up: LookUp) -> str:
    for left in reversed(range(MOST_ROUNDS + 1)):
        tools = [one.schema for one in TOOLS] if left else []
        answer = _listen(told, service, tools)
        if not answer.calls or not left:
            break
        _look(told, answer, look_up)
    return answer.text


def _listen(told: _Answering, service: Service, tools: list[dict[str, object]]) -> Answer:
    """Follow one answer to its end, writing it down every moment."""
    answer, written = None, time.monotonic()
    for answer in service.answer(told.messages, tools):
        if answer.text and time.monotonic() - written > WRITE_EVERY_S:
            told.write(answer.text)
            db.session.commit()
            written = time.monotonic()
    if answer is None:
        raise Refused("The coach said nothing. Ask again.")
    return answer


def _look(told: _Answering, answer: Answer, look_up: LookUp) -> None:
    calls = answer.calls[:MOST_CALLS]
    told.messages.append(
        {"role": "assistant", "content": answer.text, "tool_calls": [_wire(one) for one in calls]}
    )
    for one in calls:
        found = look_up(told.talk.account_id, one.name, _arguments(one.arguments))
        told.looked.append(WORDS.get(one.name, "something there is not"))
        told.sources.append(found)
        told.messages.append({"role": "tool", "tool_call_id": one.id, "content": found})
    told.write("")
    db.session.commit()


def _wire(one: Call) -> dict[str, Any]:
    function = {"name": one.name, "arguments": one.arguments}
    return {"id": one.id, "type": "function", "function": function}


def _arguments(said: str) -> dict[str, str]:
    """Read a tool's arguments; what makes no sense is as good as none."""
    try:
        found: dict[str, Any] = msgspec.json.decode(said or "{}", type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError):
        return {}
    return {name: value for name, value in found.items() if isinstance(value, str)}
