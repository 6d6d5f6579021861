"""RQ's worker, made to notice death quickly and to outlive its queue.

Stock RQ needs minutes to notice a killed worker, lets `except Exception` swallow a
timeout, leaves the job's process alive without its worker, and ends when Valkey is away
at a heartbeat. Nothing here knows what jobs do.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from redis import Redis
from redis.exceptions import RedisError
from rq import Queue, Worker
from rq.serializers import JSONSerializer
from rq.timeouts import JobTimeoutException, UnixSignalDeathPenalty

from webapp.jobs import HardTimeout
from worker.limits import die_with_worker, limit_memory

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

    from rq.job import Job

MONITOR_SECONDS = 3
WORKER_TTL_SECONDS = 18


class Penalty(UnixSignalDeathPenalty):
    """A timeout of a job that its own `except Exception` cannot catch."""

    def handle_death_penalty(self, signum: int, frame: FrameType | None) -> None:
        """Raise what ends the job; RQ's own watching of the job's process stays as it is."""
        if self._exception is JobTimeoutException:
            raise HardTimeout
        super().handle_death_penalty(signum, frame)  # type: ignore[no-untyped-call]


class AppWorker(Worker):
    """A worker whose job dies with it and whose own death is seen within seconds."""

    death_penalty_class = Penalty
    max_connection_wait_time = 2.0

    def get_heartbeat_ttl(self, job: Job) -> int:  # noqa: ARG002 - RQ's signature
        """Let a job's sign of life lapse after a few missed beats; stock RQ adds a minute."""
        return MONITOR_SECONDS * 4

    def subscribe(self) -> None:
        """Listen to no commands: whoever writes to Valkey may not stop jobs, nor add threads."""

    def maintain_heartbeats(self, job: Job) -> None:
        """Give a sign of life; go on watching the job when Valkey is away."""
        with suppress(RedisError):
            super().maintain_heartbeats(job)

    def main_work_horse(self, job: Job, queue: Queue) -> None:
        """Bind the job's process to this worker and limit it before it does anything."""
        die_with_worker(self._own_pid)
        limit_memory()
        super().main_work_horse(job, queue)

    def fork_work_horse(self, job: Job, queue: Queue) -> None:
        """Remember whose child the job is, then fork."""
        self._own_pid = os.getpid()
        super().fork_work_horse(job, queue)

    @property
    def told_to_stop(self) -> bool:
        """Say whether a signal ended the work, and not a fault."""
        return self._shutdown_requested_date is not None


def make_worker(redis_url: str, queues: Sequence[str]) -> AppWorker:
    """Make a worker for these queues, the first always emptied first."""
    return AppWorker(
        list(queues),
        connection=Redis.from_url(redis_url, socket_connect_timeout=2),
        serializer=JSONSerializer,
        job_monitoring_interval=MONITOR_SECONDS,
        maintenance_interval=MONITOR_SECONDS,
        worker_ttl=WORKER_TTL_SECONDS,
        log_job_description=False,
    )
