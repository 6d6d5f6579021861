"""The one error that leaves the parser; it says nothing about where the bytes came from."""


class MatchUnreadable(ValueError):
    """These bytes are not a match we can read: a sentence for the reader, and where it broke."""

    def __init__(self, sentence: str, path: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.path = path

    def __str__(self) -> str:
        return f"{self.sentence} (at {self.path})" if self.path else self.sentence
