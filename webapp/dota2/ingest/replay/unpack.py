"""Unpacking a replay of this game; any other is refused by name.

The game's own archive packs with bzip2 or, since 2026, with Zstandard under the same name.
"""

from __future__ import annotations

from functools import partial

from webapp.dota2.domain.replays.header import refuse_foreign
from webapp.matchroom.demos import unpack

unpack_replay = partial(unpack.unpack_demo, refuse=refuse_foreign, called="replay")
