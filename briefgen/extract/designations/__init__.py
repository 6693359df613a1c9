"""Find designation statements: who does or does not list, ban, proscribe, sanction or delist whom.

Found: "Japan has designated the Tarn Front as a terrorist organisation", "Brazil declined to list it", "was added to the
EU's sanctions list", "is considering sanctions on". Left alone: labels ("the terrorist group X"), demands and threats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.dates import sharper
from briefgen.extract.designations.announced import counted_behind, entries_behind
from briefgen.extract.designations.cue import Cue
from briefgen.extract.designations.cues import cues_in
from briefgen.extract.designations.dating import as_of
from briefgen.extract.designations.introduced import introduced_behind
from briefgen.extract.designations.parties import Parties
from briefgen.extract.designations.rows import entries_in_rows
from briefgen.extract.designations.standings import Standing, Standings
from briefgen.extract.designations.triggers import speaks_of_listing, starts_listing
from briefgen.knowledge.world import words
from briefgen.model import Designation, DesignationStatus, Evidence
from briefgen.names import slug
from briefgen.reading.line import LONGEST, Line
from briefgen.reading.marks import Reading, Sentence

CATEGORY = re.compile(
    r"(?:foreign |specially designated |global |international )*(?:terrorists?|terrorism|terror|extremist|criminal|undesirable)"
    r"(?:[ -](?:organi[sz]ations?|groups?|entit(?:y|ies)|movements?|sponsors?|individuals?|list|persons?))?",
    re.IGNORECASE,
)
ORDER = re.compile(r"\b(?:executive order|e\.o\.) ?1\d{4}\b")
"""An order under the International Emergency Economic Powers Act (50 U.S.C. 1701): it blocks property."""
NUMBERED = re.compile(
    r"(?:(?:a )?(?:set|network|group|number) of )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|\d+)\b",
    re.IGNORECASE,
)


def find_designations(reading: Reading) -> Iterator[Designation]:
    """Give the designation statements of a document, one for each authority, subject and status."""
    parties = Parties(reading)
    made: list[tuple[bool, Designation]] = []
    listing = any(map(starts_listing, reading.text.split()))
    rows = list(Standings(reading, parties.authorities.listers)) if listing else []
    made.extend((False, _of_row(reading, row)) for row in rows)
    for sentence in reading.sentences:
        if any(row.start < sentence.end and sentence.start < row.end for row in rows):
            parties.of_rows(sentence, rows)
            continue
        goes_on = parties.told_near(sentence.index)
        if len(sentence.span) <= LONGEST and (goes_on or speaks_of_listing(sentence)):
            made.extend(_in_sentence(reading, sentence, parties))
    made.sort(key=lambda stated: stated[0])  # "was listed by Canada" says more than "the Canada-listed Kahl"
    facts = [fact for _, fact in made]
    facts.extend(_announced(reading, parties, facts))
    yield from _without_summaries(reading, _one_each(facts))


def _one_each(made: Sequence[Designation]) -> list[Designation]:
    """Give one for each authority, subject and status, with every passage, in the order they were told."""
    found: dict[tuple[str, str, str], Designation] = {}
    for fact in made:
        key = (fact.authority, fact.subject, fact.status)
        old = found.get(key)
        if old is None:
            found[key] = fact
        elif fact.evidence[0] not in old.evidence:
            found[key] = replace(
                old,
                category=old.category or fact.category,
                as_of=sharper(old.as_of, fact.as_of),
                evidence=(*old.evidence, *fact.evidence),
            )
    return list(found.values())


def _announced(reading: Reading, parties: Parties, made: Sequence[Designation]) -> Iterator[Designation]:
    """Give those whom the sentences behind an announcement name, with both passages: a list's entry says more than its head."""
    told = parties.announcements
    for n, announcement in enumerate(told):
        until = told[n + 1].sentence.index if n + 1 < len(told) else len(reading.sentences)
        said = frozenset(fact.subject for fact in made)
        if announcement.follows:
            rows = entries_in_rows(reading, announcement, until)
            named = rows if rows.entries else entries_behind(reading, announcement)
        else:
            named = counted_behind(reading, announcement, until, said)
        line = Line(reading, announcement.sentence)
        introduced = [] if announcement.follows else introduced_behind(reading, announcement, until).entries
        for subject, _, sentence in [*named.entries, *introduced]:
            ahead = announcement.follows or any(subject == key for key, _, _ in introduced)
            both = (announcement.sentence, sentence)
            passages = [reading.document.cite(s.start, s.end) for s in (reversed(both) if ahead else both)]
            for authority in announcement.authorities:
                if authority != subject:
                    yield _fact(reading, line, announcement.cue, (authority, subject), passages)


def _without_summaries(reading: Reading, facts: Sequence[Designation]) -> Iterator[Designation]:
    """Leave out "designated two companies" where the names follow: releases count first and name later."""
    named = [f for f in facts if f.subject in reading.by_id or not NUMBERED.match(f.subject)]
    for fact in facts:
        counted = fact.subject not in reading.by_id and NUMBERED.match(fact.subject)
        if not (counted and any(_names_later(fact, other) for other in named)):
            yield fact


def _names_later(fact: Designation, other: Designation) -> bool:
    later = max(e.start for e in other.evidence) > fact.evidence[0].end
    return later and (fact.authority, fact.status) == (other.authority, other.status)


def _in_sentence(reading: Reading, sentence: Sentence, parties: Parties) -> Iterator[tuple[bool, Designation]]:
    """Give the facts of a sentence, each with whether it is only told in passing ("the U.S.-listed Kahl")."""
    line = Line(reading, sentence)
    passage = None
    for read in cues_in(line):
        cue = parties.settled(read)
        stated = parties.of(line, cue)
        if not stated:
            continue
        passage = passage or reading.document.cite(sentence.start, sentence.end)
        for pair in stated:
            yield cue.voice == "joined", _fact(reading, line, cue, pair, [passage])


def _of_row(reading: Reading, row: Standing) -> Designation:
    return Designation(
        id=_key(row.authority, row.subject, row.status),
        authority=row.authority,
        subject=row.subject,
        status=row.status,
        as_of=row.when,
        evidence=(reading.document.cite(row.start, row.end),),
    )


def _key(authority: str, subject: str, status: DesignationStatus) -> str:
    return f"{slug(authority, 30)}-{slug(subject, 30)}-{status.replace('_', '-')}"


def _fact(reading: Reading, line: Line, cue: Cue, pair: tuple[str, str], passages: Sequence[Evidence]) -> Designation:
    authority, subject = pair
    return Designation(
        id=_key(authority, subject, cue.status),
        authority=authority,
        subject=subject,
        status=cue.status,
        category=_category(reading, line.sentence, cue),
        as_of=as_of(line, cue, subject),
        evidence=tuple(passages),
    )


def _category(reading: Reading, sentence: Sentence, cue: Cue) -> str | None:
    if cue.sanctions:
        return "sanctions"
    match = CATEGORY.search(reading.text, sentence.start, sentence.end)
    if match:
        return _of_one(" ".join(match[0].split()))
    low = reading.text[sentence.start : sentence.end].casefold()
    measures = any(word in low for word in words("designation", "measures") if word.startswith("sanction"))
    return "sanctions" if measures or ORDER.search(low) else None


def _of_one(category: str) -> str:
    """Give a category as it holds for one of those listed.

    >>> _of_one("terrorist entities"), _of_one("terrorist organisations"), _of_one("terrorism list")
    ('terrorist entity', 'terrorist organisation', 'terrorism list')
    """
    return re.sub(r"(?i)(?<=entit)ies$", "y", re.sub(r"(?i)(?<=[a-z])(?<!entitie)s$", "", category))
