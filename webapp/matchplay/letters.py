"""Two letters for whoever has no picture."""

import re


def letters_of(name: str) -> str:
    """Give two letters for a badge: initials of two words, else the first two letters."""
    words: list[str] = re.findall(r"[^\W_]+", name)
    if not words:
        return "??"
    return (words[0][0] + words[1][0]).upper() if len(words) > 1 else words[0][:2].title()
