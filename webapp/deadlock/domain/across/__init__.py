"""Questions across matches: lazy frames of column files in, frozen records out.

Only columns a question names are read. Nothing here knows where files lie.
"""
