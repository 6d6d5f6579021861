"""Hands the measuring command over to the module that measures."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def bench(options: argparse.Namespace) -> int:
    """Measure this installation and print the figures."""
    return int(import_module("webapp.cli.bench").main(options.rest))
