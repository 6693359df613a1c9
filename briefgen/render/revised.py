"""Put an editor's changes into the brief's HTML, each marked, so that the PDF says what the Word document says.

A paragraph of the document and an element of the HTML belong together by what they say: both were walked the same way, in
the same order, when the document was made. What finds no place is told to the caller, never dropped in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from briefgen.render.edited import Added, Edits
from briefgen.render.word_text import CITE, END, FACT, Paragraph, plain_text, segments

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LEAVES = ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "caption", "figcaption")
EDITED, ADDED = "edited", "added"


def revise(page: str, edits: Edits, note: str) -> tuple[str, tuple[str, ...]]:
    """Give the HTML with the edits in it, and the edits that found no place; `note` says what the marks mean."""
    from lxml.html import HTMLParser, document_fromstring, tostring

    document = document_fromstring(page.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8", huge_tree=True))
    body = document.body
    if body is None:
        return page, tuple(edits.now.values())
    places = _places(body, edits.paragraphs)
    lost = [f"{plain_text(edits.paragraphs[n], edits.base)}" for n in (*edits.reworded, *edits.gone) if n not in places]
    for number, text in edits.reworded.items():
        if number in places:
            _reword(places[number], text, edits)
    values = {change.path: change.after for change in edits.changed} | dict.fromkeys(edits.emptied, "")
    held = {node.get("data-fact"): node for node in body.iter() if node.get("data-fact")}
    for path, value in values.items():
        if path in held:
            _say(held[path], value)
        else:
            lost.append(value or path)
    for addition in reversed(edits.added):
        near = next((places[n] for n in range(addition.behind, -1, -1) if n in places), None)
        if near is None:
            lost.append(addition.words)
        else:
            _add(near, addition, addition.behind in places)
    for number in sorted(edits.gone):
        if number in places:
            _remove(places[number])
    if edits.any:
        _note(body, note)
    made: str = tostring(document, encoding="unicode", doctype="<!DOCTYPE html>")
    return made, tuple(lost)


def text_of(node: HtmlElement) -> str:
    """Give an element's text with facts and references as marks, as a Word document's paragraph is read."""
    return " ".join("".join(_pieces(node)).split())


def _pieces(node: HtmlElement) -> Iterator[str]:
    if node.get("data-fact"):
        yield f"{FACT}{node.get('data-fact')}{END}"
        return
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str):
            if _is_cite(child):
                yield f"{CITE}{child.text_content()}{END}"
            elif child.tag == "br":
                yield " "
            elif "footnote" not in (child.get("class") or ""):
                yield from _pieces(child)
        yield child.tail or ""


def _is_cite(node: HtmlElement) -> bool:
    return node.tag == "a" and (node.get("href") or "").startswith("#p-")


def _leaves(node: HtmlElement) -> Iterator[HtmlElement]:
    """Give the elements that became a paragraph each: one with no paragraph of its own inside."""
    for child in node:
        if not isinstance(child.tag, str):
            continue
        if child.tag in LEAVES and not any(inner.tag in LEAVES for inner in child.iterdescendants()):
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
    """Give an element new words in place of its own."""
    for child in list(node):
        node.remove(child)
    node.text = text
    node.classes.add(EDITED)


def _reword(node: HtmlElement, text: str, edits: Edits) -> None:
    """Set a paragraph anew: its own facts and references in the editor's words and order."""
    facts = {inner.get("data-fact"): inner for inner in node.iterdescendants() if inner.get("data-fact")}
    if node.get("data-fact"):
        facts[node.get("data-fact")] = _fact_inside(node)
        del node.attrib["data-fact"]
    cites = _held_cites(node)
    made: HtmlElement = node.makeelement("span")
    for kind, piece in segments(text):
        known = facts.get(piece) if kind == "fact" else None
        if kind == "cite":
            place = next((n for n, (label, _) in enumerate(cites) if label == piece), None)
            known = cites.pop(place)[1] if place is not None else None
        if known is not None:
            made.append(deepcopy(known))
            made[-1].tail = None
        elif kind != "cite":
            _append_text(made, edits.now.get(piece, "") if kind == "fact" else piece)
    # no reference is lost, whatever became of the words around it
    made.extend(whole for _, whole in cites)
    tail, attributes = node.tail, dict(node.attrib)
    node.clear()
    node.attrib.update(attributes)
    node.text, node.tail = made.text, tail
    node.extend(list(made))
    node.classes.add(EDITED)


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


def _add(near: HtmlElement, addition: Added, exact: bool) -> None:
    """Put added words behind an element: a row behind its row, an item behind its item, else a paragraph."""
    first = addition.paragraphs[0]
    row = next((up for up in (near, *near.iterancestors()) if up.tag == "tr"), None)
    if row is not None and first.row is not None:
        columns = sum(1 for cell in row if cell.tag in ("td", "th"))
        if exact and len(addition.paragraphs) == 1 and columns > 1:
            cell = next(up for up in (near, *near.iterancestors()) if up.tag in ("td", "th"))
            cell.append(_paragraph(near, first, "p"))
        else:
            row.addnext(_row(row, addition, columns))
        return
    table = next((up for up in near.iterancestors() if up.tag == "table"), None)
    item = next((up for up in (near, *near.iterancestors()) if up.tag == "li"), None)
    if table is not None:
        table.addnext(_paragraph(near, first, "p"))
    elif item is not None:
        made = _paragraph(near, first, "li" if first.listed else "p")
        holder = item if first.listed else item.getparent()
        (item if holder is None else holder).addnext(made)
    else:
        quotation = next((up for up in near.iterancestors() if up.tag == "blockquote"), None)
        block: HtmlElement = near if quotation is None else quotation
        block.addnext(_paragraph(near, first, "p"))


def _row(row: HtmlElement, addition: Added, columns: int) -> HtmlElement:
    made: HtmlElement = row.makeelement("tr")
    for number in range(columns):
        cell = row.makeelement("td")
        if number < len(addition.paragraphs):
            cell = _paragraph(row, addition.paragraphs[number], "td")
        made.append(cell)
    if len(addition.paragraphs) > columns:
        made[-1].text = " ".join(plain_text(p.text, {}) for p in addition.paragraphs[columns - 1 :])
    return made


def _paragraph(near: HtmlElement, paragraph: Paragraph, tag: str) -> HtmlElement:
    made: HtmlElement = near.makeelement(tag)
    made.text = plain_text(paragraph.text, {})
    made.classes.add(ADDED)
    return made


def _remove(node: HtmlElement) -> None:
    """Take an element out, and what is left empty around it: its row, quotation or list."""
    parent = node.getparent()
    if node.tag in ("td", "th"):
        # a cell goes only with its row; else the columns would shift
        for child in list(node):
            node.remove(child)
        node.text = ""
        if parent is not None and not parent.text_content().strip():
            _remove(parent)
        return
    if parent is None:
        return
    node.drop_tree()
    if parent.tag in ("blockquote", "ul", "ol", "tbody", "table", "figure", "div", "td", "th") and not (
        parent.text_content().strip() or parent.find(".//img") is not None
    ):
        _remove(parent)


def _note(body: HtmlElement, note: str) -> None:
    """Say at the end of the brief's own text what the marks mean."""
    sections = body.findall(".//section")
    last = next((s for s in sections if s.get("data-section") == "method"), body)
    made = last.makeelement("p")
    made.set("class", "edit-note")
    made.text = f"† {note}"
    last.append(made)
