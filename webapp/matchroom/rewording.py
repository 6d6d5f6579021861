"""Put a match's findings in other words, if a service does that; a refused one keeps its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Generic, Protocol

import structlog

from webapp.core.db import utc_now
from webapp.core.upstream_errors import Unavailable, UpstreamError
from webapp.jobs import Later, Refused, Run
from webapp.matchplay.findings.wording import Facts, mark_of, objection
from webapp.matchroom.shelf import K
from webapp.matchroom.wording import STEPS, Said, WordingShelf, save_wording

log = structlog.get_logger()

ASK_AGAIN: Final = timedelta(minutes=5)
GIVE_UP_AFTER: Final = timedelta(hours=1)


class Service(Protocol):
    """Whoever rewords."""

    def fetch_rewording(self, facts: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """Give one sentence for each (sentence, detail); raises UpstreamError."""


@dataclass(frozen=True, slots=True, eq=False)
class Words(Generic[K]):
    """What a game brings: its cards as its page shows them, and the words they are checked by.

    `cards` gives a kept match's findings in the rules' own words, None when it is not kept;
    `names` everybody and everything they may name; `watched` the game's words, lanes say, that a
    rewording may use only where the facts do.
    """

    kept: WordingShelf[K]
    cards: Callable[[Any], Sequence[Said] | None]
    names: Callable[[], Iterable[str]]
    watched: Sequence[str] = ()


def reword_findings(run: Run, words: Words[Any], service: Service | None) -> None:
    """Ask for other words for a match's findings, and keep those that say the same."""
    match_id = run.args["match_id"]
    cards = words.cards(match_id)
    if cards is None:
        raise Refused("This match is not kept here any more.")
    if service is None or not cards:
        return
    facts = tuple(Facts(one.sentence, one.detail) for one in cards)
    run.step(2, STEPS[1])
    said = _ask(run, service, [(one.sentence, one.detail) for one in facts])
    run.step(3, STEPS[2])
    sentences = _standing(match_id, facts, said, words)
    run.finish(lambda: save_wording(words.kept, match_id, mark_of(facts), sentences))


def _standing(
    match_id: object, facts: Sequence[Facts], said: Sequence[str], words: Words[Any]
) -> list[str | None]:
    """Give what may stand of each rewording, None where the rule's own sentence stays."""
    names, pairs = tuple(words.names()), tuple(zip(said, facts, strict=True))
    refused = [objection(text, one, names, words.watched) for text, one in pairs]
    log.info("findings reworded", match_id=match_id, refused=[one for one in refused if one])
    return [
        None if why or text == one.sentence else text
        for (text, one), why in zip(pairs, refused, strict=True)
    ]


def _ask(run: Run, service: Service, facts: list[tuple[str, str]]) -> tuple[str, ...]:
    try:
        return service.fetch_rewording(facts)
    except Unavailable as away:
        if utc_now() - run.created_at > GIVE_UP_AFTER:
            raise Refused(f"{away.sentence} The findings stay as they were.") from away
        raise Later(away.sentence, away.retry_at or utc_now() + ASK_AGAIN) from away
    except UpstreamError as wrong:
        raise Refused(f"{wrong.sentence} The findings stay as they were.") from wrong
