"""Signing in by a provider's word: the page of doors, the way out, the way back, the way off.

The only pages that wait on the network, since nobody can be let in before a provider answers;
a short deadline bounds the wait. Only the app may import it.
"""

from webapp.accounts.sign_in.addresses import bp

__all__ = ["bp"]
