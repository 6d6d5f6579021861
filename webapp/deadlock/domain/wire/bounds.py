"""How large a number, a word or a list in a metadata response may be."""

from typing import Annotated

import msgspec

Whole = Annotated[int, msgspec.Meta(ge=-(2**31), le=2**32 - 1)] | None
"""Any 32-bit number, signed or not, as the game's message definitions use."""

Second = Annotated[int, msgspec.Meta(ge=0, le=2**32 - 1)] | None
"""A game second; what is far beyond a match is dropped later, where it can be said."""

Long = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
Word = Annotated[str, msgspec.Meta(max_length=200)]
Enum = Annotated[int, msgspec.Meta(ge=-(2**31), le=2**32 - 1)] | Word | None
"""A number in newer responses, a name such as ``k_ECitadelLobbyTeam_Team0`` in older ones."""

Real = float | None

FEW = msgspec.Meta(max_length=64)
MANY = msgspec.Meta(max_length=4096)
LONG = msgspec.Meta(max_length=36_000)
"""Ten hours at one sample a second."""
