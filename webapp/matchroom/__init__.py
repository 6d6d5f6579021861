"""What every room of a match game does alike with rows, files and jobs.

A game names its tables and its analysis once (`shelf.py`), and how a body becomes a match
(`intake.py`); keeping, reading, listing and the way from an upstream to a page are here.
Knows no game, and never the network: what fetches is handed in.
"""
