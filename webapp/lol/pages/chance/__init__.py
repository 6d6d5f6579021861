"""The Win chance tab and its method page: the curve, what swung it, how good the model is."""

from webapp.lol.pages.chance.method import ChanceMethodPage, chance_method_page
from webapp.lol.pages.chance.page import CHANCE, ChancePage, chance_page

__all__ = ["CHANCE", "ChanceMethodPage", "ChancePage", "chance_method_page", "chance_page"]
