"""Put an editor's changes into the brief's HTML, each marked, so that the PDF says what the Word document says.

A paragraph of the document and an element of the HTML belong together by what they say: both were walked the same way, in
the same order, when the document was made. What finds no place is told to the caller, never dropped in silence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from briefgen.render.compared import Added, Kept, facts_in
from briefgen.render.edited import Edits
from briefgen.render.marks import ADDED, EDITED, heading_over, mark, mark_taken_out, write_note
from briefgen.render.placing import block_of, place_behind, remove, row_of, row_with
from briefgen.render.sheet import Figure
from briefgen.render.word_text import CITE, END, FACT, PICTURE, Paragraph, plain_text, segments

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LEAVES = ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "caption", "figcaption")


def revise(
    page: str, edits: Edits, note: str, figures: Mapping[str, Figure] | None = None
) -> tuple[str, tuple[str, ...]]:
    """Give the HTML with the edits in it, and the edits that found no place; `note` says what the marks mean, where there are any.

    `figures` are those that the edited brief may show, as they are drawn now; None keeps all as made.
    """
    from lxml.html import HTMLParser, document_fromstring, tostring

    document = document_fromstring(page.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8", huge_tree=True))
    body = document.body
    if body is None:
        return page, tuple(edits.now.values())
    anchors = frozenset(node.get("id") or "" for node in body.iter())
    revision = _Revision(body, edits, _places(body, edits.paragraphs), anchors)
    notes = {node.get("id"): deepcopy(node) for node in body.iter() if _is_note(node)}
    revision.reword()
    revision.set_values()
    revision.arrange()
    revision.take_out()
    if figures is not None:
        revision.redraw(figures)
    _keep_notes(body, notes)
    _renew_contents(body)
    if note:
        write_note(body, note)
    made: str = tostring(document, encoding="unicode", doctype="<!DOCTYPE html>")
    return made, (*revision.lost, *edits.unprinted, *_pictures(edits))


def _pictures(edits: Edits) -> Iterator[str]:
    """Tell of the pictures that were put in: the page shows that there is one, but not what it shows."""
    added = [(p.text, "") for addition in edits.added for p in addition.paragraphs]
    reworded = [(text, edits.paragraphs[n]) for n, text in edits.reworded.items()]
    for now, was in (*added, *reworded):
        if now.count(PICTURE) > was.count(PICTURE):
            yield f"a picture put in at {plain_text(now, edits.now)!r}"


@dataclass(slots=True)
class _Revision:
    """The HTML on the way: the element of each paragraph as made, the ids of the page as made, the edits without a place."""

    body: HtmlElement
    edits: Edits
    places: dict[int, HtmlElement]
    anchors: frozenset[str]
    lost: list[str] = field(default_factory=list)

    def reword(self) -> None:
        """Set the reworded paragraphs anew."""
        for number, text in self.edits.reworded.items():
            if number in self.places:
                _reword(self.places[number], text, self.edits, self.anchors)
            else:
                self.lost.append(plain_text(text, self.edits.now) or self.edits.words_as_made((number,)))

    def set_values(self) -> None:
        """Set the values that were retyped in their place."""
        values = {change.path: change.after for change in self.edits.changed} | dict.fromkeys(self.edits.emptied, "")
        held = {node.get("data-fact"): node for node in self.body.iter() if node.get("data-fact")}
        moved = (p.text for addition in self.edits.added for p in addition.paragraphs)
        told = {path for text in (*self.edits.reworded.values(), *moved) for path in facts_in(text)}
        for path, value in values.items():
            if path in held:
                _say(held[path], value)
            elif path not in told:
                self.lost.append(value or self.edits.base[path])

    def arrange(self) -> None:
        """Put what was added and what has moved behind what it stands behind in the document."""
        near: HtmlElement | None = None
        table: int | None = None
        last_inside: dict[int, HtmlElement] = {}
        for step in self.edits.order:
            if isinstance(step, Added) and step.inside is not None:
                self._add_inside(step, step.inside, last_inside)
                continue
            made = self._made(step)
            if made is None:
                continue
            if isinstance(step, Added) or step.moved:
                place_behind(near, made, self.body, same_table=step.table == table)
            near, table = made, step.table

    def _made(self, step: Kept | Added) -> HtmlElement | None:
        """Give the element of a row or paragraph: the one as made, or a new one; None where none is shown."""
        if isinstance(step, Added):
            paragraph = step.paragraphs[0]
            made = self._paragraph(paragraph, paragraph.kind) if step.table is None else self._row(step.paragraphs)
            mark(made, ADDED)
            return made
        found = next((self.places[n] for n in step.places if n in self.places), None)
        if found is None:
            if step.moved:
                self.lost.append(self.edits.words_as_made(step.places))
            return None
        block = block_of(found, in_table=step.table is not None)
        if step.moved:
            mark(block, EDITED)
        return block

    def _add_inside(self, step: Added, place: int, last: dict[int, HtmlElement]) -> None:
        """Add a paragraph to a cell."""
        near = last.get(place, self.places.get(place))
        if near is None:
            self.lost.append(step.words)
            return
        made = self._paragraph(step.paragraphs[0], "p")
        mark(made, ADDED)
        if near.tag in ("td", "th"):
            near.append(made)
        else:
            near.addnext(made)
        last[place] = made

    def _row(self, paragraphs: tuple[Paragraph, ...]) -> HtmlElement:
        """Make a row that was added, a cell for each of its cells."""
        cells = []
        for _, group in groupby(paragraphs, key=lambda paragraph: paragraph.cell):
            held = list(group)
            cell = self._paragraph(held[0], "td") if len(held) == 1 else self.body.makeelement("td")
            cell.extend(self._paragraph(paragraph, "p") for paragraph in held if len(held) > 1)
            cells.append(cell)
        return row_with(self.body, cells)

    def _paragraph(self, paragraph: Paragraph, tag: str) -> HtmlElement:
        return _content(self.body.makeelement(tag), paragraph.text, self.edits, self.anchors, {}, [])

    def take_out(self) -> None:
        """Take out what is gone: a row as a whole."""
        filled = Counter(row for node in self.places.values() if (row := row_of(node)) is not None)
        headings = []
        for unit in self.edits.gone:
            held = [self.places[n] for n in unit if n in self.places]
            headings += [heading_over(node) for node in held[:1]]
            rows = {row_of(node) for node in held}
            row = rows.pop() if len(rows) == 1 else None
            whole = row is not None and filled[row] == len(held)
            for node in [row] if row is not None and whole else held:
                remove(node)
            if not held:
                self.lost.append(self.edits.words_as_made(unit))
        mark_taken_out(self.body, headings)

    def redraw(self, figures: Mapping[str, Figure]) -> None:
        """Show the figures as they are drawn now; words that an editor gave a caption stay, or are told."""
        for image in list(self.body.iter("img")):
            drawn = re.fullmatch(r"brief-asset:figures/([\w-]+)\.svg", image.get("src") or "")
            if drawn is None:
                continue
            holder = block_of(image, in_table=False)
            caption = next(holder.iter("figcaption"), None)
            edited = caption is not None and EDITED in caption.classes
            figure = figures.get(drawn[1])
            if figure is None:
                self.lost += [caption.text_content()] if caption is not None and edited else []
                remove(holder)
                continue
            image.set("alt", figure.alt)
            if caption is not None and not edited:
                caption.text = figure.caption


def text_of(node: HtmlElement) -> str:
    """Give an element's text with facts and references as marks, as a Word document's paragraph is read."""
    return " ".join("".join(_pieces(node)).split())


def _pieces(node: HtmlElement) -> Iterator[str]:
    if node.get("data-fact"):
        yield f"{FACT}{node.get('data-fact')}{END}"
        return
    yield PICTURE if node.tag == "img" else node.text or ""
    for child in node:
        if isinstance(child.tag, str):
            if _is_cite(child):
                yield f"{CITE}{child.text_content()}{END}"
            elif child.tag == "br":
                yield " "
            elif "footnote" not in (child.get("class") or ""):
                yield from _pieces(child)
        yield child.tail or ""


def _is_note(node: HtmlElement) -> bool:
    return isinstance(node.tag, str) and "footnote" in (node.get("class") or "").split() and bool(node.get("id"))


def _keep_notes(body: HtmlElement, notes: dict[str | None, HtmlElement]) -> None:
    """Hang the footnotes whose reference was taken out on the next reference to the same passage, if there is one."""
    left = {node.get("id") for node in body.iter() if _is_note(node)}
    cites: dict[str, HtmlElement] = {}
    for cite in filter(_is_cite, body.iter("a")):
        cites.setdefault((cite.get("href") or "").removeprefix("#"), cite)
    for anchor, footnote in notes.items():
        if anchor not in left and anchor in cites:
            footnote.tail = None
            cites[anchor].addnext(footnote)


def _is_cite(node: HtmlElement) -> bool:
    return node.tag == "a" and (node.get("href") or "").startswith("#p-")


def _is_contents(node: HtmlElement) -> bool:
    return node.tag == "nav" and "contents" in (node.get("class") or "").split()


def _renew_contents(body: HtmlElement) -> None:
    """Let the list of contents name the headings that there are now."""
    sections = {section.get("id"): section.find(".//h2") for section in body.iter("section")}
    entries: dict[HtmlElement, HtmlElement] = {}
    for entry in [entry for nav in body.iter("nav") if _is_contents(nav) for entry in nav.iter("li")]:
        link = entry.find("a")
        heading = sections.get((link.get("href") or "").removeprefix("#")) if link is not None else None
        if heading is None:
            entry.drop_tree()
        elif link is not None:
            link.text = heading.text_content()
            entries[heading] = entry
    _enter_added(body, entries)


def _enter_added(body: HtmlElement, entries: dict[HtmlElement, HtmlElement]) -> None:
    """Enter the headings that were added into the list of contents, each behind the one before it."""
    last: HtmlElement | None = None
    for number, heading in enumerate(body.iter("h2") if entries else ()):
        if heading not in entries and last is not None:
            heading.set("id", f"added-{number}")
            entry = last.makeelement("li")
            entry.append(last.makeelement("a", {"href": f"#added-{number}"}))
            entry[0].text = heading.text_content()
            last.addnext(entry)
            entries[heading] = entry
        last = entries.get(heading, last)


def _leaves(node: HtmlElement) -> Iterator[HtmlElement]:
    """Give the elements that became a paragraph each: one with no paragraph of its own inside."""
    for child in node:
        if not isinstance(child.tag, str) or _is_contents(child):
            continue
        holds_others = any(inner.tag in LEAVES for inner in child.iterdescendants())
        if child.tag == "img" or (child.tag in LEAVES and not holds_others):
            yield child
        else:
            yield from _leaves(child)


def _places(body: HtmlElement, paragraphs: tuple[str, ...]) -> dict[int, HtmlElement]:
    """Give the element of each paragraph as made, by what it says; the same words twice are told apart by their order."""
    waiting: dict[str, list[HtmlElement]] = {}
    for leaf in _leaves(body):
        waiting.setdefault(text_of(leaf), []).append(leaf)
    found = {}
    for number, text in enumerate(paragraphs):
        if text and waiting.get(text):
            found[number] = waiting[text].pop(0)
    return found


def _say(node: HtmlElement, text: str) -> None:
    """Give an element new words in place of its own; those that lead it stay bold where they are kept."""
    first = node[0] if len(node) and not (node.text or "").strip() else None
    lead = (first.text or "") if first is not None and first.tag == "b" else ""
    for child in list(node):
        node.remove(child)
    node.text = text
    if lead and text.startswith(lead):
        _embolden(node, lead)
    node.classes.add(EDITED)


def _reword(node: HtmlElement, text: str, edits: Edits, anchors: frozenset[str]) -> None:
    """Set a paragraph anew: its own facts and references in the editor's words and order."""
    facts = {inner.get("data-fact"): inner for inner in node.iterdescendants() if inner.get("data-fact")}
    if node.get("data-fact"):
        facts[node.get("data-fact")] = _fact_inside(node)
        del node.attrib["data-fact"]
    made = _content(node.makeelement("span"), text, edits, anchors, facts, _held_cites(node))
    lead = next((b.text or "" for b in node if b.tag == "b" and not b.get("data-fact")), "")
    tail, attributes = node.tail, dict(node.attrib)
    node.clear()
    node.attrib.update(attributes)
    node.text, node.tail = made.text, tail
    node.extend(list(made))
    if lead and (node.text or "").startswith(lead):
        _embolden(node, lead)
    node.classes.add(EDITED)


def _embolden(node: HtmlElement, lead: str) -> None:
    """Set the first words of an element bold."""
    bold: HtmlElement = node.makeelement("b")
    bold.text, bold.tail, node.text = lead, (node.text or "")[len(lead) :], None
    node.insert(0, bold)


def _content(
    made: HtmlElement,
    text: str,
    edits: Edits,
    anchors: frozenset[str],
    facts: dict[str | None, HtmlElement],
    cites: list[tuple[str, HtmlElement]],
) -> HtmlElement:
    """Fill an element with a paragraph's words, the facts and references that it held, and those from elsewhere anew."""
    for kind, piece in segments(text):
        known = facts.get(piece) if kind == "fact" else None
        if kind == "cite":
            place = next((n for n, (label, _) in enumerate(cites) if label == piece), None)
            known = cites.pop(place)[1] if place is not None else _cite(made, piece, anchors)
        if known is not None:
            made.append(deepcopy(known))
            made[-1].tail = None
        else:
            _append_text(made, edits.now.get(piece, "") if kind == "fact" else piece.replace(PICTURE, "[picture]"))
    return made


def _cite(node: HtmlElement, label: str, anchors: frozenset[str]) -> HtmlElement | None:
    """Make a reference that an editor put in from elsewhere; None where the page has no such passage."""
    anchor = f"p-{label.replace('.', '-')}"
    if anchor not in anchors:
        return None
    made: HtmlElement = node.makeelement("a", {"class": "cite", "href": f"#{anchor}"})
    made.text = label
    return made


def _append_text(node: HtmlElement, words: str) -> None:
    if len(node):
        node[-1].tail = (node[-1].tail or "") + words
    else:
        node.text = (node.text or "") + words


def _held_cites(node: HtmlElement) -> list[tuple[str, HtmlElement]]:
    """Give a paragraph's references by label, each together with the footnote behind it."""
    held: list[tuple[str, HtmlElement]] = []
    for cite in [inner for inner in node.iterdescendants() if _is_cite(inner)]:
        whole: HtmlElement = node.makeelement("span")
        note = cite.getnext()
        footnoted = note is not None and "footnote" in (note.get("class") or "") and not cite.tail
        whole.extend(deepcopy(part) for part in (cite, note if footnoted else None) if part is not None)
        whole[-1].tail = None
        held.append((cite.text_content(), whole))
    return held


def _fact_inside(node: HtmlElement) -> HtmlElement:
    """Give what an element says as an element of its own, which is the fact from now on."""
    made: HtmlElement = node.makeelement("span")
    made.text = node.text
    made.extend(deepcopy(child) for child in node)
    made.set("data-fact", node.get("data-fact") or "")
    return made
