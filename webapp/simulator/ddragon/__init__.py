"""A stand-in for Data Dragon: the game's names in two languages, few and invented."""
