"""Two admins who take each other's role at the same moment: one of them stays."""

from __future__ import annotations

import threading

from flask import Flask
from sqlalchemy import func, select

from tests.people import person
from webapp.accounts.actions import people
from webapp.accounts.actions.people import NotNow
from webapp.accounts.models import Account
from webapp.core.db import db


def test_one_of_two_admins_who_depose_each_other_stays(app: Flask) -> None:
    first, second = person("Di").id, person("Di").id
    together, refused = threading.Barrier(2), []

    def depose(victim: int, by: int) -> None:
        with app.app_context():
            together.wait()
            try:
                people.give_role(victim, "player", actor=f"account:{by}")
            except NotNow as wrong:
                refused.append(str(wrong))
            finally:
                db.session.remove()

    threads = [
        threading.Thread(target=depose, args=pair) for pair in ((first, second), (second, first))
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    admins = select(func.count()).select_from(Account).where(Account.role == "admin")
    assert db.session.scalar(admins) == 1
    assert len(refused) == 1
