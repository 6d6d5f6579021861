"""The names and words of this game a rewording of a finding is checked by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from webapp.deadlock.domain.words import SIDE_SHORT
from webapp.matchplay.findings import wording
from webapp.matchplay.findings.wording import Facts

LANES: Final = ("yellow", "green", "blue", "purple")


def objection(text: str, facts: Facts, heroes: Iterable[str]) -> str | None:
    """Say why a rewording is refused; None when it may stand. `heroes` are all their names."""
    return wording.objection(text, facts, (*heroes, *SIDE_SHORT.values()), LANES)
