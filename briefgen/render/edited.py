"""Step 8, revise: read an edited Word document back, and tell what an editor changed, added and took away.

The text of every paragraph as made travels inside the document, with each value that comes from a fact marked as such; so
an edit of a value, of the words around it, a paragraph or a row added or taken out can be told apart.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from briefgen.contract import from_json
from briefgen.errors import EditError, RequestError
from briefgen.model import Brief
from briefgen.render.carrying import carried
from briefgen.render.word_text import END, FACT, Paragraph, Reader, W, fact_tags, plain_text

LARGEST = 200_000_000
"""Bytes that a document's main part may unpack to."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A value, or the words of a paragraph, that reads otherwise than as made."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Added:
    """Words that an editor put in behind a paragraph: a row of a table, a list item or a paragraph."""

    behind: int
    paragraphs: tuple[Paragraph, ...]

    @property
    def words(self) -> str:
        """Give the words as one line."""
        return " | ".join(plain_text(p.text, {}) for p in self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What an editor did to a brief's Word document, against what briefgen made.

    `paragraphs` and `texts`: the text of each paragraph as made and as it is; `reworded` and `gone`: what became of those made,
    by their place. `remarks`: the comments of reviewers; `tracked`: how many tracked changes were read as accepted.
    """

    brief: Brief
    theme: str
    settings: Mapping[str, str]
    base: Mapping[str, str]
    paragraphs: tuple[str, ...]
    texts: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()
    emptied: tuple[str, ...] = ()
    reworded: Mapping[int, str] = field(default_factory=dict)
    gone: frozenset[int] = frozenset()
    added: tuple[Added, ...] = ()
    copied: tuple[str, ...] = ()
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
    def taken_out(self) -> tuple[str, ...]:
        """Give the paths of the facts that the document no longer holds."""
        left = set(re.findall(f"{FACT}([^{END}]*){END}", "".join(self.texts)))
        return tuple(path for path in self.base if path not in left)

    @property
    def any(self) -> bool:
        """Tell whether anything differs from what was made."""
        return bool(self.changed or self.emptied or self.reworded or self.gone or self.added)


def read_edits(data: bytes, name: str = "the document") -> Edits:
    """Read an edited DOCX. Raises EditError where it is none of briefgen's, or damaged."""
    found = carried(data)
    if found is None:
        raise EditError(f"{name}: is no Word document that briefgen made; its brief is not in it")
    try:
        brief, base = from_json(json.dumps(found["brief"]), name), dict(found["base"])
        as_made, made_with = tuple(found["paragraphs"]), dict(found["theme"])
    except (KeyError, TypeError, ValueError, RequestError):
        raise EditError(
            f"{name}: was made by an older briefgen, which did not keep what edits need; build it anew"
        ) from None
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = _part(package, "word/document.xml", name)
        remarks = _remarks(_part(package, "word/comments.xml", name))
    if body is None:
        raise EditError(f"{name}: has no text")
    reader = Reader(fact_tags(base))
    paragraphs = reader.read(body)
    changed = tuple(
        Changed(path, base[path], text) for path, text in reader.facts.items() if text and text != base[path]
    )
    edits = _compared(as_made, paragraphs)
    return Edits(
        brief=brief,
        theme=made_with.pop("name"),
        settings=made_with,
        base=base,
        paragraphs=as_made,
        texts=tuple(paragraph.text for paragraph in paragraphs),
        changed=changed,
        emptied=tuple(path for path, text in reader.facts.items() if not text and base[path]),
        copied=tuple(dict.fromkeys(reader.copied)),
        remarks=remarks,
        tracked=sum(1 for tag in ("ins", "del", "moveFrom", "moveTo") for _ in body.iter(f"{W}{tag}")),
        **edits,
    )


def _part(package: zipfile.ZipFile, part: str, name: str) -> Any | None:
    from lxml import etree

    if part not in package.namelist():
        return None
    if package.getinfo(part).file_size > LARGEST:
        raise EditError(f"{name}: unpacks to more than {LARGEST // 1_000_000} MB")
    try:
        return etree.fromstring(
            package.read(part), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        )
    except (etree.XMLSyntaxError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise EditError(
            f"{name}: is damaged ({error}). Open it in Word, save it under another name and try that"
        ) from None


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


def _compared(as_made: Sequence[str], now: Sequence[Paragraph]) -> dict[str, Any]:
    """Compare the paragraphs: which were reworded, which are gone, what was added behind which."""
    reworded: dict[int, str] = {}
    gone: set[int] = set()
    added: list[Added] = []
    texts = [p.text for p in now]
    for what, a1, a2, b1, b2 in SequenceMatcher(None, as_made, texts).get_opcodes():
        if what == "equal":
            continue
        paired = _pairs(as_made[a1:a2], now[b1:b2])
        kept = {old for old, _ in paired}
        reworded.update({a1 + old: texts[b1 + new] for old, new in paired if as_made[a1 + old] != texts[b1 + new]})
        gone |= {a for a in range(a1, a2) if a - a1 not in kept and as_made[a]}
        behind = a1 - 1
        taken = {new: old for old, new in paired}
        for new in range(b2 - b1):
            if new in taken:
                behind = a1 + taken[new]
            elif texts[b1 + new]:
                _put(added, behind, now[b1 + new])
    return {"reworded": reworded, "gone": frozenset(gone), "added": tuple(added)}


def _put(added: list[Added], behind: int, paragraph: Paragraph) -> None:
    last = added[-1] if added else None
    if (
        last is not None
        and last.behind == behind
        and paragraph.row is not None
        and last.paragraphs[-1].row == paragraph.row
    ):
        added[-1] = Added(behind, (*last.paragraphs, paragraph))
    else:
        added.append(Added(behind, (paragraph,)))


def _pairs(old: Sequence[str], new: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Pair the paragraphs of a changed stretch: by the facts they hold, else by likeness, in order."""
    pairs: list[tuple[int, int]] = []
    start = 0
    for index, text in enumerate(old):
        marks = re.findall(f"{FACT}[^{END}]*{END}", text)
        for place in range(start, len(new)):
            other = new[place].text
            mine = re.findall(f"{FACT}[^{END}]*{END}", other)
            alike = (
                bool(set(marks) & set(mine))
                if marks or mine
                else SequenceMatcher(None, text, other).quick_ratio() > 0.6
            )
            if alike:
                pairs.append((index, place))
                start = place + 1
                break
    return pairs
