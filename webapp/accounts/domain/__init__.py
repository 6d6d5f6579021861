"""What accounts mean, without input or output: roles, scopes, secrets, addresses of our own."""
