"""Place rows and paragraphs of a page behind others, and take them out, so that what is left stays sound HTML."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HOLDERS = ("blockquote", "ul", "ol", "thead", "tbody", "table", "figure", "div", "td", "th")
"""What goes with the last that it holds."""


def row_of(node: HtmlElement) -> HtmlElement | None:
    """Give the table row that an element is or stands in; None outside tables."""
    return next((up for up in (node, *node.iterancestors()) if up.tag == "tr"), None)


def block_of(node: HtmlElement, *, in_table: bool) -> HtmlElement:
    """Give what stands for a paragraph among its neighbours: its row, figure or quotation, else itself."""
    row = row_of(node) if in_table else None
    if row is not None:
        return row
    return next((up for up in node.iterancestors() if up.tag in ("figure", "blockquote")), node)


def place_behind(near: HtmlElement | None, made: HtmlElement, body: HtmlElement, *, same_table: bool) -> None:
    """Put a row or paragraph behind an element; None is the start of the page."""
    if made.tag == "tr" and same_table and near is not None and near.tag == "tr":
        made = _parted(made)
        table = near.getparent()
        rows = table.getnext() if table is not None and table.tag == "thead" else None
        if rows is not None and rows.tag == "tbody":
            rows.insert(0, made)
        else:
            near.addnext(made)
        return
    block = _table_of(made) if made.tag == "tr" else _parted(made)
    if near is None:
        body.insert(0, block)
        return
    table = next((up for up in (near, *near.iterancestors()) if up.tag == "table"), None)
    item = next((up for up in (near, *near.iterancestors()) if up.tag == "li"), None)
    if near.tag == "caption" and table is not None:
        table.addprevious(block)
    elif table is not None:
        table.addnext(block)
    elif item is not None:
        _place_by_item(item, block)
    else:
        near.addnext(block)
    if block.tag in ("li", "caption") and (holder := block.getparent()) is not None and holder.tag not in ("ul", "ol"):
        block.tag = "p"


def _place_by_item(item: HtmlElement, block: HtmlElement) -> None:
    """Put an item behind an item; another paragraph into it, or behind the list where the item is the last."""
    holder = item.getparent()
    if block.tag == "li":
        item.addnext(block)
    elif item.getnext() is None and holder is not None:
        holder.addnext(block)
    else:
        item.append(block)


def _parted(node: HtmlElement) -> HtmlElement:
    """Part an element from where it stands, and what is left empty around it."""
    parent = node.getparent()
    if parent is not None:
        node.drop_tree()
        _remove_empty(parent)
    return node


def _table_of(row: HtmlElement) -> HtmlElement:
    """Make a table for a row that stands by itself, of the same look as the one that it comes from."""
    was = next((up for up in row.iterancestors() if up.tag == "table"), None)
    made: HtmlElement = row.makeelement("table", {"class": (was.get("class") if was is not None else None) or "grid"})
    columns = was.find("colgroup") if was is not None else None
    if columns is not None:
        made.append(deepcopy(columns))
    made.append(row.makeelement("tbody"))
    made[-1].append(_parted(row))
    return made


def row_with(body: HtmlElement, cells: list[HtmlElement]) -> HtmlElement:
    """Make a table row of cells."""
    made: HtmlElement = body.makeelement("tr")
    made.extend(cells)
    return made


def remove(node: HtmlElement) -> None:
    """Take an element out, and what is left empty around it: its row, quotation or list."""
    parent = node.getparent()
    if node.tag in ("td", "th"):
        # a cell goes only with its row; else the columns would shift
        for child in list(node):
            node.remove(child)
        node.text = ""
        if parent is not None and not parent.text_content().strip():
            remove(parent)
    elif parent is not None:
        node.drop_tree()
        _remove_empty(parent)


def _remove_empty(node: HtmlElement) -> None:
    if node.tag in HOLDERS and not node.text_content().strip() and node.find(".//img") is None:
        remove(node)
