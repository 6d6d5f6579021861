"""Hands the measuring command over to the module that measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def bench(options: argparse.Namespace) -> int:
    """Measure this installation and print the figures."""
    from webapp.cli.bench import main

    return main(options.rest)
