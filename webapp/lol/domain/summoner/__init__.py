"""An account over many games: pools, sessions, form, the ladder. Pure; rows in, records out."""
