"""Stand-ins for every upstream: generated matches, real headers, faults on command.

Serves tests, the demo, the sample matches, benchmarks and chaos alike. Imports only core and
config; only the command line and the tests import it. Everybody in it is invented.
"""

from webapp.simulator.app import create_simulator
from webapp.simulator.deadlock.states import played_ids
from webapp.simulator.samples import (
    RECORDED,
    sample_assets,
    sample_matches,
    write_sample_recording,
)
from webapp.simulator.server import main, running_simulator, serve

__all__ = [
    "RECORDED",
    "create_simulator",
    "main",
    "played_ids",
    "running_simulator",
    "sample_assets",
    "sample_matches",
    "serve",
    "write_sample_recording",
]
