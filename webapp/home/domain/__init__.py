"""What a pasted text means, decided without asking anyone."""
