"""The security checklist, a file for each line of it; `test_every_line.py` says where each is."""
