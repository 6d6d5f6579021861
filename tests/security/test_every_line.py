"""Where each line of the checklist is proved; a line without a test here, or a test gone, fails.

Each line has a file here or more, named by its number as each test in it is; what else proves
it elsewhere is named below.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import ROOT
from tests.games import GAMES, said_absent

HERE: Final = Path(__file__).parent
LINES: Final = range(1, 29)
FILES: Final = sorted(set(HERE.glob("test_*.py")) - {Path(__file__)})
ELSEWHERE: Final = {
    3: ("tests/hostile/test_requests.py::test_another_host_is_refused",),
    4: (
        "tests/core/test_security.py::test_every_unsafe_route_refuses_another_site",
        (
            "tests/security/test_13_matrix.py::"
            "test_13_looking_gives_each_of_seven_what_the_table_says_and_writes_nothing"
        ),
    ),
    # No token has to reach the browser; the version of htmx is pinned and its settings stand.
    5: (
        "tests/core/test_static.py::test_a_file_from_elsewhere_is_exactly_as_published",
        "tests/architecture/test_templates.py::test_a_template_works_without_script",
    ),
    17: (
        "tests/admin/test_changes.py::test_every_way_to_change_something_is_tried_below",
        (
            "tests/admin/test_changes.py::"
            "test_a_change_leaves_exactly_one_row_with_actor_request_and_both_sides"
        ),
        (
            "tests/admin/test_changes.py::"
            "test_a_change_wants_an_admin_our_own_page_and_a_fresh_sign_in"
        ),
        "tests/admin/test_changes.py::test_the_audit_cannot_be_rewritten_even_by_the_app_itself",
    ),
    19: (
        "tests/architecture/test_templates.py::test_a_template_reads_and_holds_nothing_forbidden",
    ),
    21: (
        "tests/core/test_http_walls.py::test_a_name_may_not_lead_inside",
        "tests/core/test_http_walls.py::test_a_name_that_changes_its_mind_is_asked_only_once",
        "tests/core/test_http_walls.py::test_a_redirect_is_not_followed",
        "tests/core/test_http_walls.py::test_an_address_off_the_list_is_never_called",
        "tests/core/test_http_walls.py::test_a_listed_host_that_leads_here_is_never_called",
        "tests/core/test_http_download.py::test_a_name_that_leads_inside_is_not_called",
    ),
    22: (
        "tests/core/test_http_faults.py::test_a_fault_ends_in_a_named_error",
        "tests/deadlock/test_demo_unpack.py::test_a_bomb_is_stopped_at_the_cap",
        "tests/hostile/test_files.py::test_a_file_that_is_no_match_is_refused_with_a_sentence",
        "tests/core/test_jail.py::test_more_memory_than_it_may_is_its_end",
        "tests/core/test_jail.py::test_more_processor_time_than_it_may_is_its_end",
        "tests/worker/test_worker.py::test_a_jobs_process_may_use_so_much_memory_and_processor_time",
    ),
    23: (
        "tests/hostile/test_files.py::test_a_file_that_is_no_match_is_refused_with_a_sentence",
        "tests/hostile/test_files.py::test_an_odd_match_is_kept_whole_or_not_at_all",
        "tests/hostile/test_lol.py::test_what_no_row_can_hold_is_left_out_of_an_account",
        "tests/lol/test_hostile_bodies.py::test_any_bytes_are_read_or_refused",
    ),
    26: (
        "tests/core/test_limits.py::test_the_thirty_first_in_a_minute_is_told_when_to_return",
        (
            "tests/core/test_limits.py::"
            "test_without_valkey_work_can_be_asked_for_within_the_same_limit"
        ),
    ),
}


def names_in(file: Path) -> list[str]:
    """Give the names of the tests of a file."""
    body = ast.parse(file.read_bytes()).body
    kinds = (ast.FunctionDef, ast.ClassDef)
    return [one.name for one in body if isinstance(one, kinds) and one.name.lower()[:4] == "test"]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_checklist_has_a_test_here(line: int) -> None:
    assert [name for file in HERE.glob(f"test_{line:02}_*.py") for name in names_in(file)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_here_and_every_test_in_it_is_named_after_its_line(file: Path) -> None:
    numbered = re.fullmatch(r"(test_(\d\d)_)\w+\.py", file.name)
    assert numbered
    assert int(numbered[2]) in LINES
    assert [name for name in names_in(file) if not name.startswith(numbered[1])] == []


@pytest.mark.parametrize("named", sorted({name for names in ELSEWHERE.values() for name in names}))
def test_what_is_proved_elsewhere_is_there(named: str) -> None:
    file, _, name = named.partition("::")
    if absent := said_absent(tuple({*GAMES} & {*Path(file).parts})):
        pytest.skip(absent)
    assert name in names_in(ROOT / file)
