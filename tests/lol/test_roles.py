"""Who played which role: as the match names it, or as can be worked out, or nobody knows."""

from tests.lol.real import bodies, read, real_matches

ROLES = ["top", "jungle", "middle", "bottom", "support"]


def test_roles_of_pro_games_come_from_the_seats_because_the_body_names_them_at_random() -> None:
    for match_id in ("ESPORTSTMNT01_2693492", "ESPORTSTMNT03_2074792"):
        match = real_matches()[match_id]
        assert [one.role for one in match.players] == ROLES * 2
        assert all(one.role_worked_out for one in match.players)
        supports = [one for one in match.players if one.role == "support"]
        assert all((one.farm.cs or 0) < 60 for one in supports)


def test_seats_are_not_believed_when_the_second_has_no_smite() -> None:
    body, _ = bodies()
    for player in body["info"]["participants"]:
        player |= {"individualPosition": "AFK", "summoner1Id": 4, "summoner2Id": 14}
    assert {one.role for one in read(body).players} == {None}


def test_the_one_role_left_over_belongs_to_the_one_player_without() -> None:
    match = real_matches()["BR1_2619338540"]
    assert [one.role for one in match.players] == ROLES * 2
    assert [one.role_worked_out for one in match.players].index(True) == 4
    assert "The roles of some players are not named and were worked out." in match.missing


def test_a_role_named_twice_is_nobodys() -> None:
    body, _ = bodies()
    body["info"]["participants"][0]["teamPosition"] = "JUNGLE"
    assert [one.role for one in read(body).players[:3]] == [None, None, "middle"]


def test_the_individual_position_is_never_the_role() -> None:
    body, _ = bodies()
    for player in body["info"]["participants"]:
        player["individualPosition"] = "Invalid"
    assert [one.role for one in read(body).players] == ROLES * 2
