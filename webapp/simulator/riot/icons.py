"""Which profile icon somebody has set, so that a claim can be tried out.

POST /riot/_icon with {"riot_id": "Amber Heron#EUW", "icon": 7} sets one.
"""

import json
import threading

from webapp.simulator.replies import Reply, error_reply, json_reply
from webapp.simulator.riot.people import Person, person_by_riot_id

PATH = "/_icon"
_set: dict[str, int] = {}
_lock = threading.Lock()


def icon_of(person: Person) -> int:
    """Give the icon somebody has set; at first one of the oldest."""
    return _set.get(person.riot_id, 1 + person.number % 28)


def set_icon(body: bytes) -> Reply:
    """Set somebody's icon."""
    order = json.loads(body)
    name, _, tag = str(order["riot_id"]).rpartition("#")
    person = person_by_riot_id(name, tag)
    if person is None:
        return error_reply(404, "Nobody is called that.")
    with _lock:
        _set[person.riot_id] = int(order["icon"])
    return json_reply({"done": True}, max_age_s=0)
