"""Guildhall: a self-hosted web home for a gaming community."""

__version__ = "0.1.0"
