"""Bodies become matches, whatever mode and age they are of."""

from datetime import UTC, datetime

import pytest

from tests.lol.real import bodies, generated, read, real_matches
from webapp.lol.domain.analysis import analyse
from webapp.lol.domain.parse import parse_match
from webapp.lol.domain.records import MatchUnreadable


def test_every_real_match_is_read_and_knows_its_kind() -> None:
    kinds = {match_id: (one.mode, one.ending) for match_id, one in real_matches().items()}
    assert kinds["JP1_566638130"] == ("rift", "finished")
    assert kinds["JP1_546614216"] == ("rift", "surrender")
    assert kinds["BR1_2619338540"] == ("remake", "remake")
    assert kinds["EUW1_6834713231"] == ("aborted", "aborted")
    assert kinds["RU_490603994"] == ("rift", "aborted")
    assert kinds["EUW1_6511808246"] == kinds["JP1_445141671"] == ("arena", "finished")
    assert kinds["JP1_456819992"] == ("swarm", "finished")
    assert kinds["JP1_518437246"] == ("aram", "surrender")
    assert len(kinds) == 18


def test_a_game_that_never_began_has_nobody_and_says_so() -> None:
    match = real_matches()["EUW1_6834713231"]
    assert (match.players, match.teams, match.winner, match.duration_s) == ((), (), None, 0)
    assert match.started_at is None
    assert match.missing == ("This game broke off before it began, so nothing of it is recorded.",)


def test_a_game_that_broke_off_late_keeps_all_that_happened() -> None:
    match = real_matches()["RU_490603994"]
    assert match.timeline is not None
    assert len(match.players) == 10
    assert len(match.timeline.kills) == 75


def test_whoever_has_no_sample_in_a_frame_stays_as_they_were() -> None:
    body, timeline = bodies()
    whole = analyse(read(body, timeline))
    timeline["info"]["frames"][10]["participantFrames"]["3"] = None
    match = read(body, timeline)
    assert match.timeline is not None
    assert not match.timeline.frames.present[2, 10]
    told = analyse(match)
    gold, before = told.moments.players[2].gold, whole.moments.players[2].gold
    assert gold == (*before[:10], before[9], *before[11:])
    earned = before[10] - before[9]
    assert told.lead.samples[10].a == whole.lead.samples[10].a - earned
    assert told.known.gold_a[10] == whole.known.gold_a[10] - earned
    assert told.known.xp_a[9] <= told.known.xp_a[10] <= told.known.xp_a[11]


def test_lengths_in_milliseconds_are_told_from_seconds() -> None:
    assert real_matches()["ESPORTSTMNT03_2074792"].duration_s == 1990
    assert real_matches()["ESPORTSTMNT01_2693492"].duration_s == 1648
    body, _ = bodies()
    body["info"]["gameDuration"] = 1_870_254
    assert read(body).duration_s == 1870


def test_a_pro_game_without_metadata_takes_its_id_from_two_fields() -> None:
    match = real_matches()["ESPORTSTMNT03_2074792"]
    assert (match.platform, match.game_id, match.patch) == ("ESPORTSTMNT03", 2074792, "11.15")
    assert match.players[0].name == "NS Rich"
    assert match.players[0].spells == (4, 12)


def test_arena_has_places_and_no_sides() -> None:
    for match_id, teams in (("EUW1_6511808246", 4), ("JP1_445141671", 8)):
        match = real_matches()[match_id]
        assert {one.side for one in match.players} == {None}
        assert {one.side for one in match.teams} == {None}
        assert match.winner is None
        places = {one.subteam: one.subteam_place for one in match.players}
        assert sorted(places.values()) == list(range(1, teams + 1))


def test_swarm_has_one_player_and_neither_sides_nor_runes() -> None:
    match = real_matches()["JP1_456819992"]
    assert len(match.players) == 1
    assert (match.players[0].side, match.players[0].runes, match.winner) == (None, None, None)
    assert match.players[0].champion_name == "Strawberry_Jinx"


@pytest.mark.parametrize("players", [1, 2, 3])
def test_swarm_is_read_with_any_number_of_players(players: int) -> None:
    body, _ = bodies()
    body["info"] |= {"gameMode": "STRAWBERRY", "mapId": 33, "queueId": 1830}
    body["info"]["participants"] = body["info"]["participants"][:players]
    assert (read(body).mode, len(read(body).players)) == ("swarm", players)


def test_arena_is_read_with_eighteen_players() -> None:
    body, _ = bodies("EUW1_4")
    people = body["info"]["participants"]
    people += [{**people[0], "participantId": number, "playerSubteamId": 9} for number in (17, 18)]
    assert len(read(body).players) == 18


def test_an_unflagged_game_too_short_to_win_is_a_remake_and_a_long_flagged_one_is_not() -> None:
    body, _ = bodies()
    body["info"]["gameDuration"] = 200
    assert read(body).mode == "remake"
    body["info"]["gameDuration"] = 1200
    body["info"]["participants"][3]["gameEndedInEarlySurrender"] = True
    assert (read(body).mode, read(body).ending) == ("rift", "early surrender")


def test_the_neutral_team_and_an_announced_soul_belong_to_no_side() -> None:
    monsters = [
        one
        for match in real_matches().values()
        if match.timeline
        for one in match.timeline.monsters
    ]
    assert sum(one.side is None for one in monsters) == 6
    souls = [
        one for match in real_matches().values() if match.timeline for one in match.timeline.souls
    ]
    assert [one.side for one in souls].count(None) == 4
    assert [one.side for one in souls].count("b") == 4


def test_a_building_is_named_by_the_side_that_lost_it() -> None:
    for match in real_matches().values():
        if match.timeline is None or match.mode != "rift":
            continue
        for side, other in (("a", "b"), ("b", "a")):
            lost = [one for one in match.timeline.buildings if one.side == side]
            team = match.team(other)
            taken = team.tally("turret") if team else None
            if match.timeline.has_events and taken:
                assert sum(one.kind == "turret" for one in lost) == taken.kills


def test_what_killed_without_being_a_player_is_nobody() -> None:
    body, timeline = bodies()
    for frame in timeline["info"]["frames"]:
        for event in frame["events"]:
            if event["type"] in {"CHAMPION_KILL", "BUILDING_KILL"}:
                event["killerId"] = 0
    match = read(body, timeline)
    assert match.timeline is not None
    assert {one.killer for one in match.timeline.kills} == {None}
    assert {one.killer for one in match.timeline.buildings} == {None}


def test_a_timeline_without_events_says_so_and_keeps_its_frames() -> None:
    match = real_matches()["NA1_5506397559"]
    assert match.timeline is not None
    assert not match.timeline.has_events
    assert len(match.timeline.frames.at_s) == 16
    assert "The timeline ends before the match does." in match.missing


def test_the_nearest_frame_is_found_though_timestamps_drift() -> None:
    timeline = generated().timeline
    assert timeline is not None
    frame = timeline.frames.nearest(600)
    assert frame == 10
    assert timeline.frames.nearest(629) == 10
    assert timeline.frames.nearest(99_999) == len(timeline.frames.at_s) - 1


def test_a_match_without_timeline_is_whole_but_for_its_minutes() -> None:
    body, _ = bodies()
    match = read(body)
    assert match.timeline is None
    assert match.winner == generated().winner
    assert match.missing == (
        "The timeline of this match is not here: nothing by the minute can be shown.",
    )


def test_times_are_aware_and_in_utc() -> None:
    assert real_matches()["JP1_566638130"].started_at == datetime(
        2026, 2, 21, 14, 48, 44, 811_000, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "This is not a JSON document."),
        (b"[]", "does not have the form we know"),
        (b"{}", "This response has no match id."),
        (b'{"gameId":2693492,"participants":[{"participantId":1}]}', "has no match id."),
        (b'{"metadata":{"matchId":"EUW1_5"},"info":{}}', "This response names no players."),
        (
            b'{"metadata":{"matchId":"EUW1_5"},"info":{"gameDuration":"x"}}',
            "does not have the form we know",
        ),
        (b"[" * 500_000, "larger than a match"),
    ],
)
def test_what_is_no_match_is_refused_in_a_sentence(body: bytes, sentence: str) -> None:
    with pytest.raises(MatchUnreadable, match=sentence):
        parse_match(body)


def test_another_match_and_a_foreign_timeline_are_refused() -> None:
    body, _ = bodies()
    _, other = bodies("EUW1_2")
    with pytest.raises(MatchUnreadable, match="about match EUW1_2"):
        read(body, other)
    with pytest.raises(MatchUnreadable, match="not EUW1_7"):
        parse_match(b'{"metadata":{"matchId":"EUW1_8"},"info":{}}', expect_match_id="EUW1_7")
