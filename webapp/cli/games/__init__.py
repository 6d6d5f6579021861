"""What the command line does for each game: one file a game, named in `GAME`.

Light to import: a game's own code is imported when one of these is called.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from webapp.config import Settings
from webapp.matchroom.reanalysing import Reanalysed


@dataclass(frozen=True, slots=True)
class Game:
    """One game: `slug` is its room's; the others run inside an app.

    `bring` reads a file through the ledger, in this process, gives the path of its page and
    raises ValueError with a sentence. `samples` keeps the generated matches not here yet, and
    asks for those a demonstration plays.
    """

    slug: str
    bring: Callable[[Path, Settings], str]
    reanalyse: Callable[[], Reanalysed]
    samples: Callable[[Settings], None]


def games() -> tuple[Game, ...]:
    """Give every game there is."""
    return tuple(
        import_module(f"{__name__}.{module.name}").GAME for module in iter_modules(__path__)
    )
