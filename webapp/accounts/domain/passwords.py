"""Which passwords are taken: long ones that nobody guesses first. No rules of composition.

Length is what counts (NIST SP 800-63B-4); the commonest long ones are refused, and those that
repeat themselves or the address.
"""

from __future__ import annotations

from typing import Final

SHORTEST: Final = 12
LONGEST: Final = 128
FEWEST_LETTERS: Final = 5

_LIST: Final = """
    123456789012 1234567890123 12345678901234 123456789123 0123456789012 123123123123 123412341234
    111111111111 000000000000 112233445566 098765432109 987654321012 1q2w3e4r5t6y 1q2w3e4r5t6y7u
    q1w2e3r4t5y6 1qaz2wsx3edc 1qazxsw23edc zaq12wsxcde3 qazwsxedcrfv qwertyuiop12 qwertyuiop123
    qwertyuiopas qwertyuiop[] qwerty123456 qwerty1234567 qwertyqwerty asdfghjkl123 asdfasdfasdf
    asdfghjklqwe zxcvbnm12345 password1234 password12345 password123456 passwordpassword
    password1password1 mypassword123 mypassword1234 newpassword1 changeme1234 changemechangeme
    administrator administrator1 adminadminadmin admin1234567 admin123456789 rootrootroot
    letmeinletmein letmein12345 welcomewelcome welcome12345 welcome123456 iloveyou1234
    iloveyouiloveyou iloveyousomuch iloveyou12345 trustno1trustno1 sunshine1234 princess1234
    football1234 baseball1234 superman1234 dragon123456 monkey123456 master123456 shadow123456
    abc123456789 abcd12345678 abcdefghijkl abcdefghijklm aabbccddeeff abcabcabcabc a1b2c3d4e5f6
    correcthorsebatterystaple thisismypassword secretsecret1 computer1234 internet1234
    samsung12345 liverpool123 liverpool1234 manchester123 arsenal12345 chelsea12345 barcelona123
    leagueoflegends counterstrike minecraft1234 guildhall123 guildhall1234 dota2dota2dota2
"""
COMMONEST: Final = frozenset(_LIST.split())
"""The commonest passwords of twelve letters and more, in small letters."""


def refused(password: str, address: str) -> str:
    """Say in a sentence why a password is not taken; nothing when it is."""
    small = password.lower()
    if len(password) < SHORTEST:
        return f"Choose a longer password: {SHORTEST} letters or more. A few words do well."
    if len(password) > LONGEST:
        return f"Choose a shorter password: {LONGEST} letters at most."
    if small in COMMONEST or len(set(small)) < FEWEST_LETTERS:
        return "Many people use this password, so it is the first to be tried. Choose another one."
    if address and (small in address or address.partition("@")[0] * 2 in small or address in small):
        return "This password is made of your address. Choose another one."
    return ""
