"""Home: one box that opens anything, what was analysed lately, and the rooms.

Knows the rooms only as they registered themselves (rooms.py). Holds no tables, asks no
upstream, and never imports what a game keeps.
"""
