"""Talking with an OpenAI-compatible service: its words as they come, and the tools it wants.

What it says is unchecked; what it may be told and what is made of its words is for the asker.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import msgspec

from webapp.core.http import HttpClient, Route, Upstream, open_client
from webapp.core.http.streams import ask_in_lines
from webapp.core.rate_limit import Window
from webapp.core.settings import current_settings
from webapp.core.upstream_errors import Drifted

LABEL: Final = "The coach’s language model"
PATIENCE_S: Final = 90.0
MOST_BYTES: Final = 1024 * 1024
MOST_TOKENS: Final = 700
ROUTE: Final = Route(
    "/chat/completions",
    "talking",
    (Window(30, 60.0),),
    max_bytes=MOST_BYTES,
    max_inflated_bytes=MOST_BYTES,
)


@dataclass(slots=True)
class Call:
    """A tool the service wants, with its arguments as it wrote them."""

    id: str = ""
    name: str = ""
    arguments: str = ""


@dataclass(slots=True)
class Turn:
    """What one answer came to: its words so far, and the tools it wants next."""

    text: str = ""
    calls: list[Call] = field(default_factory=list)


class _Function(msgspec.Struct):
    name: str | None = None
    arguments: str | None = None


class _CallPart(msgspec.Struct):
    index: int = 0
    id: str | None = None
    function: _Function | None = None


class _Delta(msgspec.Struct):
    content: str | None = None
    tool_calls: list[_CallPart] | None = None


class _Choice(msgspec.Struct):
    delta: _Delta | None = None


class _Event(msgspec.Struct):
    choices: list[_Choice] = []


@dataclass(frozen=True, slots=True)
class TalkingService:
    """The service, as the settings name it."""

    client: HttpClient
    model: str

    def answer(
        self, messages: Sequence[Mapping[str, Any]], tools: Sequence[Mapping[str, Any]]
    ) -> Iterator[Turn]:
        """Give one answer as it grows, the same Turn each time; raises UpstreamError.

        `messages` and `tools` are in the service's own shape. Without tools none may be wanted.
        """
        question = {
            "model": self.model,
            "temperature": 0.2,
            "max_tokens": MOST_TOKENS,
            "stream": True,
            "messages": messages,
            **({"tools": tools} if tools else {}),
        }
        turn = Turn()
        body = msgspec.json.encode(question)
        for line in ask_in_lines(self.client, "/chat/completions", body, route=ROUTE):
            if line.startswith("data:") and _take(turn, line.removeprefix("data:").strip()):
                yield turn
        if not turn.text and not turn.calls:
            raise Drifted(f"{LABEL} said nothing.")
        yield turn


def _take(turn: Turn, said: str) -> bool:
    """Add one event to an answer; says whether it brought anything."""
    if not said or said == "[DONE]":
        return False
    try:
        event = msgspec.json.decode(said, type=_Event)
    except (msgspec.DecodeError, RecursionError):
        raise Drifted(f"{LABEL} answered in a form we did not ask for.") from None
    delta = event.choices[0].delta if event.choices else None
    if delta is None:
        return False
    turn.text += delta.content or ""
    for part in delta.tool_calls or ():
        _add(turn, part)
    return bool(delta.content or delta.tool_calls)


def _add(turn: Turn, part: _CallPart) -> None:
    if not 0 <= part.index < 8:  # noqa: PLR2004 - more than any answer is allowed
        raise Drifted(f"{LABEL} wanted far too many things at once.")
    while len(turn.calls) <= part.index:
        turn.calls.append(Call())
    call = turn.calls[part.index]
    call.id = part.id or call.id
    if part.function:
        call.name += part.function.name or ""
        call.arguments += part.function.arguments or ""


def open_talking() -> TalkingService | None:
    """Open the service the settings name; None where they name none."""
    settings = current_settings()
    if not settings.llm_base_url:
        return None
    upstream = Upstream(
        name="coach",
        label=LABEL,
        base_url=settings.llm_base_url,
        secret_headers={"Authorization": f"Bearer {settings.llm_api_key}"},
    )
    return TalkingService(
        replace(open_client(upstream), total_seconds=PATIENCE_S), settings.llm_model
    )
