"""What a League of Legends match is and tells: wire, records, parse, analysis, terms.

Nothing here reads or writes: bytes come in as an argument and records go out.
"""
