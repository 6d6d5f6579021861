"""Recordings readers bring or servers keep: taken in, laid on disk, unpacked; for every game.

What a file is tells `webapp.matchplay.demo_file`; reading one is each game's own.
"""
