"""Every test: tight ones on domains, broad ones on pages and jobs."""
