"""Deadlock: one match from an id or a metadata file to a page worth reading.

A match comes from deadlock-api or a dropped file, is kept as its raw body, column files and
rows, and is shown as scoreboard, soul lead, replay map and data, with every number explained.
Read in the order the data flows: upstream, domain, models, store, ingest, pages, routes.
This context knows nothing of the other games.
"""
