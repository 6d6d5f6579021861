"""What Dota 2's bytes mean: parse them into records and work out what a page tells.

Pure: no network, no storage, no clock, no web framework.
"""
