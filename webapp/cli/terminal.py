"""What a command says to the person in front of it: answers on one stream, trouble on the other."""

from __future__ import annotations

import sys


def say(*lines: str) -> None:
    """Give an answer, at once."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def warn(sentence: str) -> None:
    """Say what went wrong or needs attention."""
    sys.stderr.write(f"guildhall: {sentence}\n")
