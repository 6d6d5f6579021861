"""The match as it stands on the wire: keys, nesting and types of the real metadata body."""
