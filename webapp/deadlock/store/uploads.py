"""Files of matches readers brought, kept as every room keeps them."""

from __future__ import annotations

from functools import partial
from typing import Final

from webapp.deadlock.models import DeadlockUpload
from webapp.matchroom import uploads
from webapp.matchroom.uploads import Inbox

INBOX: Final = Inbox("deadlock", DeadlockUpload)

save_upload = partial(uploads.save_upload, INBOX)
load_upload = partial(uploads.load_upload, INBOX)
