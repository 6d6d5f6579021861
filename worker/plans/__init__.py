"""Which work there is: one file for each game. What does it is `worker/<game>.py`.

Light to import: a name is a promise that `worker.<game>` has a function of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from webapp.jobs.periodic import Periodic

HOUR: Final = 3_600


@dataclass(frozen=True, slots=True)
class Plan:
    """One game's kinds of work, `<game>.<function>`.

    `seconds` is the wall clock a run of a kind may take, where the usual is too little.
    """

    names: tuple[str, ...]
    seconds: Mapping[str, int] = field(default_factory=dict)
    periodic: tuple[Periodic, ...] = ()


def plans() -> tuple[Plan, ...]:
    """Give every game's plan."""
    return tuple(
        import_module(f"{__name__}.{module.name}").PLAN for module in iter_modules(__path__)
    )
