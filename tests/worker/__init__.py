"""Worker processes: what they do with jobs that end well, badly or not at all."""
