"""What the tables of the Performance tab write of everybody, as a reader sees them."""

from tests.deadlock.reports.reader import Told
from webapp.deadlock.pages.performance.people import Person
from webapp.deadlock.pages.performance.tables import figure_tables
from webapp.deadlock.pages.performance.window import window_of
from webapp.matchroom.moment import Moment


def figures_shown(told: Told) -> dict[str, dict[str, str]]:
    """Give the tables' cells over the whole match, by hero and column."""
    people = tuple(
        Person(row.slot, row.side, row.hero_id, told.hero(row.slot), "", None, "")
        for row in told.analysis.scoreboard.rows
    )
    performance = told.analysis.performance
    window = window_of(performance, Moment())
    found: dict[str, dict[str, str]] = {one.hero: {} for one in people}
    for table in figure_tables(performance, window, Moment(), people):
        for row in (row for side in table.sides for row in side.rows):
            for column, cell in zip(table.columns, row.cells, strict=True):
                found[row.person.hero][column.key] = cell.text
    return found
