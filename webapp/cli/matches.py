"""Brings matches from files, from the generator, or again from what is kept."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from webapp.cli.environment import opened_site

if TYPE_CHECKING:
    import argparse


def bring(options: argparse.Namespace) -> int:
    """Read match files, print each one's page; 1 when any file was refused."""
    from webapp.app import create_app
    from webapp.deadlock.ingest import import_file

    refused = 0
    with opened_site() as settings, create_app(settings).app_context():
        for file in options.files:
            try:
                path = import_file(file.read_bytes())
            except (OSError, ValueError) as error:
                refused += 1
                sys.stderr.write(f"{file}: {error}\n")
            else:
                print(f"{settings.public_url}{path}")
    return 1 if refused else 0


def reanalyse(_options: argparse.Namespace) -> int:
    """Analyse every kept match again from its raw body."""
    from webapp.app import create_app
    from webapp.deadlock.ingest import reanalyse_all

    with opened_site() as settings, create_app(settings).app_context():
        print(f"{reanalyse_all()} matches analysed again.")
    return 0


def samples(_options: argparse.Namespace) -> int:
    """Bring the generated sample matches, where they are not here yet."""
    from webapp.app import create_app
    from webapp.deadlock.ingest import import_generated
    from webapp.simulator import sample_matches

    with opened_site() as settings, create_app(settings).app_context():
        import_generated(sample_matches())
    return 0
