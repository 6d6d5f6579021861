"""The Dota 2 room."""
