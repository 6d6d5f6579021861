"""The house: the box, its pages, and what they do in a browser."""
