"""Step 8, revise: read an edited Word document back, and tell what an editor changed, added and took away.

The text of every paragraph as made travels inside the document, with each value that comes from a fact marked as such; so
an edit of a value, of the words around it, a paragraph or a row added or taken out can be told apart.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefgen.contract import from_json
from briefgen.errors import EditError, RequestError
from briefgen.model import Brief
from briefgen.render.carrying import UNREADABLE, carried
from briefgen.render.compared import Added, Kept, compare, facts_in
from briefgen.render.word_text import Paragraph, Reader, W, fact_tags, plain_text, words_elsewhere

LARGEST = 200_000_000
"""Bytes that a document's main part may unpack to."""
MADE_CLEAN = "was made with --clean, to hand out: the brief is not in it"
ANOTHER = "Edit the brief.docx that was made without --clean, and save it as DOCX"
"""What to do with a document that lost its brief."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A value, or the words of a paragraph, that reads otherwise than as made."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What an editor did to a brief's Word document, against what briefgen made.

    `paragraphs`: the text of each paragraph as made; `reworded` and `gone`: what became of them, by their place, a row
    that is gone as one; `order`: what stands in the document now, from its start to its end. `unprinted`: words in heads,
    feet, notes and text boxes, and pictures, which the PDF cannot take over. `remarks`: the comments of reviewers;
    `tracked`: how many tracked changes were read as accepted.
    """

    brief: Brief
    theme: str
    settings: Mapping[str, str]
    base: Mapping[str, str]
    paragraphs: tuple[str, ...]
    changed: tuple[Changed, ...] = ()
    emptied: tuple[str, ...] = ()
    reworded: Mapping[int, str] = field(default_factory=dict)
    gone: tuple[tuple[int, ...], ...] = ()
    order: tuple[Kept | Added, ...] = ()
    unprinted: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    tracked: int = 0

    @property
    def now(self) -> dict[str, str]:
        """Give the value of each fact as it reads now."""
        return {
            **self.base,
            **{change.path: change.after for change in self.changed},
            **dict.fromkeys(self.emptied, ""),
        }

    @property
    def added(self) -> tuple[Added, ...]:
        """Give the rows and paragraphs that were put in."""
        return tuple(step for step in self.order if isinstance(step, Added))

    @property
    def moved(self) -> tuple[Kept, ...]:
        """Give the rows and paragraphs that stand elsewhere than as made."""
        return tuple(step for step in self.order if isinstance(step, Kept) and step.moved)

    @property
    def taken_out(self) -> tuple[str, ...]:
        """Give the paths of the facts that went with the rows and paragraphs that are gone."""
        gone = _paths_in(self.gone, self.paragraphs)
        return tuple(path for path in self.base if path in gone)

    @property
    def any(self) -> bool:
        """Tell whether anything differs from what was made."""
        parts = (self.changed, self.emptied, self.reworded, self.gone, self.added, self.moved, self.unprinted)
        return any(parts)

    def words_as_made(self, places: Sequence[int]) -> str:
        """Give the words of a row or paragraph as made, as one line."""
        return " | ".join(plain_text(self.paragraphs[n], self.base) for n in places if self.paragraphs[n])


def read_edits(data: bytes, name: str = "the document") -> Edits:
    """Read an edited DOCX. Raises EditError where it is none of briefgen's, or damaged."""
    found = carried(data)
    if found is None:
        raise EditError(f"{name}: {why_none(data)}")
    if "brief" not in found:
        raise EditError(f"{name}: {MADE_CLEAN}. {ANOTHER}")
    made = _made(found, name)
    base = made.base
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = _part(package, "word/document.xml", name)
        remarks = _remarks(_part(package, "word/comments.xml", name))
        said = words_elsewhere(package.namelist(), lambda part: _unpacked(package, part, name))
    if body is None:
        raise EditError(f"{name}: has no text")
    reader = Reader(fact_tags(base))
    paragraphs = reader.read(body)
    compared = compare(made.paragraphs, base, paragraphs, reader.facts)
    texts = tuple(paragraph.text for paragraph in made.paragraphs)
    gone = _paths_in(compared.gone, texts)
    return Edits(
        brief=made.brief,
        theme=made.theme,
        settings=made.settings,
        base=base,
        paragraphs=texts,
        changed=tuple(
            Changed(path, base[path], text) for path, text in reader.facts.items() if text not in ("", base[path])
        ),
        emptied=tuple(path for path, text in reader.facts.items() if not text and base[path] and path not in gone),
        reworded=compared.reworded,
        gone=tuple(compared.gone),
        order=tuple(compared.order),
        unprinted=tuple(words for words in (*said, *_in_boxes(body)) if words not in made.elsewhere),
        remarks=remarks,
        tracked=sum(1 for tag in ("ins", "del", "moveFrom", "moveTo") for _ in body.iter(f"{W}{tag}")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What a document carries of how it was made."""

    brief: Brief
    base: dict[str, str]
    paragraphs: tuple[Paragraph, ...]
    theme: str
    settings: dict[str, str]
    elsewhere: frozenset[str]


def _made(found: Mapping[str, Any], name: str) -> _Made:
    try:
        settings = dict(found["theme"])
        return _Made(
            brief=from_json(json.dumps(found["brief"]), name),
            base=dict(found["base"]),
            paragraphs=tuple(Paragraph(*said) for said in found["paragraphs"]),
            theme=settings.pop("name"),
            settings=settings,
            elsewhere=frozenset(found["elsewhere"]),
        )
    except (KeyError, TypeError, ValueError, RequestError):
        raise EditError(
            f"{name}: was made by another version of briefgen, and edits of its documents cannot be told here. "
            "Print it with that version, or build the brief anew"
        ) from None


def _paths_in(units: Iterable[Sequence[int]], texts: Sequence[str]) -> set[str]:
    """Give the paths of the facts that rows and paragraphs hold."""
    return {path for unit in units for n in unit for path in facts_in(texts[n])}


def why_none(data: bytes) -> str:
    """Say why there is no brief in a file that should be a Word document of briefgen's."""
    if data.startswith(b"%PDF"):
        return "is a PDF; name the DOCX"
    if not _is_word(data):
        return "is no Word document"
    if _was_made_here(data):
        return f"the brief inside is gone; it was probably saved through another format, such as ODT. {ANOTHER}"
    return "is no Word document that briefgen made; its brief is not in it"


def _is_word(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "word/document.xml" in package.namelist()
    except UNREADABLE:
        return False


def _was_made_here(data: bytes) -> bool:
    """Tell by the bookmarks around values that a document was once made by briefgen."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        try:
            return b'w:name="bg_' in _unpacked(package, "word/document.xml", "")
        except EditError:
            return False


def _in_boxes(body: Any) -> list[str]:
    """Give the paragraphs of text boxes, of which briefgen makes none."""
    boxed = (p for box in body.iter(f"{W}txbxContent") for p in box.iter(f"{W}p"))
    words = (" ".join("".join(t.text or "" for t in p.iter(f"{W}t")).split()) for p in boxed)
    return list(dict.fromkeys(filter(None, words)))


def _part(package: zipfile.ZipFile, part: str, name: str) -> Any | None:
    from lxml import etree

    if part not in package.namelist():
        return None
    content = _unpacked(package, part, name)
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise _damaged(name, error) from None


def _unpacked(package: zipfile.ZipFile, part: str, name: str) -> bytes:
    if package.getinfo(part).file_size > LARGEST:
        raise EditError(f"{name}: unpacks to more than {LARGEST // 1_000_000} MB")
    try:
        return package.read(part)
    except UNREADABLE as error:
        raise _damaged(name, error) from None


def _damaged(name: str, error: Exception) -> EditError:
    return EditError(f"{name}: is damaged ({error}). Open it in Word, save it under another name and try that")


def _remarks(comments: Any | None) -> tuple[str, ...]:
    if comments is None:
        return ()
    told = []
    for comment in comments.iter(f"{W}comment"):
        author, words = (
            comment.get(f"{W}author") or "",
            " ".join("".join(t.text or "" for t in comment.iter(f"{W}t")).split()),
        )
        if author != "briefgen":
            told.append(f"{author}: {words}" if author else words)
    return tuple(told)
