"""Bodies of generated and real matches, made when first asked for and then kept a while."""

import bz2
import json
from functools import lru_cache
from pathlib import Path

from webapp.simulator.deadlock import compress_bzip2, compress_zstd, generate_match
from webapp.simulator.deadlock.states import scenario_of

KEPT = 48


class Bodies:
    """Metadata bodies by match id; a folder of real ones goes first."""

    def __init__(self, real_data: Path | None) -> None:
        """Look for deadlock/metadata, metadata_raw and demos (ID.dem) below the folder."""
        self._real: dict[int, Path] = {}
        self._raw: dict[int, Path] = {}
        self._demos: dict[int, Path] = {}
        if real_data is not None:
            folder = real_data / "deadlock"
            self._real = {_number(path): path for path in folder.glob("metadata/m*.json")}
            self._raw = {_number(path): path for path in folder.glob("metadata_raw/*.zstd.*")}
            named = [path for path in folder.glob("demos/*.dem") if path.stem.isdecimal()]
            self._demos = {int(path.stem): path for path in named}

    def has_real(self, match_id: int) -> bool:
        """Whether this match is a real one."""
        return match_id in self._real

    def metadata(self, match_id: int) -> bytes:
        """Give the JSON body."""
        real = self._real.get(match_id)
        return real.read_bytes() if real else _metadata(match_id)

    def raw(self, match_id: int) -> bytes:
        """Give the .meta.bz2 bytes: Zstandard for even ids, bzip2 for odd, real ones as kept."""
        real = self._raw.get(match_id)
        return real.read_bytes() if real else _raw(match_id)

    def demo(self, match_id: int) -> bytes | None:
        """Give a real demo as the game's servers do, packed; none is ever generated."""
        real = self._demos.get(match_id)
        return bz2.compress(real.read_bytes(), 1) if real else None


@lru_cache(maxsize=KEPT)
def _metadata(match_id: int) -> bytes:
    match = generate_match(match_id, scenario=scenario_of(match_id))
    return json.dumps(match, separators=(",", ":")).encode()


@lru_cache(maxsize=KEPT)
def _raw(match_id: int) -> bytes:
    match = json.loads(_metadata(match_id))
    return compress_bzip2(match) if match_id % 2 else compress_zstd(match)


def _number(path: Path) -> int:
    return int(path.name.split(".")[0].removeprefix("m"))
