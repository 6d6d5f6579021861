"""A played game as the two bodies of match-v5, with the fields the real ones have."""
