"""One match from bytes to all that is kept of it, but for the rows.

What is mostly packing and waiting for a disk runs in a thread beside what is mostly thinking:
the bodies are packed while they are read, files are written while the match is analysed.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from webapp.core.objects import current_objects
from webapp.matchroom.files import PackedRaw, Raw, pack_raw, place_files
from webapp.matchroom.intake import A, Intake, M
from webapp.matchroom.keeping import Worked, pack_slices
from webapp.matchroom.shelf import K


def read_match(intake: Intake[M, A, K], raw: Raw, match_id: K | None = None) -> tuple[M, PackedRaw]:
    """Read a match and pack its bodies beside; raises MatchUnreadable."""
    with ThreadPoolExecutor(1) as beside:
        packing = beside.submit(pack_raw, raw, intake.shelf.packing)
        match = intake.read(raw, match_id)
        return match, packing.result()


def work_out(intake: Intake[M, A, K], match: M, packed: PackedRaw) -> Worked[A]:
    """Analyse a match; a thread beside packs and writes its files."""
    pack, objects = intake.files(match), current_objects()
    with ThreadPoolExecutor(1) as beside:
        placing = beside.submit(place_files, intake.shelf, match.match_id, packed, pack, objects)
        analysis = intake.analyse(match)
        slices = pack_slices(analysis, intake.shelf.packing)
        return Worked(analysis, packed.raw, placing.result(), slices)
