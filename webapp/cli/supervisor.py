"""Keeps a list of programs running, and stops them in order.

A program that ends is started again, sooner at first and later each time.
Knows nothing of what the programs are. Single-threaded on purpose: the system ends
a child when the *thread* that started it ends.
"""

from __future__ import annotations

import signal
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from webapp.cli.errors import StopCommandError
from webapp.cli.terminal import warn
from webapp.core.embedded import EmbeddedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import FrameType

    from webapp.cli.program import Program

TICK_SECONDS = 0.1
_FIRST_DELAY_SECONDS, _LONGEST_DELAY_SECONDS = 0.25, 30.0
_WELL_AFTER_SECONDS = 30.0
_HOPELESS_FAILURES = 4
_STOP_SECONDS = 3.5


@dataclass(slots=True)
class Child:
    """One program to keep running; those of a lower tier start first and stop last."""

    name: str
    tier: int
    start: Callable[[], Program]
    program: Program | None = None
    started_at: float = 0.0
    due_at: float = 0.0
    failures: int = 0


@dataclass(slots=True)
class Supervisor:
    """Runs children until a signal arrives."""

    log_folder: Path
    children: list[Child] = field(default_factory=list)
    stopping: bool = False

    def listen(self) -> None:
        """Stop at Ctrl-C, at a polite end, and when the terminal closes."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._note)

    def add(self, name: str, tier: int, start: Callable[[], Program]) -> None:
        """Start a child now and keep it running from here on."""
        child = Child(name, tier, start)
        self.children.append(child)
        child.program = start()
        child.started_at = time.monotonic()

    def tick(self) -> None:
        """Look after every child once, then rest for a moment."""
        for child in self.children:
            self._look_after(child, time.monotonic())
        time.sleep(TICK_SECONDS)

    def run(self) -> None:
        """Keep all children running until told to stop."""
        while not self.stopping:
            self.tick()

    def hopeless(self) -> Child | None:
        """Give a child that ends again and again, if there is one."""
        return next((c for c in self.children if c.failures >= _HOPELESS_FAILURES), None)

    def stop(self) -> None:
        """Stop all children: the highest tier first, each tier at once."""
        for tier in sorted({child.tier for child in self.children}, reverse=True):
            running = [c.program for c in self.children if c.tier == tier and c.program]
            _stop_together(running)
        self.children.clear()

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True

    def _look_after(self, child: Child, now: float) -> None:
        if child.program and not child.program.alive():
            self._plan_restart(child, now)
        elif child.program and now - child.started_at > _WELL_AFTER_SECONDS:
            child.failures = 0
        elif child.program is None and now >= child.due_at and not self.stopping:
            self._restart(child, now)

    def _plan_restart(self, child: Child, now: float) -> None:
        if child.program:
            child.program.finish(0)
            ended = child.program.process.returncode
            why = f"was ended by signal {-ended}" if ended < 0 else f"ended with code {ended}"
            self._say(child, why)
        child.program = None
        delay = min(_LONGEST_DELAY_SECONDS, _FIRST_DELAY_SECONDS * 2**child.failures)
        child.failures += 1
        child.due_at = now + delay

    def _restart(self, child: Child, now: float) -> None:
        try:
            child.program = child.start()
            child.started_at = now
        except (EmbeddedError, StopCommandError, OSError) as error:
            self._say(child, f"could not start ({error})")
            self._plan_restart(child, now)

    def _say(self, child: Child, what: str) -> None:
        if not self.stopping:
            log = self.log_folder / f"{child.name}.log"
            warn(f"{child.name} {what}; starting it again. See {log}")


def _stop_together(programs: Sequence[Program]) -> None:
    for program in programs:
        program.ask_to_stop()
    deadline = time.monotonic() + _STOP_SECONDS
    for program in programs:
        program.finish(deadline - time.monotonic())
