"""Mark in a page what an editor changed, added or took out, and say at its end what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

EDITED, ADDED = "edited", "added"


def mark(node: HtmlElement, kind: str) -> None:
    """Mark an element once, at the end of its first words: of a row in its first cell, of a figure in its caption."""
    first = node
    if node.tag in ("tr", "figure", "blockquote"):
        first = next((inner for inner in node.iter("th", "td", "p", "figcaption")), node)
    inner = first.find("p") if first.tag in ("th", "td") else None
    (first if inner is None else inner).classes.add(kind)


def heading_over(node: HtmlElement) -> tuple[HtmlElement, ...]:
    """Give what heads an element: the caption of its table and the heading of its section, as far as it has them."""
    ups = list(node.iterancestors())
    table = next((up for up in ups if up.tag == "table"), None)
    section = next((up for up in ups if up.tag == "section"), None)
    caption = table.find("caption") if table is not None else None
    heading = section.find(".//h2") if section is not None else None
    return tuple(head for head in (caption, heading) if head is not None and head is not node)


def mark_taken_out(body: HtmlElement, headings: Iterable[tuple[HtmlElement, ...]]) -> None:
    """Mark, of the headings over each thing that was taken out, the nearest that is still there."""
    left = set(body.iter("caption", "h2"))
    for over in headings:
        near = next((head for head in over if head in left), None)
        if near is not None:
            near.classes.add(EDITED)


def write_note(body: HtmlElement, note: str) -> None:
    """Say at the end of the brief's own text what the marks mean."""
    sections = body.findall(".//section")
    last = next((s for s in sections if s.get("data-section") == "method"), body)
    made = last.makeelement("p")
    made.set("class", "edit-note")
    made.text = f"† {note}"
    last.append(made)
