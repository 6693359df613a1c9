"""Make the page for checking: one file with the brief beside its sources, every passage marked in its place."""

from __future__ import annotations

import base64
import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.model import Brief
from briefgen.render.html import html
from briefgen.render.logo import logo_uri
from briefgen.render.sheet import Passage
from briefgen.render.theme import Theme
from briefgen.render.view import sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a source's text: the anchors of passages that start here, of those that cover it, and the words."""

    text: str
    anchors: tuple[tuple[str, str], ...] = ()
    passages: tuple[str, ...] = ()


def page(brief: Brief, theme: Theme) -> bytes:
    """Give the self-contained page: nothing is fetched, and the policy in it lets only its own style and script run."""
    from markupsafe import Markup

    shown = sheet(brief)
    style, script = theme.text("page.css") + theme.text("columns.css"), theme.text("page.js")
    texts = {source.id: pieces(source.text, source.passages) for source in shown.sources}
    made = html(
        shown,
        theme,
        "page.html",
        annex=False,
        texts=texts,
        logo_src=logo_uri(theme),
        figure_src={name: _data_uri(figure.svg) for name, figure in shown.figures.items()},
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


def _data_uri(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _policy(style: str, script: str) -> str:
    def digest(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    return (
        f"default-src 'none'; style-src 'sha256-{digest(style)}'; script-src 'sha256-{digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
