"""A stand-in for Data Dragon: the game's names in two languages, few and invented."""

from webapp.simulator.ddragon.samples import sample_names

__all__ = ["sample_names"]
