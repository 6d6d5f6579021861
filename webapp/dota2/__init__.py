"""Dota 2: one match from an id or a replay to a page worth reading.

A match comes from OpenDota, from Steam or from a replay somebody dropped, is kept as its raw body
and small slices, and is shown as scoreboard, lead, lanes, fights, vision and draft, with every
number explained and every gap said. Read in the order the data flows: upstream, domain, models,
store, ingest, pages, routes. This context knows nothing of the other games.
"""
