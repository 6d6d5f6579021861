"""Keeping and finding Dota 2: matches, files brought, names, accounts, leagues.

The only reader and writer of this context's tables.
"""
