"""What is sent along, by endpoint: in a form, or in the query of a page; nothing when not here."""

from __future__ import annotations

from typing import Any, Final

from tests.deadlock.test_player_pages import ADA

QUERIES: Final = {
    "following.show": f"of=/deadlock/players/{ADA}",
}
FORMS: Final[dict[str, dict[str, Any]]] = {
    "admin.choose_version": {"data": {"name": "deadlock.names", "version": "none"}},
    "admin.disable": {"data": {"why": "Spam"}},
    "admin.give_role": {"data": {"role": "organiser"}},
    "admin.pause_kind": {"data": {"kind": "test.match"}},
    "admin.release_kind": {"data": {"kind": "test.match"}},
    "admin.refresh_dataset": {"data": {"name": "deadlock.names"}},
    "admin.requeue_jobs": {"data": {"kind": "deadlock.match"}},
    "admin.rerun_kind": {"data": {"kind": "deadlock.match"}},
    "api_v1.lol_ask_coach": {"json": {"question": "What should I buy?"}},
    "api_v1.lol_begin_talk": {"json": {"question": "What should I buy?"}},
    "following.change": {"data": {"of": f"/deadlock/players/{ADA}"}},
    "lol.ask_coach": {"data": {"question": "What should I buy?"}},
    "lol.begin_talk": {"data": {"question": "What should I buy?"}},
    "tokens.make": {"data": {"name": "mine", "scope": "jobs"}},
}
