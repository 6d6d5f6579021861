"""The only reader and writer of League of Legends' rows and files."""
