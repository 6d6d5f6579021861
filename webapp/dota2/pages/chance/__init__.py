"""The Win chance tab and its method page: the model's curve, what swung it, how good it is.

Without a model the tab leans on the gold lead, and says how many matches are still wanting.
"""

from webapp.dota2.pages.chance.method import ChanceMethodPage, chance_method_page
from webapp.dota2.pages.chance.page import CHANCE, ChancePage, chance_page

__all__ = ["CHANCE", "ChanceMethodPage", "ChancePage", "chance_method_page", "chance_page"]
