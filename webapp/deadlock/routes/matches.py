"""Addresses of the room and its matches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from flask import Response, abort, redirect, request
from flask.sansio.blueprints import BlueprintSetupState

from webapp.core.limits import limited
from webapp.core.pages import send, send_finished
from webapp.deadlock import actions
from webapp.deadlock.pages.data import data_page
from webapp.deadlock.pages.frame import Moment
from webapp.deadlock.pages.index import index_page
from webapp.deadlock.pages.map_page import map_page
from webapp.deadlock.pages.overview import known_sort, overview_page
from webapp.deadlock.pages.sources import page_version
from webapp.deadlock.pages.unknown import LAST_GENERATED, unknown_match_page
from webapp.deadlock.routes import bp

MATCH = "/matches/<int(min=1,max=9223372036854775807):match_id>"
LONGEST_S = 24 * 3600
LONGEST_NUMBER = 6


@bp.get("")
def index() -> Response:
    """Show the room: what was analysed last, samples, players."""
    return send("deadlock/index.html", page=index_page())


@bp.record_once
def _index_as_json(state: BlueprintSetupState) -> None:
    """Add what no rule below a prefix can say: the prefix itself, with an ending."""
    state.app.add_url_rule(f"{state.url_prefix}.json", "deadlock.index_json", index)


@bp.get("/matches")
def find_match() -> Response:
    """Go to the match whose id was typed."""
    return cast("Response", redirect(f"/open?q={request.args.get('id', type=int) or ''}", 303))


@bp.get(MATCH)
@bp.get(MATCH + ".json")
def overview(match_id: int) -> Response:
    """Show who played and how it ended."""
    sort = known_sort(request.args.get("sort", ""))
    return _match(
        match_id,
        lambda version: overview_page(match_id, chosen_moment(), sort, version),
        part_reads=sort,
    )


@bp.get(MATCH + "/map")
@bp.get(MATCH + "/map.json")
def replay_map(match_id: int) -> Response:
    """Show where everybody was at a moment, or over a span."""
    return _match(
        match_id, lambda version: map_page(match_id, chosen_moment(), request.args, version)
    )


@bp.get(MATCH + "/data")
@bp.get(MATCH + "/data.json")
def data(match_id: int) -> Response:
    """Show where the match came from and what there is to take away."""
    return _match(
        match_id, lambda version: data_page(match_id, chosen_moment(), version), part_reads=""
    )


@bp.post(MATCH + "/analysis")
@limited
def ask(match_id: int) -> Response:
    """Ask for a match to be fetched and analysed."""
    if match_id <= LAST_GENERATED:
        abort(404, "Ids below 1000 are kept for generated samples.")
    return cast("Response", redirect(actions.ask_for_match(match_id), 303))


def chosen_moment() -> Moment:
    """Read the moment or span from the URL; what makes no sense is as good as none."""
    at = _second("t")
    first, last = _second("from"), _second("to")
    if first is not None and last is not None and first < last:
        return Moment(at, (first, last))
    return Moment(at)


def _second(name: str) -> int | None:
    text = request.args.get(name, "")
    whole, _, _ = text.partition(".")
    if not (whole.isascii() and whole.isdigit() and len(whole) <= LONGEST_NUMBER):
        return None
    return min(int(whole), LONGEST_S)


def _match(match_id: int, page: Callable[[str], Any], part_reads: str | None = None) -> Response:
    version = page_version(match_id)
    if version is None:
        unknown = unknown_match_page(match_id)
        return send("deadlock/unknown.html", page=unknown, part="unknown", status=404)
    return send_finished(
        version,
        "deadlock/match.html",
        page=lambda: page(version) or abort(404),
        part="panel",
        part_reads=part_reads,
    )
