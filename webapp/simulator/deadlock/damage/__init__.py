"""Damage: blows between heroes, their sources, the books of a match, and the matrix on the wire."""
