"""Read the paragraphs of a Word document and the values of the facts in them (WordprocessingML, ISO/IEC 29500-1).

A value that comes from a fact sits in a content control and a bookmark: Word keeps the one, LibreOffice the other.
Tracked changes are read as accepted: what was inserted counts, what was deleted does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefgen.render.word import fact_name, fact_tag

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FACT, CITE, END, PICTURE = "\ue000", "\ue001", "\ue002", "\ue003"
"""In a paragraph's text these stand around a fact's path and around the label of a reference, and for a picture."""
NOTHING = "\u200d"
"""Word's no-width non break, which stands between a footnote's reference and the label that is its mark."""
_MARK = re.compile(f"{CITE}{END}{NOTHING}?(S[0-9]+\\.[0-9]+)")
_STRUCK = (f"{W}del", f"{W}moveFrom")
_UNREAD = (f"{W}txbxContent", *_STRUCK)
_SKIPPED = (
    *_STRUCK,
    *(f"{W}{tag}" for tag in ("pPr", "rPr", "sdtPr", "p")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)
_SAID = {
    f"{W}footnoteReference": f"{CITE}{END}",
    f"{W}br": " ",
    f"{W}tab": " ",
    f"{W}cr": " ",
    f"{W}noBreakHyphen": "\u2011",
}
_CITING = re.compile(r'\bHYPERLINK\b.*\\l\s+"p_', re.DOTALL)
_ELSEWHERE = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml$")
SEGMENT = re.compile(f"{FACT}([^{END}]*){END}|{CITE}([^{END}]*){END}|([^{FACT}{CITE}{END}]+)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its text with facts and references as marks, its table, row and cell by number (None outside tables)."""

    text: str
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    kind: str = "p"
    """The element of HTML that it is: a heading, a list's item, else a paragraph."""


def fact_tags(paths: Iterable[str]) -> dict[str, str]:
    """Give the path of a fact by each name that marks it: its control's tag and its bookmark's name."""
    return {name: path for path in paths for name in (fact_tag(path), fact_name(path))}


def plain_text(text: str, values: Mapping[str, str]) -> str:
    """Give a paragraph's text for a person, with the values of its facts."""
    parts = (values.get(m[1], "") if m[1] else m[2] or m[3] or "" for m in SEGMENT.finditer(text))
    return " ".join("".join(parts).replace(PICTURE, "[picture]").split())


def segments(text: str) -> Iterator[tuple[str, str]]:
    """Give the pieces of a paragraph: ("fact", path), ("cite", label) or ("text", words)."""
    for match in SEGMENT.finditer(text):
        kind = "fact" if match[1] is not None else "cite" if match[2] is not None else "text"
        yield kind, match[1] or match[2] or match[3] or ""


@dataclass(slots=True)
class _Field:
    """A complex field on the way: its instruction, whether its result has begun, and the words of a reference in it."""

    instruction: str = ""
    shows: bool = False
    label: str = ""

    @property
    def cites(self) -> bool:
        """Tell whether it is the link of a reference, whose words are being read."""
        return self.shows and _CITING.search(self.instruction) is not None


@dataclass(slots=True)
class Reader:
    """Reads paragraphs and the values of facts from a document's body; `tags` gives the path behind a tag or a bookmark."""

    tags: Mapping[str, str]
    facts: dict[str, str] = field(default_factory=dict)
    _open: dict[str, str] = field(default_factory=dict)
    _closed: set[str] = field(default_factory=set)
    _fields: list[_Field] = field(default_factory=list)

    def read(self, body: Any) -> tuple[Paragraph, ...]:
        """Give the paragraphs of a body in order; fills `facts`, white space folded."""
        numbers = [{node: n for n, node in enumerate(body.iter(f"{W}{tag}"))} for tag in ("tbl", "tr", "tc")]
        made = []
        carried: list[str] = []
        for p in body.iter(f"{W}p"):
            if any(parent.tag in _UNREAD or _is_struck(parent) for parent in p.iterancestors()):
                continue
            style = _style(p)
            if _is_taken_out(p):
                continue
            # the list of contents is Word's own, and counted anew by it; LibreOffice calls its styles so
            if not style.startswith(("toc", "contents")):
                self._walk(p, carried, None)
            if _ends_struck(p):
                continue  # its end is struck out: what is left of it belongs to the next paragraph
            # no value goes over a paragraph's end; the bookmark of one that was split does, and may have lost its own end
            self._closed |= set(self._open.values())
            self._open.clear()
            table, row, cell = (next((known[up] for up in p.iterancestors() if up in known), None) for known in numbers)
            text = _folded(_MARK.sub(rf"{CITE}\1{END}", "".join(carried)))
            made.append(Paragraph(text, table, row, cell, _kind(style)))
            carried = []
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
            elif tag in _SKIPPED:
                continue
            elif tag == f"{W}sdt":
                self._control(child, parts, path)
            elif tag == f"{W}hyperlink" and (child.get(f"{W}anchor") or "").startswith("p_"):
                label = "".join(t.text or "" for t in child.iter(f"{W}t") if not _in_struck(t, child))
                self._say(f"{CITE}{label}{END}" if label else "", parts, path)
            elif tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType"), parts, path)
            elif tag == f"{W}instrText":
                if self._fields:
                    self._fields[-1].instruction += child.text or ""
            elif tag in _SAID or tag == f"{W}t":
                self._say(_SAID.get(tag) or _plain(child.text or ""), parts, path)
            elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
                self._say("" if child.find(f".//{W}txbxContent") is not None else PICTURE, parts, path)
            else:
                self._walk(child, parts, path)

    def _field(self, kind: str | None, parts: list[str], path: str | None) -> None:
        """Follow a complex field; LibreOffice writes the link of some references as one."""
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if ended.cites:
                self._say(f"{CITE}{ended.label}{END}", parts, path)

    def _start(self, node: Any, parts: list[str]) -> None:
        path = self.tags.get(node.get(f"{W}name") or "")
        if path is not None and path not in self._closed:
            self._open[node.get(f"{W}id") or ""] = path
            self._mark(path, parts)

    def _control(self, node: Any, parts: list[str], path: str | None) -> None:
        names = (tag.get(f"{W}val") for tag in node.iterfind(f"{W}sdtPr/*") if tag.tag in (f"{W}tag", f"{W}alias"))
        mine = next((self.tags[name] for name in names if name in self.tags), None)
        if mine is not None and mine in self.facts and mine not in self._open.values():
            mine = None  # a copy: the first is the fact
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
        if self._fields and self._fields[-1].cites:
            self._fields[-1].label += text
        elif inside is None or text == PICTURE:
            parts.append(text)
        else:
            self.facts[inside] += re.sub(f"[{FACT}{CITE}{END}]", "", text)


def _is_struck(node: Any) -> bool:
    """Tell whether a node is a table row that tracked changes take out."""
    return bool(node.tag == f"{W}tr" and node.find(f"{W}trPr/{W}del") is not None)


def _ends_struck(p: Any) -> bool:
    """Tell whether tracked changes take out a paragraph's end, or move it elsewhere."""
    return any(p.find(f"{W}pPr/{W}rPr/{W}{change}") is not None for change in ("del", "moveFrom"))


def _is_taken_out(p: Any) -> bool:
    """Tell whether tracked changes take out all of a paragraph, or move it elsewhere."""
    runs = list(p.iter(f"{W}r")) if _ends_struck(p) else []
    return bool(runs) and all(_in_struck(run, p) for run in runs)


def _in_struck(node: Any, within: Any) -> bool:
    """Tell whether a node inside another one stands in what tracked changes take out."""
    for up in node.iterancestors():
        if up.tag in _STRUCK:
            return True
        if up is within:
            break
    return False


def _kind(style: str) -> str:
    """Give the element of HTML that a paragraph's style makes of it."""
    level = re.match(r"heading([123])", style)
    return f"h{int(level[1]) + 1}" if level else "li" if "list" in style else "p"


def _plain(text: str) -> str:
    return re.sub(f"[{FACT}{CITE}{END}{PICTURE}]", "\ufffd", text)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _style(p: Any) -> str:
    style = p.find(f"{W}pPr/{W}pStyle")
    return (style.get(f"{W}val") or "").casefold() if style is not None else ""


def words_elsewhere(parts: Iterable[str], content: Callable[[str], bytes]) -> list[str]:
    """Give the paragraphs of heads, feet, footnotes and endnotes, sorted, without numbers, which pages change.

    `parts` are the names of a package's parts; `content` gives the bytes of one. What is no XML counts as empty.
    """
    from lxml import etree

    said = set()
    for name in parts:
        if _ELSEWHERE.search(name):
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, recover=True)
            root = etree.fromstring(content(name), parser)
            said |= {_words_of(p) for p in root.iter(f"{W}p")} if root is not None else set()
    return sorted(said - {""})


def _words_of(p: Any) -> str:
    words = "".join(t.text or "" if t.tag == f"{W}t" else " " for t in p.iter(f"{W}t", f"{W}tab", f"{W}br"))
    return _folded(re.sub(f"S?[0-9.]+|{NOTHING}", " ", words))
