"""Our numbers beside those an independent tool printed for the same three matches.

One case for each figure and match; see `reports` for what each one compares.
"""

from pathlib import Path

import pytest

from tests.deadlock.reports import FIGURES, Told

MATCHES = (31067068, 35077269, 54331746)
MAY_BE_EMPTY = {
    "award names",
    "awards",
    "buffs",
    "movement by interval",
    "movement",
    "rejuvenators",
    "stars",
}


@pytest.fixture(scope="module", params=MATCHES, name="told")
def told_fixture(request: pytest.FixtureRequest, shared_data: Path) -> Told:
    return Told(shared_data / "deadlock", request.param)


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_is_the_one_the_reports_tell(told: Told, figure: str) -> None:
    ours, theirs = FIGURES[figure](told)
    assert theirs or figure in MAY_BE_EMPTY
    assert ours == theirs
