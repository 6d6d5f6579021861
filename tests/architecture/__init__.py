"""The walls of the house, seen to hold."""
