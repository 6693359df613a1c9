"""Load e-mail: the message is a source, each attachment another, a mailbox holds messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from briefgen.errors import SourceError
from briefgen.model import Limits
from briefgen.sources.archive import MOST_MEMBERS
from briefgen.sources.feed import day_of
from briefgen.sources.loaded import Loaded, Part
from briefgen.sources.markup import paragraphs_of, parse_html
from briefgen.sources.paragraphs import Built, build, clean
from briefgen.sources.shown import member_name
from briefgen.sources.text import decode

SEPARATOR = re.compile(rb"(?:\A|\n)From [^\n]*\n(?=[!-9;-~]+:)")
PICTURES = (
    "image/",
    "audio/",
    "video/",
    "application/pgp-signature",
    "application/pkcs7-signature",
    "text/calendar",
    "text/x-vcard",
    "text/vcard",
)
SIGNATURE = re.compile(r"\n-- ?\n.*\Z", re.DOTALL)


def load_mail(data: bytes, limits: Limits) -> Loaded:
    """Load one message: its own text, and its attachments as parts. Pictures and signatures are no sources."""
    message: Message = message_from_bytes(data, policy=policy.compat32)
    leaves = list(_leaves(message, limits.max_depth))
    if any(leaf.get_content_type() == "multipart/encrypted" for leaf in leaves) or message.get_content_type() in (
        "multipart/encrypted",
        "application/pkcs7-mime",
    ):
        raise SourceError("", "encrypted", "the message is encrypted")
    built = _body(leaves)
    parts = tuple(_attachments(leaves))
    if not built.text and not parts:
        raise SourceError("", "no_text", "the message holds no text")
    name, address = parseaddr(_header(message, "From"))
    return Loaded(
        text=built.text,
        blocks=built.blocks,
        title=clean(_header(message, "Subject")) or None,
        authors=(clean(name),) if name else (),
        publisher=address.rpartition("@")[2].lower() or None,
        published=day_of(_header(message, "Date").strip()),
        parts=parts,
    )


def load_mailbox(data: bytes, limits: Limits) -> Loaded:
    """Give the messages of an mbox file as parts."""
    data = data.replace(b"\r\n", b"\n")
    starts = [(match.start(), match.end()) for match in SEPARATOR.finditer(data)][: MOST_MEMBERS + 1]
    if len(starts) > MOST_MEMBERS:
        raise SourceError("", "too_large", f"the mailbox holds more than {MOST_MEMBERS:,} messages")
    ends = [start for start, _ in starts[1:]] + [len(data)]
    messages = [data[begin:end] for (_, begin), end in zip(starts, ends, strict=True)]
    return Loaded(
        parts=tuple(
            Part(name=f"message {number:03d}.eml", data=re.sub(rb"(?m)^>(>*From )", rb"\1", message))
            for number, message in enumerate(messages, 1)
        )
    )


def _leaves(message: Message, depth: int) -> Iterator[Message]:
    """Give the parts that are no containers; a message inside a message is one part."""
    content = message.get_payload()
    if message.get_content_maintype() == "multipart" and isinstance(content, list) and depth >= 0:
        for part in content:
            if isinstance(part, Message):
                yield from _leaves(part, depth - 1)
    else:
        yield message


def _body(leaves: list[Message]) -> Built:
    """Take the plain text of a message, or its HTML where there is none."""
    inline = [leaf for leaf in leaves if not _is_attached(leaf)]
    plain = [_text(leaf) for leaf in inline if leaf.get_content_type() == "text/plain"]
    if any(text.strip() for text in plain):
        text = SIGNATURE.sub("\n", "\n\n".join(plain).replace("\r\n", "\n"))
        return Built(text=text, blocks=(), pages=())
    for leaf in inline:
        if leaf.get_content_type() == "text/html":
            tree = parse_html(_text(leaf) or " ")
            if tree is not None:
                return build(paragraphs_of(tree))
    return build(())


def _attachments(leaves: list[Message]) -> Iterator[Part]:
    for number, leaf in enumerate(leaves, 1):
        kind = leaf.get_content_type()
        if not _is_attached(leaf) or kind.startswith(PICTURES):
            continue
        inner = leaf.get_payload()
        if kind == "message/rfc822" and isinstance(inner, list) and inner and isinstance(inner[0], Message):
            yield Part(name=_name(leaf) or f"message {number}.eml", data=inner[0].as_bytes())
            continue
        data = leaf.get_payload(decode=True)
        if isinstance(data, bytes) and data.strip():
            yield Part(name=_name(leaf) or f"attachment {number}", data=data)


def _is_attached(leaf: Message) -> bool:
    if leaf.get_content_disposition() == "attachment" or leaf.get_content_type() == "message/rfc822":
        return True
    return leaf.get_content_maintype() not in ("text", "multipart") or bool(leaf.get_filename())


def _text(leaf: Message) -> str:
    data = leaf.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = leaf.get_content_charset()
    if charset:
        try:
            return data.decode(charset)
        except (LookupError, UnicodeError):
            pass
    return decode(data)


def _name(leaf: Message) -> str:
    try:
        name = leaf.get_filename()
    except (MessageError, LookupError, UnicodeError, ValueError):
        return ""
    return member_name(_decoded(name)) if name else ""


def _header(message: Message, name: str) -> str:
    return _decoded(str(message.get(name) or ""))


def _decoded(text: str) -> str:
    try:
        return str(make_header(decode_header(text)))
    except (MessageError, LookupError, UnicodeError, ValueError):
        return text
