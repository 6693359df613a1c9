"""The nouns of briefgen: frozen values that the eight steps hand on.

`Document` -> `Reading` (in `briefgen.reading`) -> `Facts` -> `Brief`. Every date is a `When`, every proof an
`Evidence`. `None` means not known. Offsets are half-open and count Unicode code points of `Source.text`.
`contract.py` says which fields brief.json shows; the others (named "internal") serve the steps alone.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from briefgen.errors import Reason
from briefgen.when import NO_YEAR as NO_YEAR
from briefgen.when import UNDATED as UNDATED
from briefgen.when import Precision as Precision
from briefgen.when import When as When

ActorKind = Literal["person", "organization", "state"]
MeetingStatus = Literal["held", "planned", "proposed", "cancelled"]
DesignationStatus = Literal["designated", "not_designated", "delisted", "under_review"]
ViewKind = Literal["expert", "official", "author", "other"]
PublishedFrom = Literal["sidecar", "metadata", "text", "filename", "inferred"]
LeftOutReason = Literal["outside_period", "duplicate", "language", "filtered"]
DiscrepancyKind = Literal["contradiction", "less_precise", "later_update", "spelling"]
ChangeKind = Literal["new", "changed", "confirmed", "withdrawn"]
BlockKind = Literal["title", "heading", "prose", "caption", "dateline", "byline", "list", "boilerplate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one file may cost before it is given up: bytes, unpacked bytes, words, pages, depth, seconds, bytes.

    `max_ocr_seconds` come on top where pictures of pages are read; 0: they are not.
    """

    max_bytes: int = 50_000_000
    max_unpacked: int = 200_000_000
    max_words: int = 400_000
    max_pages: int = 2_000
    max_depth: int = 4
    max_seconds: float = 60.0
    max_memory: int = 2_000_000_000
    max_ocr_seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What `FILE.meta.toml` says of a file's origin; every given field beats what the file says."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    grade: str | None = None
    marking: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file as the parent read it: the path shown to the user, the bytes, and the sidecar beside it.

    `latest` is the day of the brief: a source cannot have been published after it.
    """

    path: str
    data: bytes
    sidecar: Sidecar | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source's record. `id` is a key made from content until `brief` numbers the sources S1, S2, ...

    `origin` is the id of the source it copies, or its own. `published_why` is given with `inferred` only.
    `marking` is a handling mark found in the file (internal; it can only raise the brief's own).
    """

    id: str
    path: str
    media_type: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    published_from: PublishedFrom | None = None
    published_why: str | None = None
    url: str | None = None
    language: str | None = None
    sha256: str = ""
    words: int = 0
    grade: str = "F6"
    origin: str = ""
    text: str = ""
    marking: str | None = None
    refused_date: str | None = None
    """A day of publication that the file states and that cannot be right, and why (internal)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph or other layout unit of a document: `text[start:end]`, without the white space around it."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A passage: `quote == text[start:end]` of the source with the id `source`; never empty."""

    source: str
    start: int
    end: int
    quote: str
    paragraph: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source's final text, cut into blocks. From here on the text never changes.

    `blocks` are in text order and do not overlap; characters outside all blocks are white space. `pages` holds the
    offset at which each page starts, and is empty where the format has no pages.
    """

    source: Source
    blocks: tuple[Block, ...] = ()
    pages: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Give the text that all offsets mean."""
        return self.source.text

    def cite(self, start: int, end: int) -> Evidence:
        """Make the evidence for `text[start:end]`, white space at its ends left off.

        The only maker of evidence: a quote is a slice of the text, hence verbatim by construction.
        Raises ValueError where the slice is empty or outside the text.
        """
        quote = self.text[start:end]
        if not quote.strip() or start < 0 or end > len(self.text):
            raise ValueError(f"no passage at {start}:{end} of {self.source.path}")
        start += len(quote) - len(quote.lstrip())
        end = start + len(quote.strip())
        paragraph = bisect_right(self.blocks, start, key=lambda block: block.start) or None
        page = bisect_right(self.pages, start) or None
        return Evidence(
            source=self.source.id, start=start, end=end, quote=self.text[start:end], paragraph=paragraph, page=page
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A role somebody is said to have, in the words of a source, with the passage (internal to merging).

    `as_of` is the day the source was published.
    """

    role: str | None
    affiliation: str | None
    evidence: Evidence
    as_of: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, body or state that acts. `affiliation` is an actor id or text; `posts` is internal."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    role: str | None = None
    affiliation: str | None = None
    mentions: int = 0
    why_merged: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting, visit for talks, summit, delegation received or call between parties, past or planned.

    `participants` are actor ids; `named` are the parties' words in the passage (internal); `reports` are the single
    documents' meetings that this one was merged from, empty for a meeting of one document (internal); `why_merged`
    says why they are one (internal).
    """

    id: str
    date: When = UNDATED
    status: MeetingStatus = "held"
    place: str | None = None
    participants: tuple[str, ...] = ()
    purpose: str | None = None
    outcome: str | None = None
    origins: int = 1
    evidence: tuple[Evidence, ...] = ()
    named: tuple[str, ...] = ()
    reports: tuple[Meeting, ...] = ()
    why_merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """A statement of who does or does not list, ban or sanction whom. Parties are actor ids or text.

    `as_of` is when the state of things is said to hold. `reports` as in `Meeting` (internal).
    """

    id: str
    authority: str
    subject: str
    status: DesignationStatus
    category: str | None = None
    as_of: When = UNDATED
    origins: int = 1
    evidence: tuple[Evidence, ...] = ()
    reports: tuple[Designation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A quotation or a clearly attributed opinion. `holder` is an actor id, text, or None where nobody is named.

    `text` is verbatim: the words between the marks of a quotation, else the attributed clause; where only the speaker's name
    parts two sentences, a full stop takes the place of the comma before it.
    """

    id: str
    holder: str | None
    kind: ViewKind
    text: str
    direct: bool
    affiliation: str | None = None
    topic: str | None = None
    date: When = UNDATED
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What was found: the same type for one document and for fifty, so that merging is closed.

    `denials` are meetings told only to be denied: no facts of a brief, but what contradicts one (internal).
    """

    actors: tuple[Actor, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    designations: tuple[Designation, ...] = ()
    views: tuple[View, ...] = ()
    denials: tuple[Meeting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """One document and what was found in it: the unit of work, of caching and of failure."""

    document: Document
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file that could not be used, and why."""

    path: str
    reason: Reason
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A file that was not selected, and why."""

    path: str
    reason: LeftOutReason
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days a brief is about, both inclusive."""

    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The brief that this one is compared with."""

    title: str
    prepared: date
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """A sentence composed from merged facts, with the facts and passages it rests on."""

    id: str
    text: str
    facts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one side of a disagreement says, with its passages."""

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Two or more sources that do not say the same; no winner is picked."""

    id: str
    kind: DiscrepancyKind
    summary: str
    facts: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is new against the previous brief."""

    id: str
    kind: ChangeKind
    fact: str
    summary: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The versions and options that made a brief."""

    briefgen: str
    pipeline: str
    options: dict[str, str | int | bool | tuple[str, ...] | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What brief.json holds; `contract.py` writes and reads it."""

    schema: str
    title: str
    subtitle: str | None
    language: str
    period: Period | None
    prepared: date
    marking: str | None
    previous: Previous | None
    sources: tuple[Source, ...]
    unread: tuple[Unread, ...]
    left_out: tuple[LeftOut, ...]
    key_points: tuple[KeyPoint, ...]
    actors: tuple[Actor, ...]
    meetings: tuple[Meeting, ...]
    designations: tuple[Designation, ...]
    views: tuple[View, ...]
    discrepancies: tuple[Discrepancy, ...]
    changes: tuple[Change, ...]
    method: Method
