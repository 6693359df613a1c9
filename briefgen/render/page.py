"""Make the page for checking: one file with the brief beside its sources, every passage marked in its place."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.model import Brief
from briefgen.render.fonts import page_font_css
from briefgen.render.glyphs import unbroken_days
from briefgen.render.html import html
from briefgen.render.logo import logo_uri
from briefgen.render.sheet import Cites, Passage, Sheet
from briefgen.render.theme import Theme
from briefgen.render.view import sheet
from briefgen.wording import clipped

_LINE = 90
"""The most letters of a line of the brief that a passage's way back shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a source's text: the anchors of passages that start here, of those that cover it, and the words."""

    text: str
    anchors: tuple[tuple[str, str], ...] = ()
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A line of the brief that rests on a passage: its anchor, the label of its kind, and its first words."""

    anchor: str
    kind: str
    words: str


def page(brief: Brief, theme: Theme) -> bytes:
    """Give the self-contained page: nothing is fetched, and the policy in it lets only its own style and script run."""
    from markupsafe import Markup

    theme, shown = theme.whole(), sheet(brief)
    logo = logo_uri(theme)
    drawn = {
        name: Markup(figure.svg.replace("<svg ", '<svg aria-hidden="true" ', 1))
        for name, figure in shown.figures.items()
    }
    body = html(shown, theme, "body.html", evidence="annex", annex=False, drawn=drawn, logo_src=logo)
    body = _anchored(unbroken_days(body))
    style = "\n".join((page_font_css(), theme.text("page.css"), theme.text("columns.css"), _running_heads(shown)))
    script = theme.text("page.js")
    made = html(
        shown,
        theme,
        "page.html",
        body=Markup(body),
        headings=[(anchor, Markup(words)) for anchor, words in _HEADING.findall(body)],
        texts={source.id: paragraphs(pieces(source.text, source.passages)) for source in shown.sources},
        uses=uses(shown),
        policy=_policy(style, script),
        style=Markup(style),
        script=Markup(script),
    )
    return made.encode("utf-8", "replace")


def pieces(text: str, passages: Sequence[Passage]) -> tuple[Piece, ...]:
    """Cut a text where passages start and end. Passages may overlap; the pieces joined are the text.

    Work is linear in the text and the overlaps.
    """
    cuts = sorted({0, len(text), *(p.start for p in passages), *(p.end for p in passages)})
    starting: dict[int, list[Passage]] = {}
    for passage in passages:
        starting.setdefault(passage.start, []).append(passage)
    made: list[Piece] = []
    open_now: list[Passage] = []
    for start, end in itertools.pairwise(cuts):
        begins = starting.get(start, [])
        open_now = [p for p in open_now if p.end > start] + begins
        made.append(
            Piece(
                text=text[start:end],
                anchors=tuple((p.label, p.anchor) for p in begins),
                passages=tuple(p.anchor for p in open_now),
            )
        )
    return tuple(made)


def paragraphs(cut: Sequence[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """Put pieces into paragraphs: at line ends, or at blank lines where the text is set in short lines."""
    longest = max((len(line) for line in "".join(piece.text for piece in cut).split("\n")), default=0)
    ends = _BLANK_LINES if longest <= _SHORT_LINE else _LINE_ENDS
    rows: list[list[Piece]] = [[]]
    for piece in cut:
        for n, part in enumerate(ends.split(piece.text)):
            if n:
                rows.append([])
            if part or (not n and piece.anchors):
                rows[-1].append(Piece(text=part, anchors=() if n else piece.anchors, passages=piece.passages))
    return tuple(tuple(row) for row in rows if row)


_BLANK_LINES, _LINE_ENDS = re.compile(r"\n(?:[^\S\n]*\n)+"), re.compile(r"\n")
_SHORT_LINE = 120
"""The longest line of a text that is broken by hand, in letters."""


def uses(shown: Sheet) -> dict[str, tuple[Use, ...]]:
    """Say for each passage, by its anchor, which lines of the brief rest on it, in the brief's order."""
    found: dict[str, dict[str, Use]] = {}
    for fact, kind, words, cites in _lines(shown):
        use = Use(anchor=f"fact-{fact}", kind=kind, words=clipped(words, _LINE))
        for cite in cites:
            found.setdefault(cite.anchor, {})[use.anchor] = use
    return {anchor: tuple(each.values()) for anchor, each in found.items()}


def _lines(shown: Sheet) -> Iterator[tuple[str, str, str, Cites]]:
    """Give each line that cites: its id, the label of its kind, its words, its passages."""
    if shown.bottom_line:
        yield shown.bottom_line.id, "bottom_line", shown.bottom_line.lead, shown.bottom_line.cites
    for point in shown.points:
        yield point.id, "key_points", point.lead + point.rest, point.cites
    for change in shown.changes:
        yield change.id, "changes", change.text, change.cites
    for meeting in itertools.chain.from_iterable(shown.meetings.values()):
        yield meeting.id, "meetings", f"{meeting.date}: {meeting.parties}", meeting.cites
    for d in shown.designations:
        yield d.id, "designations", f"{d.authority}: {d.subject}", d.cites
    for view in itertools.chain.from_iterable(shown.views.values()):
        yield view.id, "views", f"{view.holder}: {view.text}", view.cites
    for actor in itertools.chain(shown.actors, *shown.also_named.values()):
        yield actor.id, "actors", actor.name, actor.cites
    for disagreement in shown.disagreements:
        cites = tuple(cite for side in disagreement.sides for cite in side.cites)
        yield disagreement.id, "discrepancies", disagreement.summary, cites


_HEADING = re.compile(r'<section id="([\w-]+)"[^>]*>\s*(?:<div[^>]*>\s*)?<h2[^>]*>(.*?)</h2>', re.DOTALL)
_FACT = re.compile(r' data-id="([^"]+)"(?! id=)')


def _anchored(body: str) -> str:
    """Give each line of the brief an anchor, so that its passages can lead back to it.

    Only markup has a bare quotation mark: in text the template made it `&#34;`.
    """
    return _FACT.sub(r' id="fact-\1" data-id="\1"', body)


def _running_heads(shown: Sheet) -> str:
    """Give the style of the printed page's margins: the title, the handling marking and the page's number."""
    boxes = [f"@top-left {{ content: {_css_words(clipped(shown.title, 80))} }}"]
    if shown.marking:
        boxes.append(f"@top-right {{ content: {_css_words(shown.marking)}; font-weight: 600 }}")
    boxes.append('@bottom-right { content: counter(page) " / " counter(pages) }')
    return f"@page {{ {' '.join(boxes)} }}"


def _css_words(words: str) -> str:
    """Write words as a CSS string in which only letters, digits and spaces stand for themselves."""
    return '"' + "".join(c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in words) + '"'


def _policy(style: str, script: str) -> str:
    def digest(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    return (
        f"default-src 'none'; style-src 'sha256-{digest(style)}'; script-src 'sha256-{digest(script)}'; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )
