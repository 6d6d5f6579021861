"""Asking an OpenAI-compatible service to put sentences in other words. What it says is unchecked.

It gets sentences of a match and nothing else; what it may answer is for its asker to judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from webapp.core.http import HttpClient, Route, Upstream, open_client
from webapp.core.rate_limit import Window
from webapp.core.settings import current_settings

LABEL = "The rewording service"
PATIENCE_S = 60.0
MOST_BYTES = 256 * 1024
ROUTE = Route(
    "/chat/completions",
    "wording",
    (Window(20, 60.0),),
    max_bytes=MOST_BYTES,
    max_inflated_bytes=MOST_BYTES,
)
ORDER = (
    "You reword sentences about a video game match so that they read well. Keep the meaning. "
    "Use every number and every name of the sentence, unchanged and in the same order. You may add "
    "numbers and names from the detail, and nothing else. No opinion, no reason, no new fact. "
    "British English, one sentence each, plain text, ended by a full stop, at most 240 letters. "
    'Answer with JSON alone: {"sentences": ["...", ...]}, one for each given, in order.'
)


class _Message(msgspec.Struct):
    content: str


class _Choice(msgspec.Struct):
    message: _Message


class _Completion(msgspec.Struct):
    choices: list[_Choice]


class _Sentences(msgspec.Struct):
    sentences: list[str]


class WordingService:
    """The rewording service, as the settings name it."""

    def __init__(self, client: HttpClient, model: str) -> None:
        self._client = client
        self._model = model

    def fetch_rewording(self, facts: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """Bring one rewording for each (sentence, detail); raises Drifted for anything else."""
        reply = self._client.post("/chat/completions", self._question(facts), route=ROUTE)
        try:
            completion = msgspec.json.decode(reply.body, type=_Completion)
            said = msgspec.json.decode(completion.choices[0].message.content, type=_Sentences)
        except (msgspec.DecodeError, IndexError, RecursionError, UnicodeDecodeError):
            raise reply.drifted(f"{LABEL} answered in a form we did not ask for.") from None
        if len(said.sentences) != len(facts):
            raise reply.drifted(f"{LABEL} gave another number of sentences than it was given.")
        return tuple(said.sentences)

    def _question(self, facts: Sequence[tuple[str, str]]) -> bytes:
        given = [{"sentence": sentence, "detail": detail} for sentence, detail in facts]
        return msgspec.json.encode(
            {
                "model": self._model,
                "temperature": 0.3,
                "messages": [
                    {"role": "system", "content": ORDER},
                    {"role": "user", "content": msgspec.json.encode(given).decode()},
                ],
            }
        )


def open_wording() -> WordingService | None:
    """Open the service the settings name; None where they name none."""
    settings = current_settings()
    if not settings.llm_base_url:
        return None
    upstream = Upstream(
        name="wording",
        label=LABEL,
        base_url=settings.llm_base_url,
        secret_headers={"Authorization": f"Bearer {settings.llm_api_key}"},
    )
    client = replace(open_client(upstream), total_seconds=PATIENCE_S)
    return WordingService(client, settings.llm_model)
