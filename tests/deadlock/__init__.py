"""The Deadlock room."""
