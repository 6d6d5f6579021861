"""Why somebody could not be let in: a sentence, the web's number for it, a way on."""

from __future__ import annotations

from typing import Final

from webapp.accounts.providers import Provider

GONE: Final = (
    "It was begun in another browser, took longer than ten minutes, or was used already. "
    "Begin it once more."
)


class Trouble(Exception):
    """A return that lets nobody in; `why` is a word for the log, never shown."""

    def __init__(  # noqa: PLR0913 - what a reader is told of it
        self,
        status: int,
        title: str,
        sentence: str,
        *,
        why: str = "",
        way: tuple[str, str] | None = None,
        retry_s: int | None = None,
    ) -> None:
        super().__init__(title)
        self.status = status
        self.title = title
        self.sentence = sentence
        self.why = why
        self.way = way
        self.retry_s = retry_s


def gone(why: str) -> Trouble:
    """Say that this way back is not one we know."""
    return Trouble(400, "This way of signing in has lapsed", GONE, why=why)


def cancelled(provider: Provider) -> Trouble:
    """Say that they changed their mind at the provider."""
    sentence = f"{provider.label} told us that you chose not to. Nothing was changed here."
    return Trouble(403, "You did not sign in", sentence, why="cancelled")


def unbelievable(provider: Provider, why: str) -> Trouble:
    """Say that what came back was not, or not surely, the provider's word."""
    sentence = (
        f"What came back from {provider.label} did not hold when it was checked, so nobody was "
        "signed in. Begin it once more."
    )
    return Trouble(400, f"{provider.label} did not vouch for you", sentence, why=why)


def away(provider: Provider, sentence: str, why: str) -> Trouble:
    """Say that the provider does not answer as it should."""
    way_on = "Try again in a minute, or use another way."
    title = f"{provider.label} cannot be asked at the moment"
    return Trouble(503, title, f"{sentence} {way_on}", why=why, retry_s=60)


def closed() -> Trouble:
    """Say that the account was closed by those who run this place."""
    sentence = "Whoever runs this place closed it. They can tell you why, and open it again."
    return Trouble(403, "This account is closed", sentence, why="closed")


def taken(provider: Provider, name: str) -> Trouble:
    """Say that the identity opens another account, and that the two may become one."""
    sentence = (
        f"{name or 'It'} at {provider.label} already signs in to another account here. If both are "
        "yours, you can make one account of the two."
    )
    way = ("Make one account of both", "/account/merge")
    return Trouble(409, "That belongs to another account", sentence, why="taken", way=way)


def somebody_else(provider: Provider, signed_as: str) -> Trouble:
    """Say that who was proved is not who is signed in."""
    sentence = (
        f"You are signed in as {signed_as}, and who you are at {provider.label} does not belong to "
        "that account. Use one of its own ways, or sign out first."
    )
    return Trouble(409, "That is somebody else", sentence, why="somebody else")
