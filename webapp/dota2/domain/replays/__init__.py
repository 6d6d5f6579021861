"""Replays of matches: what a file is, and what was read of it as a body like OpenDota's.

Pure: the replay itself is read elsewhere, shut in. Kept free of imports: whoever reads it pays
for each of them.
"""
