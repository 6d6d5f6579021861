"""The one way reading a match may fail: a sentence for the reader, and where it broke."""


class MatchUnreadable(ValueError):
    """These bytes are not a match we can read."""

    def __init__(self, sentence: str, path: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.path = path

    def __str__(self) -> str:
        return f"{self.sentence} (at {self.path})" if self.path else self.sentence
