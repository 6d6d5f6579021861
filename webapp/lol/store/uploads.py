"""Files of matches readers brought, kept as every room keeps them."""

from __future__ import annotations

from functools import partial
from typing import Final

from webapp.lol.models import LolUpload
from webapp.matchroom import uploads
from webapp.matchroom.uploads import Inbox

INBOX: Final = Inbox("lol", LolUpload)

save_upload = partial(uploads.save_upload, INBOX)
load_upload = partial(uploads.load_upload, INBOX)
read_upload = uploads.read_upload
drop_body = partial(uploads.drop_body, INBOX)
name_match = partial(uploads.name_match, INBOX)
