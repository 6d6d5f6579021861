"""What the house shows to programs that look for its pages or link to them.

Cards beside links, the map of all pages, and what a crawler is asked to leave alone. Never
anything personal, and nothing here is drawn or written for a reader who waits.
"""
