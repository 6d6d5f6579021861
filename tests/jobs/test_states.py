"""Whatever happens in whatever order: one live run a key, every effect at most once."""
# ruff: noqa: D102, ANN201 - rules are named as sentences, and give what their bundle takes

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import text

from tests.jobs.asked import ask, shift
from webapp.core.db import db, utc_now
from webapp.jobs import cancel, ledger, retry
from webapp.jobs.models import FINAL, LIVE
from webapp.jobs.records import Claim, TakenOver
from webapp.jobs.sweep import sweep

if TYPE_CHECKING:
    import uuid

    from flask import Flask

EFFECTS = "CREATE TABLE IF NOT EXISTS test_effect (run uuid)"


class Ledger(RuleBasedStateMachine):
    """A model of the ledger, which the real one is held against after every step."""

    runs = Bundle("runs")
    claims = Bundle("claims")

    def __init__(self) -> None:
        super().__init__()
        db.session.execute(text("TRUNCATE job_run, job_heartbeat, test_effect CASCADE"))
        db.session.commit()
        self.state: dict[uuid.UUID, str] = {}
        self.attempt: dict[uuid.UUID, int] = {}
        self.holder: dict[uuid.UUID, Claim | None] = {}
        self.key: dict[uuid.UUID, str] = {}
        self.silent: set[uuid.UUID] = set()

    def _live(self, key: str) -> list[uuid.UUID]:
        return [r for r in self.state if self.key[r] == key and self.state[r] in LIVE]

    def _set(self, run: uuid.UUID, state: str) -> None:
        self.state[run] = state
        self.holder[run] = None
        self.silent.discard(run)

    def _holds(self, mine: Claim) -> bool:
        return self.holder[mine.id] is mine

    @rule(target=runs, key=st.sampled_from("abc"))
    def asks(self, key: str):
        standing = self._live(key)
        run = ask(key)
        assert not standing or [run] == standing
        if run in self.state:
            return multiple()
        self.key[run], self.attempt[run] = key, 0
        self._set(run, "queued")
        return run

    @rule(target=claims, run=runs)
    def claims_it(self, run: uuid.UUID):
        due = self.state[run] == "queued" or (self.state[run] == "running" and run in self.silent)
        shift(run, "run_at", -300)
        mine = ledger.claim(run)
        assert (mine is not None) == (due and self.attempt[run] < 5)
        if mine is None:
            return multiple()
        self.attempt[run] += 1
        assert mine.attempt == self.attempt[run]
        self._set(run, "running")
        self.holder[run] = mine
        return mine

    @rule(run=runs)
    def falls_silent(self, run: uuid.UUID) -> None:
        if self.state[run] == "running":
            shift(run, "lease_until", -300)
            self.silent.add(run)

    @rule(mine=claims)
    def renews(self, mine: Claim) -> None:
        assert ledger.renew(mine) == self._holds(mine)
        if self._holds(mine):
            self.silent.discard(mine.id)

    @rule(mine=claims)
    def finishes(self, mine: Claim) -> None:
        db.session.execute(text("INSERT INTO test_effect VALUES (:run)"), {"run": mine.id})
        if self._holds(mine):
            ledger.finish(mine, [])
            self._set(mine.id, "done")
            return
        with pytest.raises(TakenOver):
            ledger.finish(mine, [])

    @rule(mine=claims)
    def breaks(self, mine: Claim) -> None:
        assert ledger.fail(mine, sentence="s", error="e\0") == self._holds(mine)
        if self._holds(mine):
            self._set(mine.id, "dead" if self.attempt[mine.id] == 5 else "queued")

    @rule(mine=consumes(claims))
    def asks_for_later(self, mine: Claim) -> None:
        later = utc_now() + timedelta(seconds=60)
        assert ledger.wait(mine, sentence="s", run_at=later) == self._holds(mine)
        if self._holds(mine):
            self.attempt[mine.id] -= 1
            self._set(mine.id, "waiting")

    @rule(mine=consumes(claims))
    def refuses(self, mine: Claim) -> None:
        assert ledger.refuse(mine, sentence="s") == self._holds(mine)
        if self._holds(mine):
            self._set(mine.id, "failed")

    @rule(run=runs)
    def is_retried(self, run: uuid.UUID) -> None:
        standing = self._live(self.key[run])
        can = self.state[run] in {"failed", "dead", "cancelled"}
        expected = (standing or [run])[0] if can else None
        assert retry(run) == expected
        db.session.commit()
        if expected == run:
            self.attempt[run] = 0
            self._set(run, "queued")

    @rule(run=runs)
    def is_cancelled(self, run: uuid.UUID) -> None:
        assert cancel(run) == (self.state[run] in LIVE)
        db.session.commit()
        if self.state[run] in LIVE:
            self._set(run, "cancelled")

    @rule()
    def is_swept(self) -> None:
        for run, state in self.state.items():
            if state == "waiting":
                shift(run, "run_at", -300)
        sweep()
        for run, state in list(self.state.items()):
            if state == "waiting":
                self._set(run, "queued")
            if state == "running" and run in self.silent and self.attempt[run] == 5:
                self._set(run, "dead")

    @invariant()
    def the_ledger_agrees(self) -> None:
        rows = db.session.execute(text("SELECT id, state, attempt, finished_at FROM job_run")).all()
        assert {r.id: (r.state, r.attempt) for r in rows} == {
            run: (self.state[run], self.attempt[run]) for run in self.state
        }
        assert all((r.finished_at is not None) == (r.state in FINAL) for r in rows)
        effects = db.session.execute(text("SELECT run FROM test_effect")).scalars().all()
        assert sorted(effects) == sorted(r for r, s in self.state.items() if s == "done")
        db.session.rollback()


def test_the_ledger_holds_through_any_order_of_events(app: Flask) -> None:
    db.session.execute(text(EFFECTS))
    db.session.commit()
    run_state_machine_as_test(
        Ledger,
        settings=settings(
            max_examples=25,
            stateful_step_count=40,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
        ),
    )
    db.session.execute(text("DROP TABLE test_effect"))
    db.session.commit()
    assert app
