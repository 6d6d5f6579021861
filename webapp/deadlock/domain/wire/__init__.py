"""The shape of a metadata response, naming only the fields we read; all of them may be absent.

Both the JSON body and the protobuf body become these structs. Bounds sit on the types: a list too
long or a number too large is refused here, before anything is allocated for it. None holds itself,
so the collector need not know them (`gc=False`): a seventh of the time to decode a body.
"""

from webapp.deadlock.domain.wire.battle import (
    DamageDealer,
    DamageMatrix,
    DamageSource,
    DamageTarget,
    Path,
    Paths,
    SourceDetails,
)
from webapp.deadlock.domain.wire.match import (
    Body,
    CustomStat,
    Match,
    MidBoss,
    Objective,
    Pause,
)
from webapp.deadlock.domain.wire.player import (
    AbilityStat,
    Accolade,
    Buff,
    CustomValue,
    Death,
    GoldSource,
    Item,
    Ping,
    Place,
    Player,
    Rank,
    Snapshot,
)

__all__ = [
    "AbilityStat",
    "Accolade",
    "Body",
    "Buff",
    "CustomStat",
    "CustomValue",
    "DamageDealer",
    "DamageMatrix",
    "DamageSource",
    "DamageTarget",
    "Death",
    "GoldSource",
    "Item",
    "Match",
    "MidBoss",
    "Objective",
    "Path",
    "Paths",
    "Pause",
    "Ping",
    "Place",
    "Player",
    "Rank",
    "Snapshot",
    "SourceDetails",
]
