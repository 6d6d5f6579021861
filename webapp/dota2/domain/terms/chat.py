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
            "A replay holds no team chat. A wheel’s words are told where the game’s data name "
            "them; sounds bought in the game are not among them.",
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
