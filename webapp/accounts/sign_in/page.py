"""What the sign-in page shows: the doors there are, and why one did not open."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response
from werkzeug.wrappers import Response as AnyResponse

from webapp.accounts.current import SIGN_IN, current_account
from webapp.accounts.domain.attempt import Purpose
from webapp.accounts.domain.public_address import OPEN_TO_ALL, keeps_secrets
from webapp.accounts.domain.signed import Signed
from webapp.accounts.providers import offered, policy_for_forms
from webapp.accounts.sign_in.trouble import Trouble
from webapp.accounts.store.accounts import any_account
from webapp.accounts.store.ways_in import identities_of
from webapp.core.pages import send
from webapp.core.settings import current_settings


@dataclass(frozen=True, slots=True)
class Door:
    """One way in: a button that leads to a provider."""

    name: str
    label: str
    action: str


@dataclass(frozen=True, slots=True)
class Said:
    """Why it did not work, and a way on besides the doors."""

    title: str
    sentence: str
    way: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class SignInPage:
    """The doors, where they lead afterwards, and for whom."""

    title: str
    doors: tuple[Door, ...]
    next_path: str
    purpose: Purpose
    signed_as: str | None
    passwords: bool
    shut: str
    nobody_yet: bool
    said: Said | None


def sign_in_page(next_path: str, purpose: Purpose, trouble: Trouble | None = None) -> SignInPage:
    """Give the page for whoever asks."""
    mine, settings = current_account(), current_settings()
    open_to_all = "" if keeps_secrets(settings.public_url) else OPEN_TO_ALL
    wanted = purpose if mine else "sign-in"
    return SignInPage(
        title=_title(mine, wanted),
        doors=() if open_to_all else _doors(mine if wanted == "again" else None),
        next_path=next_path,
        purpose=wanted,
        signed_as=mine.name if mine else None,
        passwords=settings.password_sign_in and not open_to_all,
        shut=open_to_all,
        nobody_yet=mine is None and not any_account(),
        said=Said(trouble.title, trouble.sentence, trouble.way) if trouble else None,
    )


def answer(page: SignInPage, trouble: Trouble | None = None) -> AnyResponse:
    """Send it, with leave for its forms to lead to the providers."""
    headers = policy_for_forms()
    if trouble and trouble.retry_s:
        headers["Retry-After"] = str(trouble.retry_s)
    status = trouble.status if trouble else 200
    sent: Response = send(
        "sign_in/page.html", page=page, part="doors", status=status, headers=headers, private=True
    )
    return sent


def _title(mine: Signed | None, purpose: Purpose) -> str:
    if mine is None:
        return "Sign in"
    return {"again": "Show that it is you", "link": "Add a way to sign in"}.get(
        purpose, "You are signed in"
    )


def _doors(only_of: Signed | None) -> tuple[Door, ...]:
    """Give the doors there are, or those that open for one account."""
    doors = tuple(Door(one.name, one.label, f"{SIGN_IN}/{one.name}") for one in offered())
    if only_of is None:
        return doors
    fitting = {one.provider for one in identities_of(only_of.id)}
    return tuple(door for door in doors if door.name in fitting)
