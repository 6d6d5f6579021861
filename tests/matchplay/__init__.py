"""What match games share."""
