"""Unpacking a demo of this game; any other is refused by name."""

from __future__ import annotations

from functools import partial

from webapp.deadlock.domain.demos import refuse_foreign
from webapp.matchroom.demos import unpack

unpack_demo = partial(unpack.unpack_demo, refuse=refuse_foreign)
