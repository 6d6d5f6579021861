"""The one way mail goes out: plain text over SMTP, with a deadline. From a job only.

What cannot be delivered ever is `Undeliverable`; everything else may be tried again.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from webapp.core.settings import current_settings

SECONDS: Final = 15.0
PORTS: Final = {"smtp": 587, "smtps": 465}
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
PERMANENT: Final = 500


class Undeliverable(Exception):
    """The mail can never arrive: a bad address, or one the server refuses for good."""


class MailAway(Exception):
    """The mail server does not take mail at the moment."""


def send_mail(to: str, subject: str, text: str) -> None:
    """Send one mail; raises Undeliverable or MailAway. A job calls this, a page never."""
    message = _message(to, subject, text)
    try:
        with _server(urlsplit(current_settings().smtp_url)) as server:
            server.send_message(message, to_addrs=[to])
    except smtplib.SMTPRecipientsRefused as refused:
        code, said = next(iter(refused.recipients.values()))
        raise _trouble(code, said) from refused
    except smtplib.SMTPResponseException as refused:
        raise MailAway(f"The mail server answered {refused.smtp_code}.") from refused
    except (smtplib.SMTPException, OSError) as error:
        raise MailAway(f"The mail server does not answer ({type(error).__name__}).") from error


def _message(to: str, subject: str, text: str) -> EmailMessage:
    message = EmailMessage()
    sender = current_settings().mail_from
    try:
        message["From"], message["To"], message["Subject"] = sender, to, subject
    except (ValueError, MessageError) as bad:
        raise Undeliverable("This is not an address mail can go to.") from bad
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2].rstrip(">") or None)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    return message


def _trouble(code: int, said: bytes) -> Exception:
    if code >= PERMANENT:
        return Undeliverable("The mail server refuses this address for good.")
    return MailAway(f"The mail server answered {code} {said.decode(errors='replace')[:200]}.")


@contextmanager
def _server(at: SplitResult) -> Iterator[smtplib.SMTP]:
    """Open the server of the settings, encrypted wherever it is not this machine itself."""
    host, port = at.hostname or "localhost", at.port or PORTS[at.scheme]
    walls = ssl.create_default_context()
    opened: smtplib.SMTP
    if at.scheme == "smtps":
        opened = smtplib.SMTP_SSL(host, port, timeout=SECONDS, context=walls)
    else:
        opened = smtplib.SMTP(host, port, timeout=SECONDS)
    try:
        if at.scheme == "smtp" and host not in LOOPBACK:
            opened.starttls(context=walls)
        if at.username:
            opened.login(unquote(at.username), unquote(at.password or ""))
        yield opened
    finally:
        with suppress(smtplib.SMTPException, OSError):
            opened.quit()  # what was taken is not sent again for a farewell that went wrong
