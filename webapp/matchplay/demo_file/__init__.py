"""Recordings of the Source engine: what a file is by how it begins."""

from webapp.matchplay.demo_file.header import HEADER_BYTES, demo_kind, game_folder
from webapp.matchplay.demo_file.peek import PEEK_BYTES, begins_demo, unpacked_head
from webapp.matchplay.demo_file.refused import DemoRefused

__all__ = [
    "HEADER_BYTES",
    "PEEK_BYTES",
    "DemoRefused",
    "begins_demo",
    "demo_kind",
    "game_folder",
    "unpacked_head",
]
