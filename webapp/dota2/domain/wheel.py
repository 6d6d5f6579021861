"""The words of the chat wheel, by the game's numbers of its plain phrases.

Sounds and phrases that are bought change with every season and are not here: they show by number.
"""

from __future__ import annotations

from typing import Final

_PHRASES: Final = """
0 Okay.
1 Careful!
2 Get Back!
3 We need wards.
4 Stun now!
5 Help!
6 Push now
7 Well played!
8 Missing!
9 Missing top!
10 Missing mid!
11 Missing bottom!
12 Go!
13 Initiate!
14 Follow me
15 Group up
16 Spread out
17 Split up and farm
18 Attack now!
19 Be right back
20 Dive!
21 On my way
22 Get ready
23 Bait
24 Heal
25 Mana
26 Out of mana
27 Skills on cooldown
28 Ultimate ready
29 Enemy returned
30 All enemy heroes missing!
31 Enemy incoming!
32 Invisible enemy nearby!
33 Enemy has rune
34 Split push
35 Coming to gank
36 Requesting a gank
37 Fight under the tower
38 Deny the tower!
41 We need detection
42 They have detection
43 Buy a Town Portal Scroll
45 Deward please
46 Building Mekansm
47 Building Pipe of Insight
48 Stack and pull please
49 Pull creeps please
50 Pulling creeps
51 Stack neutrals
52 Jungling
53 Roshan
54 Affirmative
55 Wait
56 Pause please!
57 Current Game Time
58 Check runes please
59 Let’s smoke gank!
60 Good luck, have fun
61 Nice
62 Thanks!
63 Sorry
64 Don’t give up!
65 That just happened
66 Game is hard
67 New meta
68 My bad
69 I immediately regret my decision
70 Relax, you’re doing fine
73 Good game
74 Good game, well played
77 What should I buy?
78 I’m retreating
79 Space created
80 Whoops
81 Destroy the tower, then get back
82 Destroy the barracks, then get back
83 Ward the bottom rune
84 Ward the top rune
85 Zeus Ult Now!
231 Negative
232 Not Yet
"""
WHEEL: Final = {
    number: words
    for number, _, words in (line.partition(" ") for line in _PHRASES.strip().splitlines())
}


def wheel_words(number: str) -> str:
    """Give the words a number of the wheel stands for, or say which number it is."""
    return WHEEL.get(number, f"chat wheel {number}")
