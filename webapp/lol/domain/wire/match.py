"""The outermost parts of a match body."""

from typing import Annotated

import msgspec

from webapp.lol.domain.wire.bounds import FEW, Number, Word
from webapp.lol.domain.wire.player import Participant
from webapp.lol.domain.wire.team import Team


class Metadata(msgspec.Struct, rename="camel"):
    """`metadata`; pro games come without it."""

    match_id: Word | None = None


class Info(msgspec.Struct, rename="camel"):
    """`info`, or the whole body of a pro game."""

    end_of_game_result: Word | None = None
    game_creation: Number = None
    game_start_timestamp: Number = None
    game_end_timestamp: Number = None
    game_duration: Number = None
    game_id: Number = None
    game_mode: Word | None = None
    game_type: Word | None = None
    game_version: Word | None = None
    map_id: Number = None
    platform_id: Word | None = None
    queue_id: Number = None
    tournament_code: Word | None = None
    participants: Annotated[list[Participant | None], FEW] | None = None
    teams: Annotated[list[Team | None], FEW] | None = None


class Body(msgspec.Struct):
    """A whole response."""

    metadata: Metadata | None = None
    info: Info | None = None
