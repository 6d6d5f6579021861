"""The processes behind the pages: workers that do jobs, a scheduler that wakes them.

`main` runs one worker, `schedule` the sweeper and the clock, and one shallow module
for each context turns a run's arguments into a call of that context's `ingest`.
"""
