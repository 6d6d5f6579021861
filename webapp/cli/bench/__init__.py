"""What this installation costs, measured in one run on one machine and printed as ratios.

Nothing here is asserted on time: machines are noisy, ratios of one run less so.
"""
