"""The ledger of background work: what was asked for, how far it is, how it ended.

Postgres holds the truth and Valkey only wakes workers, so that either may be killed at
any moment and nothing is lost or done twice. Contexts ask for work with `enqueue`; a
job is a function of a `Run`. Which function does which kind is the worker's to know.
"""

from webapp.jobs.asking import BULK, INTERACTIVE, cancel, enqueue, live_run, retry
from webapp.jobs.figures import JobMetrics, metrics
from webapp.jobs.records import HardTimeout, Later, Refused, TakenOver
from webapp.jobs.run import Job, Run, perform
from webapp.jobs.sweep import sweeper_age_s

QUEUES = (INTERACTIVE, BULK)

__all__ = [
    "BULK",
    "INTERACTIVE",
    "QUEUES",
    "HardTimeout",
    "Job",
    "JobMetrics",
    "Later",
    "Refused",
    "Run",
    "TakenOver",
    "cancel",
    "enqueue",
    "live_run",
    "metrics",
    "perform",
    "retry",
    "sweeper_age_s",
]
