"""How large a number, a word or a list in a body may be."""

from typing import Annotated

import msgspec

Number = Annotated[float, msgspec.Meta(ge=-(2**53), le=2**53)] | None
"""Any number JSON can hold exactly; the upstream writes some as 60026 and some as 60026.0."""

Word = Annotated[str, msgspec.Meta(max_length=300)]

FEW = msgspec.Meta(max_length=64)
MANY = msgspec.Meta(max_length=4096)
"""Frames of a game, or events of one frame; a real game has up to 90 and 600."""
