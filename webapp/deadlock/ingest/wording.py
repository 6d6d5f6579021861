"""Put a match's findings in other words, if a service does that; a refused one keeps its own."""

from __future__ import annotations

from datetime import timedelta

import structlog

from webapp.core.db import utc_now
from webapp.core.upstream_errors import Unavailable, UpstreamError
from webapp.deadlock.domain.findings import SLICES, match_findings
from webapp.deadlock.domain.findings.wording import objection
from webapp.deadlock.domain.words import WORDING_STEPS
from webapp.deadlock.store import matches, wordings
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.deadlock.store.chances import load_model
from webapp.deadlock.upstream.wording import WordingUpstream
from webapp.jobs import Later, Refused, Run
from webapp.matchplay.findings import Finding
from webapp.matchplay.findings.wording import facts_of, mark_of

log = structlog.get_logger()

ASK_AGAIN = timedelta(minutes=5)
GIVE_UP_AFTER = timedelta(hours=1)


def reword_findings(run: Run, service: WordingUpstream | None) -> None:
    """Ask for other words for a match's findings, and keep those that say the same."""
    match_id = int(run.args["match_id"])
    facts = facts_of(_findings(match_id))
    if service is None or not facts:
        return
    run.step(2, WORDING_STEPS[1])
    said = _ask(run, service, [(one.sentence, one.detail) for one in facts])
    run.step(3, WORDING_STEPS[2])
    names = [hero.name for hero in load_catalogue().heroes.values()]
    refused = [objection(text, one, names) for text, one in zip(said, facts, strict=True)]
    log.info("findings reworded", match_id=match_id, refused=[one for one in refused if one])
    kept = tuple(
        None if why or text == one.sentence else text
        for text, one, why in zip(said, facts, refused, strict=True)
    )
    run.finish(lambda: wordings.save_wording(match_id, mark_of(facts), kept))


def _findings(match_id: int) -> tuple[Finding, ...]:
    row = matches.load_row(match_id)
    if row is None:
        raise Refused("This match is not kept here any more.")
    slices, names = matches.load_slices(match_id, *SLICES), load_catalogue()
    heroes = {one.slot: names.hero(one.hero_id).name for one in slices["scoreboard"].rows}
    return match_findings(slices, heroes, row.duration_s, load_model())


def _ask(run: Run, service: WordingUpstream, facts: list[tuple[str, str]]) -> tuple[str, ...]:
    try:
        return service.fetch_rewording(facts)
    except Unavailable as away:
        if utc_now() - run.created_at > GIVE_UP_AFTER:
            raise Refused(f"{away.sentence} The findings stay as they were.") from away
        raise Later(away.sentence, away.retry_at or utc_now() + ASK_AGAIN) from away
    except UpstreamError as wrong:
        raise Refused(f"{wrong.sentence} The findings stay as they were.") from wrong
