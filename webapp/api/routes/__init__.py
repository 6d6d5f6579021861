"""The addresses of the API, all below /api/v1.

A token that came along must be good, even where none is needed: a program whose token ended
should learn of it at once, not at its first order.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from flask import Blueprint, abort, request

from webapp.accounts.current import current_account
from webapp.api.mirror import mirror
from webapp.api.said import NAME
from webapp.core.limits import limit_reads
from webapp.core.problems import BELOW

bp: Final = Blueprint(NAME, __name__, url_prefix=BELOW)
OWN_TOKENS: Final = frozenset({f"{NAME}.refresh_tokens", f"{NAME}.end_tokens"})
"""Addresses that take tokens which open nothing else."""
limit_reads(bp)
bp.record(mirror)


@bp.before_request
def refuse_unknown_token() -> None:
    """Refuse a token that is not known, has ended or was revoked."""
    if "Authorization" not in request.headers or request.endpoint in OWN_TOKENS:
        return
    if current_account() is None:
        abort(401, "This token is not known here, has ended or was revoked.")


for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
