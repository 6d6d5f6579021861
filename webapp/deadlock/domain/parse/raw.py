"""The protobuf body as the same wire structs the JSON body becomes."""

from typing import Any, Final

import msgspec
from google.protobuf import message
from google.protobuf.descriptor import FieldDescriptor

from webapp.deadlock.domain import records, wire
from webapp.deadlock.domain.parse.assemble import assemble
from webapp.deadlock.domain.parse.container import inflate, sniff
from webapp.deadlock.domain.protobuf_schema import message_class
from webapp.matchplay.unreadable import MatchUnreadable, refusals

PACKED: Final = ("bzip2", "zstandard")
_LARGEST: Final = 8 * 1024 * 1024


def parse_raw(body: bytes, *, expect_match_id: int | None = None) -> records.Match:
    """Read the raw protobuf metadata of one match, already inflated.

    Raises MatchUnreadable, and nothing else, just as `parse_metadata` does.
    """
    if len(body) > _LARGEST:
        raise MatchUnreadable("This file is larger than a match can be.")
    with refusals():
        return assemble(_decode(body), expect_match_id=expect_match_id)


def as_json(body: bytes) -> bytes | None:
    """Write a raw body, packed or not, as JSON of the same fields; None for what is none.

    To be looked at: nothing of it is judged here.
    """
    try:
        raw = inflate(body) if sniff(body) in PACKED else body
        known = sniff(raw) == "protobuf" and len(raw) <= _LARGEST
        return msgspec.json.encode(_plain(_details(raw))) if known else None
    except MatchUnreadable:
        return None


def _decode(body: bytes) -> wire.Body:
    return msgspec.convert(_plain(_details(body)), wire.Body)


def _details(body: bytes) -> message.Message:
    try:
        envelope: Any = message_class("Envelope").FromString(body)
        return message_class("Body").FromString(envelope.match_details)
    except message.DecodeError as wrong:
        raise MatchUnreadable("This file is no match metadata.") from wrong


def _plain(found: message.Message) -> dict[str, Any]:
    return {field.name: _value(field, value) for field, value in found.ListFields()}


def _value(field: FieldDescriptor, value: Any) -> Any:
    if field.type != FieldDescriptor.TYPE_MESSAGE:
        return list(value) if field.is_repeated else value
    return [_plain(one) for one in value] if field.is_repeated else _plain(value)
