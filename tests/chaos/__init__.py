"""Killing processes at random while work goes on."""
