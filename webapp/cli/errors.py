"""The one exception a command raises to stop with a sentence."""

from __future__ import annotations


class StopCommandError(Exception):
    """A command cannot go on; the text is the sentence the person reads."""

    def __init__(self, sentence: str, *, exit_code: int = 1) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code
