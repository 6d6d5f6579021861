"""Demos in and out: where they lie, what was read of them, and those readers bring.

Tables lie as Parquet in the object store under names of their content; the small parts pages
show lie with the match's own slices, so that a page reads them in the same query.
"""

from webapp.deadlock.store.demos.keeping import (
    KeptDemo,
    Table,
    note_failure,
    place_tables,
    save_demo,
)
from webapp.deadlock.store.demos.reading import (
    load_demo,
    load_demo_and_salts,
    load_demo_rows,
    load_demo_table,
)
from webapp.deadlock.store.demos.salts import KeptSalts, load_salts, save_salts
from webapp.deadlock.store.demos.uploads import (
    DemoTooLarge,
    drop_demo_parts,
    drop_old_demo_uploads,
    keep_demo_upload,
    load_demo_upload,
    name_demo_match,
    upload_parts,
)

__all__ = [
    "DemoTooLarge",
    "KeptDemo",
    "KeptSalts",
    "Table",
    "drop_demo_parts",
    "drop_old_demo_uploads",
    "keep_demo_upload",
    "load_demo",
    "load_demo_and_salts",
    "load_demo_rows",
    "load_demo_table",
    "load_demo_upload",
    "load_salts",
    "name_demo_match",
    "note_failure",
    "place_tables",
    "save_demo",
    "save_salts",
    "upload_parts",
]
