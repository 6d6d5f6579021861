"""Names in games an account says are its own, before that is proved."""

from typing import Any, Final

from webapp.accounts.actions.identities import CLAIMS
from webapp.accounts.owned import Owned
from webapp.accounts.store.claims import claim_of


def export(account_id: int) -> Any:
    """Give what is claimed at this moment."""
    return [claim for name in sorted(CLAIMS) if (claim := claim_of(account_id, name))]


OWNED: Final = Owned("claims", ("identity_claim",), export, words="names in games you are claiming")
