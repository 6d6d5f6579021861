"""Hands the measuring commands over to the modules that measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webapp.cli.terminal import say

if TYPE_CHECKING:
    import argparse


def bench(options: argparse.Namespace) -> int:
    """Measure this installation and print the figures; 1 when one is not as wanted."""
    from webapp.cli.bench.run import main

    return main(options.file, options.only, options.minutes)


def soak(options: argparse.Namespace) -> int:
    """Ask a site for a long time and say whether anything grew; 1 when something did."""
    from webapp.cli.load.soak import measure_soak, said

    traffic, grown = measure_soak(options.minutes, options.warm)
    say(*said(traffic, grown))
    return int(any(one.grows for one in grown) or traffic.errors > 0)
