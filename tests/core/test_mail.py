"""Mail goes out as plain text, arrives once, and says why it does not."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from webapp.accounts.actions.mailing import Mail, ask_to_mail
from webapp.core.db import db
from webapp.core.mail import MailAway, Undeliverable, send_mail
from webapp.core.settings import EXTENSION
from webapp.jobs.ledger import state_of
from webapp.jobs.models import JobRun
from webapp.jobs.run import perform
from worker.queues import KINDS


class Post(socketserver.StreamRequestHandler):
    """Just enough of a mail server: takes what it is given, refuses nobody@."""

    def handle(self) -> None:
        """Talk to one sender."""
        self.wfile.write(b"220 post\r\n")
        while line := self.rfile.readline().decode().strip():
            if line.upper() == "DATA":
                self.wfile.write(b"354 go on\r\n")
                mail = b"".join(iter(self.rfile.readline, b".\r\n"))
                self.server.got.append(mail.decode())  # type: ignore[attr-defined]
            self.wfile.write(self._answer(line))
            if line.upper() == "QUIT":
                return

    @staticmethod
    def _answer(line: str) -> bytes:
        if line.upper().startswith("RCPT") and "nobody@" in line:
            return b"550 no such person\r\n"
        return b"221 bye\r\n" if line.upper() == "QUIT" else b"250 ok\r\n"


@pytest.fixture
def post(app: Flask) -> Iterator[list[str]]:
    """Give the mails that arrived at a server of this test."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Post) as server:
        server.got = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        before = app.extensions[EXTENSION]
        url = f"smtp://127.0.0.1:{server.server_address[1]}"
        app.extensions[EXTENSION] = replace(
            before, smtp_url=url, mail_from="Guildhall <hall@example.org>"
        )
        yield server.got  # type: ignore[attr-defined]
        app.extensions[EXTENSION] = before
        server.shutdown()


def test_a_mail_is_sent_by_a_job_and_lies_sealed_until_then(post: list[str]) -> None:
    run_id = ask_to_mail(Mail("ada@example.org", "Grüße", "A secret link."), key="1")
    db.session.commit()
    args = db.session.get_one(JobRun, run_id).args
    assert "secret" not in str(args)
    assert "ada" not in str(args)
    db.session.commit()
    assert perform(run_id, KINDS)
    assert state_of(run_id) == "done"
    assert "To: ada@example.org" in post[0]
    assert "A secret link." in post[0]


def test_an_address_refused_for_good_is_not_tried_again(post: list[str]) -> None:
    run_id = ask_to_mail(Mail("nobody@example.org", "Hello", "Text"), key="1")
    db.session.commit()
    perform(run_id, KINDS)
    assert state_of(run_id) == "failed"
    assert post == []


@pytest.mark.parametrize("to", ["ada@example.org\r\nBcc: cy@example.org", "a\nb"])
def test_a_line_end_in_an_address_writes_no_header(post: list[str], to: str) -> None:
    with pytest.raises(Undeliverable):
        send_mail(to, "Hello", "Text")
    with pytest.raises(Undeliverable):
        send_mail("ada@example.org", f"Hello\r\nBcc: {to}", "Text")
    assert post == []


def test_a_server_that_is_away_is_said_to_be(app: Flask, post: list[str]) -> None:
    app.extensions[EXTENSION] = replace(app.extensions[EXTENSION], smtp_url="smtp://127.0.0.1:1")
    with pytest.raises(MailAway, match="does not answer"):
        send_mail("ada@example.org", "Hello", "Text")
    assert post == []
