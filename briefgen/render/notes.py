"""Write what hangs on the text of a Word document: footnotes, and comments for the editor (ISO/IEC 29500-1, 17.11 and 17.13)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from briefgen.model import Brief
from briefgen.render.safe import one_line
from briefgen.render.word import Element, element, run
from briefgen.render.word_text import NOTHING
from briefgen.wording import words

NOTE_TEXT, COMMENT_TEXT = "footnote text", "annotation text"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_AUTHOR, _INITIALS = "briefgen", "bg"


@dataclass(slots=True)
class Footnotes:
    """The footnotes of one document, each under its passage's own number as its mark, the same as in all other outputs."""

    style: str | None
    mark_style: str | None
    made: list[Element] = field(default_factory=list)

    def add(self, mark: str, content: Sequence[Element]) -> list[Element]:
        """Add a footnote, whose content begins with its mark; give the runs that refer to it."""
        number = len(self.made) + 1
        properties = element("pPr", element("pStyle", val=self.style)) if self.style else element("pPr")
        self.made.append(element("footnote", element("p", properties, *content), id=number))
        # LibreOffice 7.4 shows the first text behind a reference twice: let that be nothing
        reference = run(NOTHING, style=self.mark_style)
        reference.insert(-1, element("footnoteReference", customMarkFollows=1, id=number))
        return [reference, run(mark, style=self.mark_style)]

    def by_id(self) -> dict[str, Element]:
        """Give each footnote by its id."""
        return {note.get(qn("w:id")): note for note in self.made}

    def save(self, document: Any) -> None:
        """Put the footnotes into the document, where there are any."""
        if not self.made:
            return
        # without room of its own, as the text's style would have it
        close = {"after": 0, "line": 240, "lineRule": "auto"}
        rules = [
            element(
                "footnote",
                element("p", element("pPr", element("spacing", **close)), element("r", element(kind))),
                type=kind,
                id=number,
            )
            for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
        ]
        _relate(document, "footnotes", RELATIONSHIP_TYPE.FOOTNOTES, [*rules, *self.made])
        settings = document.settings.element
        named = element("footnotePr", element("footnote", id=-1), element("footnote", id=0))
        compatibility = settings.find(f"{{{settings.nsmap['w']}}}compat")
        if compatibility is not None:
            compatibility.addprevious(named)
        else:
            settings.append(named)


@dataclass(slots=True)
class Comments:
    """The comments of one document, each beside the passages of a fact."""

    day: date
    style: str | None
    facts: Mapping[str, tuple[str, ...]]
    made: list[Element] = field(default_factory=list)

    def around(self, content: Sequence[Element], fact: str, passages: Sequence[str]) -> list[Element]:
        """Put a comment on content: first what an editor should know of the fact, then its passages."""
        number = len(self.made)
        properties = [element("pPr", element("pStyle", val=self.style))] if self.style else []
        lines = [element("p", *map(_copy, properties), run(line)) for line in (*self.facts.get(fact, ()), *passages)]
        stamp = f"{self.day.isoformat()}T00:00:00Z"
        self.made.append(element("comment", *lines, id=number, author=_AUTHOR, initials=_INITIALS, date=stamp))
        mark = element("r", element("commentReference", id=number))
        return [element("commentRangeStart", id=number), *content, element("commentRangeEnd", id=number), mark]

    def save(self, document: Any) -> None:
        """Put the comments into the document, where there are any."""
        if self.made:
            _relate(document, "comments", RELATIONSHIP_TYPE.COMMENTS, self.made)


def for_the_editor(brief: Brief) -> dict[str, tuple[str, ...]]:
    """Say of each fact what an editor should know: that it rests on one source, and where sources disagree on it."""
    told: dict[str, list[str]] = {}
    say = words(brief.language).say
    backed = [(m.id, m.origins) for m in brief.meetings] + [(d.id, d.origins) for d in brief.designations]
    for fact_id, origins in backed:
        if origins <= 1:
            told.setdefault(fact_id, []).append(say("rests_on_one"))
    for disagreement in brief.discrepancies:
        for fact_id in (*disagreement.facts, disagreement.id):
            told.setdefault(fact_id, []).append(f"{say('disagree', summary=one_line(disagreement.summary))}.")
    return {fact_id: tuple(lines) for fact_id, lines in told.items()}


def _relate(document: Any, name: str, relation: str, content: Iterable[Element]) -> None:
    from lxml import etree

    root = parse_xml(f"<w:{name} {nsdecls('w', 'r')}/>")
    for made in content:
        root.append(made)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI(f"/word/{name}.xml"), _KIND.format(name), data, document.part.package)
    document.part.relate_to(part, relation)


def _copy(made: Element) -> Element:
    from copy import deepcopy

    return deepcopy(made)
