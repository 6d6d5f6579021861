"""Has a process of its own follow a plan, and gives what it heard."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass

import msgspec

from webapp.cli.environment import ROOT
from webapp.cli.load.plan import Heard, Plan, Request

RESTLESS = 16
MOST_LINES = 400


@dataclass(frozen=True, slots=True)
class Asker:
    """Where to ask, and for what."""

    host: str
    port: int
    requests: list[Request]

    def restless(self, seconds: float) -> Heard:
        """Ask on sixteen connections that never rest."""
        return heard(Plan(self.host, self.port, self.requests, seconds, None, RESTLESS))

    def at_rate(self, rate: float, seconds: float, seed: int = 1) -> Heard:
        """Ask at a rate, on as many connections as that takes."""
        return heard(Plan(self.host, self.port, self.requests, seconds, rate, MOST_LINES, seed))


def heard(plan: Plan) -> Heard:
    """Follow one plan."""
    command = [sys.executable, "-m", "webapp.cli.load.asking"]
    done = subprocess.run(
        command, input=msgspec.json.encode(plan), stdout=subprocess.PIPE, cwd=ROOT, check=True
    )
    return msgspec.json.decode(done.stdout, type=Heard)
