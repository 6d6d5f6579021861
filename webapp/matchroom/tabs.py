"""Addresses every game has alike: a match's win chance, the model's page, findings reworded.

A game gives what stands behind them: how its matches are answered, its panels and its pages.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from flask import Blueprint, Response, abort, redirect

from webapp.core.downloads import send_table
from webapp.core.pages import send
from webapp.core.twins import MOMENT, answers
from webapp.matchplay.winning.shown import TABLES, method_csv
from webapp.matchroom.answering import MatchPages
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel


def add_chance(  # noqa: PLR0913 - a tab is its place, its page and what draws it
    bp: Blueprint,
    match: str,
    pages: MatchPages,
    *,
    panel: Panel,
    kind: type[Any],
    page: Callable[[Any, Moment, str], Any],
    mark: Callable[[], str],
) -> None:
    """Add a match's win chance; `mark` names the model it shows."""

    @bp.get(match + "/chance")
    @bp.get(match + "/chance.json")
    @answers(kind, *MOMENT)
    def chance(match_id: int | str) -> Response:
        """Show how the chance to win went, and what swung it."""
        return pages.send(
            match_id,
            lambda version, moment: page(match_id, moment, version),
            panel=panel,
            also=mark(),
        )


def add_chance_method(
    bp: Blueprint, rule: str, template: str, kind: type[Any], page: Callable[[], Any]
) -> None:
    """Add the page that shows the model whole, and its tables."""

    @bp.get(rule)
    @bp.get(f"{rule}.json")
    @answers(kind)
    def chance_method() -> Response:
        """Show the model behind the win chance."""
        return send(template, page=page())

    @bp.get(f"{rule}/<any({', '.join(TABLES)}):name>.csv")
    def chance_method_table(name: str) -> Response:
        """Answer with a table of the model as CSV."""
        return send_table(method_csv(page(), name), f"win-chance-{name}")


def send_reworded(
    match_id: int | str, pages: MatchPages, ask: Callable[[Any], str | None]
) -> Response:
    """Lead to where a match's findings are put in other words, as `ask` asks for it."""
    if pages.shown(match_id) is None:
        abort(404, "There is no such match here.")
    progress = ask(match_id)
    if progress is None:
        abort(404, "Nobody puts findings in other words here.")
    return cast("Response", redirect(progress, 303))
