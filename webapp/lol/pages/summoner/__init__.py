"""The pages of a summoner: rank, form, matches; profile; champions; company; the game on."""

from webapp.lol.pages.summoner.champions import ChampionsPage, champions_page
from webapp.lol.pages.summoner.live import LivePage, live_page
from webapp.lol.pages.summoner.page import SummonerPage, summoner_page
from webapp.lol.pages.summoner.people import PeoplePage, people_page
from webapp.lol.pages.summoner.profile import ProfilePage, profile_page
from webapp.lol.pages.summoner.tables import summoner_csv

__all__ = [
    "ChampionsPage",
    "LivePage",
    "PeoplePage",
    "ProfilePage",
    "SummonerPage",
    "champions_page",
    "live_page",
    "people_page",
    "profile_page",
    "summoner_csv",
    "summoner_page",
]
