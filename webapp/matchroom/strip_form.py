"""The strip with its cursor left blank, and what stands in the blanks at a moment."""

from __future__ import annotations

from dataclasses import fields, replace

from markupsafe import escape

from webapp.core.forms import blank
from webapp.matchplay.strip import StripView
from webapp.matchplay.strip.view import Cursor, Step, Steps

PREFIX = "strip."


def open_strip(view: StripView) -> StripView:
    """Leave blank all that one chosen second writes on a strip."""
    cursor = {one.name: blank(f"{PREFIX}cursor.{one.name}") for one in fields(Cursor)}
    steps = {one.name: _step(one.name) for one in fields(Steps)}
    return replace(view, cursor=Cursor(**cursor), steps=Steps(**steps))  # type: ignore[arg-type]


def strip_word(view: StripView, name: str) -> str:
    """Say what stands in a strip's blank of this name."""
    value: object = view
    for part in name.removeprefix(PREFIX).split("."):
        value = getattr(value, part)
    return str(escape(value))


def _step(name: str) -> Step:
    return Step(blank(f"{PREFIX}steps.{name}.href"), blank(f"{PREFIX}steps.{name}.text"))
