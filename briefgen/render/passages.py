"""Number the passages that a brief shows: `S1.3` is the third passage of source S1 that it cites, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefgen.model import Brief, Evidence
from briefgen.render.safe import one_line, shown
from briefgen.render.sheet import Cite, Cites, Passage
from briefgen.wording import Words, clipped

_HINT = 160
Spot = tuple[str, int, int]


class Numbers:
    """Numbers the passages that the brief shows: per source, in the order of the text."""

    def __init__(self, shown_passages: Iterable[Evidence], told: Words) -> None:
        spots: dict[str, dict[Spot, Evidence]] = {}
        for e in shown_passages:
            spots.setdefault(e.source, {})[e.source, e.start, e.end] = e
        self._cites: dict[Spot, Cite] = {}
        self.passages: dict[str, tuple[Passage, ...]] = {}
        for source, found in spots.items():
            rows = []
            for number, (spot, e) in enumerate(sorted(found.items(), key=lambda item: item[0][1:]), 1):
                label, anchor = f"{source}.{number}", f"p-{source}-{number}"
                self._cites[spot] = Cite(
                    label=label, source=source, anchor=anchor, hint=clipped(one_line(e.quote), _HINT)
                )
                rows.append(
                    Passage(
                        label=label,
                        anchor=anchor,
                        quote=shown(e.quote),
                        where=_where(e, told),
                        start=e.start,
                        end=e.end,
                    )
                )
            self.passages[source] = tuple(rows)

    def cites(self, evidence: Iterable[Evidence]) -> Cites:
        """Give the references to passages, by source and place in it."""
        found = {(e.source, e.start, e.end): self._cites[e.source, e.start, e.end] for e in evidence}
        return tuple(found[spot] for spot in sorted(found, key=lambda s: (int(s[0][1:]), s[1], s[2])))


def _where(e: Evidence, told: Words) -> str:
    parts = [
        told.say("page", page=e.page) if e.page else "",
        told.say("paragraph", paragraph=e.paragraph) if e.paragraph else "",
    ]
    told_parts = [part for part in parts if part] or [told.say("characters", start=e.start, end=e.end)]
    return ", ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in told_parts)


def first_of_each(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Choose one passage a source, the first: what the line of an actor shows."""
    firsts: dict[str, Evidence] = {}
    for e in sorted(evidence, key=lambda e: (int(e.source[1:]), e.start, e.end)):
        firsts.setdefault(e.source, e)
    return tuple(firsts.values())


def shown_evidence(brief: Brief) -> Iterator[Evidence]:
    """Give every passage that the outputs show."""
    for actor in brief.actors:
        yield from first_of_each(actor.evidence)
    for facts in (brief.key_points, brief.meetings, brief.designations, brief.views, brief.changes):
        for fact in facts:
            yield from fact.evidence
    for disagreement in brief.discrepancies:
        for side in disagreement.sides:
            yield from side.evidence
