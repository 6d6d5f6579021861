"""What protected pages show, one frozen dataclass each; they only read."""
