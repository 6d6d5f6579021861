"""What is measured of Deadlock alone: questions across matches, and the seed's shape."""
