"""Whose word we take for who somebody is: one file for each provider, made from the settings.

Light to import, asks nothing: asking is `accounts/upstream`, which only signing in may use.
"""

from __future__ import annotations

from webapp.accounts.providers.discord import discord
from webapp.accounts.providers.eve import eve
from webapp.accounts.providers.github import github
from webapp.accounts.providers.google import google
from webapp.accounts.providers.record import NobodyTold, Person, Provider
from webapp.accounts.providers.steam import steam
from webapp.core.security import CONTENT_SECURITY_POLICY
from webapp.core.settings import current_settings

ALL = (discord, steam, google, github, eve)


def offered() -> tuple[Provider, ...]:
    """Give the providers whose keys are set, in the order they are shown."""
    settings = current_settings()
    made = (make(settings) for make in ALL)
    return tuple(provider for provider in made if provider)


def find_provider(name: str) -> Provider | None:
    """Give one provider by its name in addresses, if its keys are set."""
    return next((provider for provider in offered() if provider.name == name), None)


def policy_for_forms() -> dict[str, str]:
    """Give the headers of a page whose forms lead to the providers: they may, and nobody else."""
    origins = " ".join(sorted({provider.origin for provider in offered()}))
    wider = f"form-action 'self' {origins}".rstrip()
    policy = CONTENT_SECURITY_POLICY.replace("form-action 'self'", wider)
    return {"Content-Security-Policy": policy}


__all__ = ["NobodyTold", "Person", "Provider", "find_provider", "offered", "policy_for_forms"]
