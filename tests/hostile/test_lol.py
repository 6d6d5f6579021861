"""League of Legends under bad addresses, bad bodies and an upstream that lost its mind."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from tests.hostile.sound import sound
from tests.lol.conftest import Riot
from tests.lol.conftest import riot as riot  # noqa: PLC0414 - a fixture is known by its name
from tests.lol.kept import ADA, bodies_of, done, keep
from tests.lol.told import ARENA, RIFT
from webapp.core.db import db
from webapp.lol import actions
from webapp.lol.domain.platforms import PLATFORMS
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.ladder import FLEX
from webapp.lol.ingest.news import News, save_news
from webapp.lol.pages.frame import FRAMING, url_of
from webapp.lol.store import accounts, games, ranks
from webapp.lol.store.matches import load_row
from webapp.lol.upstream.replies import Account, LeagueEntry, Mastery, Summoner

OURS = {"Sec-Fetch-Site": "same-origin"}
LONG = "a" * 5000
PATHS = (
    "/lol/matches/EUW1_0", "/lol/matches/euw1_00000000001", "/lol/matches/EUW1_999999999999",
    "/lol/matches/%00_1", "/lol/matches/EUW1_1%00", "/lol/matches/EUW1_²", "/lol/matches/../etc",
    f"/lol/matches/{LONG}_1", "/lol/matches/EUW1_7100000001/nothing",
    "/lol/summoners/euw1/%00-EUW", "/lol/summoners/euw1/-", "/lol/summoners/euw1/Ada-",
    "/lol/summoners/euw1/%F0%9F%92%A9-EUW", "/lol/summoners/euw1/Ada-EUW?page=-99999999999999999",
    "/lol/summoners/euw1/%3Cscript%3E-EUW", "/lol/summoners/euw1/Ada-EUW?since=0000-00-00",
    "/lol/summoners/euw1/Ada-EUW?champion=99999999999999999999&queue=%00&role=%ff",
    f"/lol/summoners/euw1/{LONG}-EUW", "/lol/summoners?name=%00%23EUW",
    f"/lol/summoners?name={LONG}",
    "/lol/summoners/find/Ada-EUW/tables/..%2f.csv", "/lol/champions/0", "/lol/champions/99999999",
    "/lol/champions/-1", f"/lol/uploads/{'0' * 64}", "/lol/uploads/%00",
    "/api/lol/users/%00/matches", "/api/lol/users/nobody/fetch_rank",
    f"/api/lol/users/{LONG}/matches",
    "/api/lol/matches/%00", "/api/lol/champions/99999999", "/api/lol/champions/x",
)  # fmt: skip
BODIES = (
    b"\x00", b"{", b'{"summonerName":"\\u0000#EUW"}', b'{"summonerName":"' + b"a" * 9000 + b'#E"}',
    b"[" * 4000, b'{"summonerName":"\\ud800#EUW"}', b'{"summonerName":{"a":1}}', b"null", b"7",
)  # fmt: skip
CHOICES = (
    "t=-1", "t=99999999999999999999", "t=%00", "t=1e9", "t=1&t=2", "from=9&to=-9",
    "from=%ff&to=%C2%B2", "from=0&to=86400&t=5", f"from={LONG}&to={LONG}", "player=-1", "player=11",
    "player=0", "player=99999999999999999999", "player=%3Csvg%3E", "player=%C2%B2", "player=%00",
    "player=" + "9" * 5000, "figure=__class__", "figure=<script>", "figure=%00", "of=__class__",
    "of=<script>", "of=lane&figure=cs&figure=xp", f"of={LONG}", "sort=__class__", "sort=<script>",
    f"sort={LONG}", "v=%00", f"nothing={LONG}", "<script>=1",
)  # fmt: skip


def test_no_address_breaks_the_room(client: FlaskClient) -> None:
    for path in PATHS:
        sound(client.get(path))


@pytest.mark.parametrize(("match_id", "every"), [(RIFT, 1), (ARENA, 3)])
def test_no_choice_breaks_a_tab_of_a_match(client: FlaskClient, match_id: str, every: int) -> None:
    keep(match_id)
    for number, tab in enumerate(FRAMING.tabs):
        for choice in CHOICES[number % every :: every]:
            answer = sound(client.get(f"{url_of(match_id)}{tab.path}?{choice}"))
            assert answer.status_code == 200, (tab, choice)
            assert b"<script>" not in answer.data, (tab, choice)


def test_no_body_breaks_signing_in(client: FlaskClient) -> None:
    for body in BODIES:
        answer = client.post("/api/lol/users/sign_in", data=body, headers=OURS)
        assert answer.status_code == 400, body[:40]


def test_asking_takes_only_what_exists(client: FlaskClient) -> None:
    for path in (
        "/lol/matches/EUW1_5/analysis",
        "/lol/matches/ADA_7100000001/analysis",
        "/lol/summoners/mars/Ada-EUW/update",
        "/lol/summoners/euw1/Ada/update",
    ):
        assert client.post(path, headers=OURS).status_code == 404
    assert client.post("/lol/summoners/euw1/Ada-EUW/update").status_code == 403


def test_an_upstream_that_drifts_leaves_every_run_with_an_end(
    client: FlaskClient, riot: Riot
) -> None:
    ends = set()
    for seed in range(12):
        riot.calm()
        riot.order(path_pattern="/riot/", fault="drift", seed=seed)
        ends.add(done(actions.ask_for_summoner(RiotId(ADA.name, ADA.tag), "EUW1")).state)
        number = 7_100_000_002 + seed
        ends.add(done(actions.ask_for_match(f"EUW1_{number}")).state)
        if load_row(f"EUW1_{number}"):
            for tab in FRAMING.tabs[seed % 3 :: 3]:
                answer = sound(client.get(url_of(f"EUW1_{number}") + tab.path))
                assert answer.status_code == 200, (seed, tab)
    assert ends <= {"done", "failed", "waiting"}
    assert "done" in ends


def test_what_no_row_can_hold_is_left_out_of_an_account(client: FlaskClient) -> None:
    del client
    huge = 2**63
    unnamed = LeagueEntry(FLEX, "GOLD", "II", 40, 10, 8, league_id="\0" * 200)
    told = News(
        platform=PLATFORMS["EUW1"],
        asked=RiotId("Ada", "EUW"),
        account=Account("p" * 78, "A\0da", "E\0"),
        summoner=Summoner(huge, -1, huge),
        ranks=(
            LeagueEntry("RANKED_SOLO_5x5", "GOLD", "II", huge),
            LeagueEntry("\0", "GOLD"),
            unnamed,
        ),
        mastery=(Mastery(huge, 1, 1), Mastery(1, huge, 5, huge), Mastery(2, 3, 4), Mastery(2)),
        match_ids=("EUW1_7100000002", "\0", "EUW1_", "EUW1_7100000002", "../../x"),
        live=None,
    )
    account_id = save_news(told)
    db.session.commit()
    account = accounts.load_account(RiotId("Ada", "EUW"))
    assert account is not None
    assert (account.icon, account.level) == (None, None)
    assert [(one.queue, one.league_id) for one in ranks.load_standing(account_id)] == [(FLEX, "")]
    assert [one.champion_id for one in accounts.load_mastery(account_id, 9)] == [2]
    assert games.not_kept(account_id, 9) == ["EUW1_7100000002"]


def test_files_that_are_no_match_end_in_a_sentence(client: FlaskClient) -> None:
    del client
    body, timeline = bodies_of("EUW1_7100000008")
    assert timeline is not None
    told = json.loads(body)
    told["info"]["participants"] = []
    strange = (
        b"", b"{}", b"[]", b"{" * 5000, b'{"info":{}}', b'{"info":{"frames":[]}}', body[:9000],
        timeline[:9000], json.dumps(told).encode(), b'{"info":{"frames":[]},"metadata":{}}',
        b'{"info":{"frames":[{}]},"metadata":{"matchId":"EUW1_7100000008"}}', b"\x00" * 100,
    )  # fmt: skip
    for one in strange:
        run_id, _ = actions.keep_upload("strange.json", one)
        run = done(f"/jobs/{run_id}")
        assert run.state in {"failed", "done"}, (one[:60], run.error)
        assert run.sentence
