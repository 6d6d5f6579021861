"""What every match game shares, without input or output: a moment in game words.

Charts and the strip, the lead, shares, terms, tables, the maths of a win chance. Knows no game, no
request and no row: a game brings its words, its records and its own analysis.
"""
