"""From an address, or a reader's file, to a demo kept beside its match: run by workers only.

The demo is brought to a folder of its own, unpacked within caps, read by a process that is
shut in (`reader`), compared with the match, and kept as small tables; the demo itself is not.
Whatever goes wrong takes nothing from the match: its page only says why there is no demo.
"""

from webapp.deadlock.ingest.demo.generated import save_generated_demo
from webapp.deadlock.ingest.demo.job import ingest_demo, ingest_demo_file

__all__ = ["ingest_demo", "ingest_demo_file", "save_generated_demo"]
