"""Does one run in the present process: claims it, calls its function, records the end.

Knows neither queues nor kinds; the caller hands over the table of kinds.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy.exc import DBAPIError

from webapp.core.db import db, utc_now
from webapp.jobs import ledger
from webapp.jobs.lease import Keeper
from webapp.jobs.records import Claim, HardTimeout, Later, Refused, TakenOver

if TYPE_CHECKING:
    import uuid
    from datetime import datetime

log = structlog.get_logger()

TROUBLE = "Something broke on our side while this was being worked out."
TOO_LONG = "This took longer than it may, and was stopped."


class Run:
    """What a job is given: which run it is, and the words to say how far it got."""

    def __init__(self, mine: Claim, keeper: Keeper) -> None:
        self._claim = mine
        self._keeper = keeper
        self._steps = [_step(sentence) for sentence in mine.steps]
        self.id: uuid.UUID = mine.id
        self.args: dict[str, Any] = mine.args
        self.attempt: int = mine.attempt
        self.claims: int = mine.fence
        self.request_id: str = mine.request_id
        self.created_at: datetime = mine.created_at
        self.finished = False

    def step(self, number: int, sentence: str) -> None:
        """Say that step `number` (from 1) has begun; stops the job if the run was taken away."""
        while len(self._steps) < number:
            self._steps.append(_step(sentence))
        self._end_steps()
        self._steps[number - 1] = {**_step(sentence), "started_at": utc_now().isoformat()}
        ledger.note_step(self._claim, number, self._steps)

    def finish(self, effect: Callable[[], None] = lambda: None) -> None:
        """Keep the effect and end the run in one transaction on `db.session`."""
        effect()
        self._end_steps()
        self._keeper.stop()
        ledger.finish(self._claim, self._steps)
        self.finished = True

    def _end_steps(self) -> None:
        for step in self._steps:
            if step["started_at"] and not step["finished_at"]:
                step["finished_at"] = utc_now().isoformat()


def _step(sentence: str) -> dict[str, Any]:
    return {"sentence": sentence, "started_at": None, "finished_at": None}


Job = Callable[[Run], None]


def perform(
    run_id: uuid.UUID,
    kinds: Mapping[str, Job],
    *,
    begin: Callable[[Claim], None] = lambda _claim: None,
) -> bool:
    """Do a run if it is there to be done; False when it is not. Only a hard timeout is raised.

    `begin` is called with the claim before the work, to set limits on it.
    """
    mine = ledger.claim(run_id)
    if mine is None:
        return False
    structlog.contextvars.bind_contextvars(
        request_id=mine.request_id, job=str(mine.id), kind=mine.kind, attempt=mine.attempt
    )
    try:
        with Keeper(mine) as keeper:
            begin(mine)
            _do(Run(mine, keeper), mine, kinds)
    finally:
        structlog.contextvars.unbind_contextvars("request_id", "job", "kind", "attempt")
    return True


def _do(run: Run, mine: Claim, kinds: Mapping[str, Job]) -> None:
    """Call the job and record whichever end it comes to."""
    try:
        kinds[mine.kind](run)
        if not run.finished:
            run.finish()
        log.info("job done")
    except TakenOver:
        log.info("job taken over")
    except Later as later:
        _record(ledger.wait, mine, sentence=later.sentence, run_at=later.run_at)
        log.info("job waits", sentence=later.sentence, run_at=later.run_at.isoformat())
    except Refused as refused:
        _record(ledger.refuse, mine, sentence=refused.sentence)
        log.info("job refused", sentence=refused.sentence)
    except HardTimeout:
        _record(ledger.fail, mine, sentence=TOO_LONG, error=traceback.format_exc())
        log.warning("job timed out")
        raise
    except Exception:
        _record(ledger.fail, mine, sentence=TROUBLE, error=traceback.format_exc())
        log.exception("job broke")


def _record(end: Callable[..., bool], mine: Claim, **words: Any) -> None:
    """Write the end, if the database answers; if not, the lease runs out and says the same."""
    with suppress(DBAPIError):
        db.session.rollback()
    with suppress(DBAPIError):
        end(mine, **words)
