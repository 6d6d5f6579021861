"""What protected pages compute without input or output: shapes of bodies, words for figures."""
