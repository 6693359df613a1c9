"""Read the paragraphs of a Word document and the values of the facts in them (WordprocessingML, ISO/IEC 29500-1).

A value that comes from a fact sits in a content control and a bookmark: Word keeps the one, LibreOffice the other.
Tracked changes are read as accepted: what was inserted counts, what was deleted does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefgen.render.word import fact_name, fact_tag

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FACT, CITE, END = "\ue000", "\ue001", "\ue002"
"""In a paragraph's text these stand around a fact's path and around the label of a reference."""
NOTHING = "\u200d"
"""Word's no-width non break, which stands between a footnote's reference and the label that is its mark."""
_MARK = re.compile(f"{CITE}{END}{NOTHING}?(S[0-9]+\\.[0-9]+)")
SEGMENT = re.compile(f"{FACT}([^{END}]*){END}|{CITE}([^{END}]*){END}|([^{FACT}{CITE}{END}]+)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its text with facts and references as marks, its table row (None outside tables), whether it is a list item."""

    text: str
    row: int | None
    listed: bool


def fact_tags(paths: Iterable[str]) -> dict[str, str]:
    """Give the path of a fact by each name that marks it: its control's tag and its bookmark's name."""
    return {name: path for path in paths for name in (fact_tag(path), fact_name(path))}


def plain_text(text: str, values: Mapping[str, str]) -> str:
    """Give a paragraph's text for a person, with the values of its facts."""
    parts = (values.get(m[1], "") if m[1] else m[2] or m[3] or "" for m in SEGMENT.finditer(text))
    return " ".join("".join(parts).split())


def segments(text: str) -> Iterator[tuple[str, str]]:
    """Give the pieces of a paragraph: ("fact", path), ("cite", label) or ("text", words)."""
    for match in SEGMENT.finditer(text):
        kind = "fact" if match[1] is not None else "cite" if match[2] is not None else "text"
        yield kind, match[1] or match[2] or match[3] or ""


@dataclass(slots=True)
class Reader:
    """Reads paragraphs and the values of facts from a document's body; `tags` gives the path behind a tag or a bookmark."""

    tags: Mapping[str, str]
    facts: dict[str, str] = field(default_factory=dict)
    copied: list[str] = field(default_factory=list)
    _open: dict[str, str] = field(default_factory=dict)
    _closed: set[str] = field(default_factory=set)

    def read(self, body: Any) -> tuple[Paragraph, ...]:
        """Give the paragraphs of a body in order; fills `facts`, white space folded."""
        rows = {row: number for number, row in enumerate(body.iter(f"{W}tr"))}
        made = []
        for p in body.iter(f"{W}p"):
            if any(parent.tag in (f"{W}txbxContent", f"{W}del", f"{W}moveFrom") for parent in p.iterancestors()):
                continue
            parts: list[str] = []
            style = _style(p)
            # the list of contents is Word's own, and counted anew by it; LibreOffice calls its styles so
            if not style.startswith(("toc", "contents")):
                self._walk(p, parts, None)
            row = next((rows[parent] for parent in p.iterancestors(f"{W}tr")), None)
            made.append(Paragraph(_folded(_MARK.sub(rf"{CITE}\1{END}", "".join(parts))), row, "list" in style))
        self.facts = {path: _folded(text) for path, text in self.facts.items()}
        return tuple(made)

    def _walk(self, node: Any, parts: list[str], path: str | None) -> None:
        for child in node:
            tag = child.tag
            if tag == f"{W}bookmarkStart":
                self._start(child, parts)
            elif tag == f"{W}bookmarkEnd":
                done = self._open.pop(child.get(f"{W}id") or "", None)
                self._closed |= {done} if done else set()
            elif tag in (f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}p"):
                continue
            elif tag == f"{W}sdt":
                self._control(child, parts, path)
            elif tag == f"{W}hyperlink" and (child.get(f"{W}anchor") or "").startswith("p_"):
                label = "".join(t.text or "" for t in child.iter(f"{W}t"))
                self._say(f"{CITE}{label}{END}", parts, path)
            elif tag == f"{W}t":
                self._say(_plain(child.text or ""), parts, path)
            elif tag == f"{W}footnoteReference":
                self._say(f"{CITE}{END}", parts, path)
            elif tag in (f"{W}br", f"{W}tab"):
                self._say(" ", parts, path)
            else:
                self._walk(child, parts, path)

    def _start(self, node: Any, parts: list[str]) -> None:
        path = self.tags.get(node.get(f"{W}name") or "")
        if path is not None and path not in self._closed:
            self._open[node.get(f"{W}id") or ""] = path
            self._mark(path, parts)

    def _control(self, node: Any, parts: list[str], path: str | None) -> None:
        names = (tag.get(f"{W}val") for tag in node.iterfind(f"{W}sdtPr/*") if tag.tag in (f"{W}tag", f"{W}alias"))
        mine = next((self.tags[name] for name in names if name in self.tags), None)
        if mine is not None and mine in self.facts and mine not in self._open.values():
            self.copied.append(mine)
            mine = None
        if mine is not None:
            self._mark(mine, parts)
        content = node.find(f"{W}sdtContent")
        if content is not None:
            self._walk(content, parts, mine or path)

    def _mark(self, path: str, parts: list[str]) -> None:
        if path not in self.facts:
            self.facts[path] = ""
            parts.append(f"{FACT}{path}{END}")

    def _say(self, text: str, parts: list[str], path: str | None) -> None:
        inside = path or next(iter(self._open.values()), None)
        if inside is None:
            parts.append(text)
        else:
            self.facts[inside] += re.sub(f"[{FACT}{CITE}{END}]", "", text)


def _plain(text: str) -> str:
    return re.sub(f"[{FACT}{CITE}{END}]", "\ufffd", text)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _style(p: Any) -> str:
    style = p.find(f"{W}pPr/{W}pStyle")
    return (style.get(f"{W}val") or "").casefold() if style is not None else ""
