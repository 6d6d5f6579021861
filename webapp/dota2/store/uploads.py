"""Files readers brought, until a worker has read them."""

from __future__ import annotations

from functools import partial
from typing import Final

from webapp.dota2.models import Dota2Upload
from webapp.matchroom import uploads
from webapp.matchroom.uploads import Inbox, plain_name

INBOX: Final[Inbox[Dota2Upload]] = Inbox(game="dota2", row=Dota2Upload)

save_upload = partial(uploads.save_upload, INBOX)
load_upload = partial(uploads.load_upload, INBOX)

__all__ = ["INBOX", "load_upload", "plain_name", "save_upload"]
