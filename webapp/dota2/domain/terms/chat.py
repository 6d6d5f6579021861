"""The words of the Chat and log page."""

from webapp.dota2.domain.terms.term import Group, Term

GROUP = Group(
    "chat",
    "Chat and log",
    (
        Term(
            "chat-lines",
            "Chat",
            "What players said to everybody, and the words they chose from the chat wheel.",
            "A replay holds no team chat. Of the wheel, the plain phrases everybody has are told "
            "in words; sounds and phrases that are bought or come with a season, by number.",
        ),
        Term(
            "chat-log",
            "Log",
            "Everything with a second in one list: kills, buildings, Roshan, purchases, buybacks, "
            "pauses, connections.",
            "Of purchases, those that cost 2,000 gold or more.",
        ),
    ),
)
