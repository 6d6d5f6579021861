"""What nobody should send: each with the answer it gets, and no trace of it kept."""
