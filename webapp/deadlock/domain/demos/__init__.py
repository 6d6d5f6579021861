"""Demos of matches: what a file is, what was read of it, whose it is, what pages show of it.

A demo adds to a kept match: height, single hits, casts, boss health, item and modifier timing.
Pure: a demo itself is read elsewhere, shut in; here are only the rows that came out of it.
"""

from webapp.deadlock.domain.demos.agreement import Verdict, judge
from webapp.deadlock.domain.demos.datasets import DATASETS, NEED_NAMES, Dataset
from webapp.deadlock.domain.demos.header import refuse_foreign
from webapp.deadlock.domain.demos.parts import (
    DEMO_PARTS,
    DemoBosses,
    DemoCasts,
    DemoFights,
    DemoHeights,
    DemoHits,
    DemoItems,
    DemoModifiers,
    Part,
    demo_parts,
)
from webapp.deadlock.domain.demos.report import DemoHeader, DemoPlayer, DemoReport, parse_report
from webapp.deadlock.domain.demos.tables import csv_of, keep_columns, pack_table
from webapp.matchplay.demo_file import DemoRefused

__all__ = [
    "DATASETS",
    "DEMO_PARTS",
    "NEED_NAMES",
    "Dataset",
    "DemoBosses",
    "DemoCasts",
    "DemoFights",
    "DemoHeader",
    "DemoHeights",
    "DemoHits",
    "DemoItems",
    "DemoModifiers",
    "DemoPlayer",
    "DemoRefused",
    "DemoReport",
    "Part",
    "Verdict",
    "csv_of",
    "demo_parts",
    "judge",
    "keep_columns",
    "pack_table",
    "parse_report",
    "refuse_foreign",
]
