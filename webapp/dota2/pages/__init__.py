"""Dota 2's pages: one frozen dataclass for each, made of stored slices."""
