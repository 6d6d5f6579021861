"""The Map tab: buildings, wards and deaths at a moment, drawn by the server."""
