"""League of Legends: one match, from an id or a Riot ID, to a page worth reading.

A match comes from the Riot API as a match body and, where there is one, a timeline; it is kept as
its raw bodies, rows and slices, and is shown as scoreboard, gold lead, map and data, with every
number explained. Read in the order the data flows: upstream, domain, models, store, ingest, pages,
routes. This context knows nothing of the other games.
"""
