"""How large a number, a word or a list in a response may be."""

from typing import Annotated

import msgspec

Whole = Annotated[int, msgspec.Meta(ge=-(2**31), le=2**31 - 1)] | None
"""What a column of 32 bits holds."""
Tally = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] | None
"""What is added up over a side."""
Long = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)] | None
"""Match ids and sequence numbers."""
Huge = Annotated[int, msgspec.Meta(ge=0)] | None
"""Numbers of a file in the game's store, which fill 64 bits."""
Real = Annotated[float, msgspec.Meta(ge=-1e9, le=1e9)] | None
Flag = bool | int | None
Word = Annotated[str, msgspec.Meta(max_length=300)] | None
Line = Annotated[str, msgspec.Meta(max_length=2000)] | None
Key = Annotated[str, msgspec.Meta(max_length=200)]

FEW = msgspec.Meta(max_length=64)
MANY = msgspec.Meta(max_length=10_000)
MINUTES = msgspec.Meta(max_length=1_000)

Count = Annotated[float, msgspec.Meta(ge=-(2**40), le=2**40)]
Counts = Annotated[dict[Key, Count | None], msgspec.Meta(max_length=3000)] | None
Table = Annotated[dict[Key, Counts], msgspec.Meta(max_length=3000)] | None
Series = Annotated[list[Real], MINUTES] | None
Seconds = Annotated[list[Whole], MINUTES] | None
