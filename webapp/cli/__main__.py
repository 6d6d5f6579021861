"""Reads the command's words, runs it, and turns whatever stops it into one sentence."""

from __future__ import annotations

import sys

from webapp.cli.commands import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
