"""Protected pages, and the public one beside them."""
