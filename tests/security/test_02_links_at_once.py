"""Line 2: what signs in once does so once, however many use it at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from flask import Flask

from tests.access.asking import ask_for
from tests.access.people import sit_down
from tests.access.things import sign_in_link
from webapp.core.db import db


def test_02_a_link_used_by_many_at_once_signs_one_in(house: Flask) -> None:
    ada = sit_down(house, "owner").person
    assert ada
    with house.app_context():
        secret = sign_in_link(ada)
        db.session.remove()

    def use(_number: int) -> int:
        return ask_for(house.test_client(), "POST", f"/sign-in/link/{secret}").status_code

    with ThreadPoolExecutor(4) as pool:
        codes = sorted(pool.map(use, range(8)))
    assert codes == [303, *[410] * 7]
