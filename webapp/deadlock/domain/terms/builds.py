"""The words of what is bought and learnt."""

from webapp.deadlock.domain.terms.term import Group, Term

GROUP = Group(
    "builds",
    "Builds",
    (
        Term(
            "build-paid",
            "Paid",
            "The price of an item less the parts it used up.",
            "Price − prices of the parts used up at that second, parts of parts included. Prices "
            "are those of today’s shop: a match does not record its own.",
            "souls",
        ),
        Term(
            "build-became",
            "What became of it",
            "Sold for souls, or used up as a part of a dearer item.",
            "A match marks what was used up. Which item it went into is told by what was bought "
            "at that very second and is made from it; where several are, the nearest above. What a "
            "sale gave back is not recorded.",
        ),
        Term(
            "build-imbue",
            "Imbues",
            "The ability an item was set into, for items that ask for one.",
            "As recorded with the purchase. An item moved to another ability later shows the last.",
        ),
        Term(
            "build-flags",
            "Flags",
            "Marks of a purchase whose meaning nobody has told yet, as the number they come as.",
            "The mark 1, used up, is the one that is known; it is taken out of the number.",
        ),
        Term(
            "build-usual",
            "Usual here",
            "When this hero buys this item in the other matches kept here: the middle time.",
            "The median over every other player of the hero who bought it, each match counted "
            "once, with n. Generated samples are left out.",
            "m:ss",
        ),
        Term(
            "build-spent",
            "Paid for items",
            "What was paid for items so far, at today’s prices.",
            "Sum of what was paid. Sales are not taken off, since what they gave is not recorded.",
            "souls",
        ),
        Term(
            "build-worth",
            "Worth of the items",
            "Prices of the items owned, as today’s shop asks.",
            "A match does not record prices, and they change with patches: in an older match the "
            "sum may be more than anybody ever had.",
            "souls",
        ),
        Term(
            "build-skills",
            "Skill order",
            "Unlocks and upgrades of abilities in the order they were taken.",
            "Rank 1 is the unlock; ranks 2, 3 and 4 cost 1, 2 and 5 ability points.",
        ),
        Term(
            "build-stacks",
            "Stacks",
            "The final count of items and abilities that count something.",
            "As recorded at the end. A counter the game never set is said to be so, not shown as "
            "the 4,294,967,295 it is written as.",
        ),
        Term(
            "build-buffs",
            "Permanent buffs",
            "Statues and other pickups that last to the end, by kind and level.",
            "Counts at the end of the match, those shared by allies included. When each was picked "
            "up and what it gave is recorded since September 2026; before, what one gives changed "
            "from patch to patch, so no sum is shown.",
        ),
        Term(
            "build-published",
            "Published build",
            "The build a player had chosen when the match began, as its author published it.",
            "Named by the match, fetched from deadlock-api in the version of that day where it is "
            "kept. A build may be changed during a match; that is not recorded.",
        ),
        Term(
            "build-in-order",
            "In the build’s order",
            "How many of the build’s items were bought in the order the build lists them.",
            "The longest run of bought items, gaps allowed, whose times rise as the build lists "
            "them.",
        ),
        Term(
            "build-taken",
            "Items of the build bought",
            "How many of the items a build asks for were bought.",
            "Each item once; lists the build calls optional are left out.",
        ),
        Term(
            "build-besides",
            "Bought besides",
            "Purchases of items the build does not name in any list.",
        ),
        Term(
            "build-alike",
            "Skill steps alike",
            "Steps of the build’s skill order at which the player took the same ability.",
            "Step by step from the first; a step the player never reached is not alike.",
        ),
    ),
)
