"""What admins change; every change is audited in its own transaction and commits."""
