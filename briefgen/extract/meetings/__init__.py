"""Find meetings: talks, summits, visits for talks, delegations received and calls between parties, past or planned.

Found: "Ada Renn met Toma Vell in Port Sever on 3 May", "talks between Orlania and Verrin", "the ministers spoke by phone",
"a delegation flew to Port Sever for talks", "invited them to Port Sever" (proposed). Left alone: what was refused,
denied, demanded or imagined; press conferences, annual meetings, sports; "met the target".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefgen.dates import overlap, sharper
from briefgen.extract.meetings.telling import tellings
from briefgen.extract.meetings.told import Told
from briefgen.knowledge.world import words
from briefgen.model import UNDATED, Evidence, Meeting, When
from briefgen.names import slug
from briefgen.reading.marks import Reading

BELOW = 12
"""Sentences of a text in which its headline's meeting is looked for."""


def find_meetings(reading: Reading) -> Iterator[Meeting]:
    """Give the meetings of a document, one for each real one: several tellings of one are joined."""
    joined: list[Told] = []
    told_in: dict[int, list[int]] = {}  # the meetings by the sentences that tell them
    for told in tellings(reading):
        if told.again:
            place = _told_again(joined, told_in.get(told.sentence, []), told)
        else:
            place = next((i for i, earlier in enumerate(joined) if _one(reading, earlier, told)), None)
        if place is None:
            place = len(joined)
            joined.append(told)
        else:
            joined[place] = told if joined[place].headline and told.parties else _join(reading, joined[place], told)
        told_in.setdefault(told.sentence, []).append(place)
    used: set[str] = set()
    for told in joined:
        if _only_a_frame(told, joined):
            continue
        if told.parties or told.named:  # nobody could tell whose meeting it was else
            yield _meeting(reading, told, used)


def _only_a_frame(journey: Told, joined: list[Told]) -> bool:
    """Tell a journey that is nothing but the frame of the meetings told behind it: "will travel to Riga. There, she will meet"."""
    if not journey.journey or len(journey.parties) > 1:
        return False
    return any(
        not told.journey
        and 0 < told.sentence - journey.sentence <= BELOW
        and told.status == journey.status
        and set(journey.parties) & set(told.parties)
        and (told.when.start is None or journey.when.start is None or overlap(told.when, journey.when))
        for told in joined
    )


def _told_again(joined: list[Told], places: list[int], told: Told) -> int | None:
    """Give the meeting that "the talks" were, among those that one sentence told; None where it told several and none fits."""
    within = [
        i for i in places if set(joined[i].parties) <= set(told.parties) and set(joined[i].named) <= set(told.named)
    ]
    return within[0] if within else places[0] if len(set(places)) == 1 else None


def _one(reading: Reading, earlier: Told, told: Told) -> bool:
    if _same(earlier, told) or _goes_on(reading, earlier, told) or _under(reading, earlier, told):
        return True
    return _office_named(reading, earlier, told) is not None


def _under(reading: Reading, title: Told, told: Told) -> bool:
    """Tell whether a sentence of the text below tells the meeting of its headline."""
    if not title.headline or told.headline or told.resumed or not 0 < told.sentence - title.sentence < BELOW:
        return False
    said = {w for words in told.named for w in words.casefold().split()}
    homes = {e.affiliation for p in told.parties if (e := reading.entity(p)) is not None}
    return bool(set(title.parties) & {*told.parties, *homes}) or any(
        w.casefold() in said for words in title.named for w in words.split() if w[:1].isupper()
    )


def _same(one: Told, other: Told) -> bool:
    """Tell whether two tellings in one document are of one meeting."""
    if (one.headline and not other.headline) or (other.onward and one.sentence < other.sentence):
        return False
    if one.status != other.status and (one.status, other.status) != ("proposed", "planned"):
        return False  # what is proposed may come to be planned; a proposal made afterwards is another meeting
    if one.sentence == other.sentence and one.when == other.when and not (one.parties and other.parties):
        # told twice in one sentence, once with its parties; "by the king and, later, by the speaker" tells two
        fewer, more = sorted((set(one.named), set(other.named)), key=len)
        return fewer <= more
    if one.sentence == other.sentence and set(one.named) < set(other.named) and UNDATED in (one.when, other.when):
        return True  # "the panel, which sat on Monday, heard the envoy"
    both = set(one.parties) & set(other.parties)
    contained = set(one.parties) <= set(other.parties) or set(other.parties) <= set(one.parties)
    if not both or not (len(both) > 1 or contained) or (len(both) == 1 and _others(one, other)):
        return False
    if one.place and other.place and one.place != other.place:
        return False
    if one.when.start is not None and other.when.start is not None:
        return one.when == other.when or (overlap(one.when, other.when) and contained)
    # one of them has no date: only the same parties told again close by are surely the same meeting
    return set(one.parties) == set(other.parties) and other.sentence - one.sentence < 6


ANYBODY = frozenset(
    """counterpart counterparts colleague colleagues homologue guest guests visitor visitors delegation delegations side
sides official officials team group members""".split()
)
"""Words by which those described before are called again."""


def _others(one: Told, other: Told) -> bool:
    """Tell two meetings of one party by those without a name: "saw the bishops ... will see the traders"."""
    heads = [{head for words_ in told.named if (head := _head(words_))} for told in (one, other)]
    return all(heads) and not heads[0] & heads[1] and not (heads[0] | heads[1]) & ANYBODY


def _head(described: str) -> str | None:
    """Give the noun of a description, "envoys" of "envoys of the port"; None for a name or a title."""
    before = re.split(r" (?:of|from|in|for|at|to) ", described)[0].split()
    return before[-1] if before and before[-1][:1].islower() else None


def _goes_on(reading: Reading, one: Told, other: Told) -> bool:
    """Tell whether a sentence names those who met in the one before: "The envoys of X and Y met ... Renn and Vell talked for hours"."""
    if (
        other.sentence - one.sentence != 1
        or one.status != other.status
        or other.when.start is not None
        or len(one.parties) != len(other.parties)
    ):
        return False
    homes = {e.affiliation for p in other.parties if (e := reading.entity(p)) is not None and e.kind == "person"}
    return bool(homes & set(one.parties)) and not set(other.parties) & set(one.parties)


def _office_named(reading: Reading, one: Told, other: Told) -> str | None:
    """Give the state whose minister was met, where the next sentence names him: "met Latvia's minister ... Renn and Vell"."""
    rest = [p for p in one.parties if p not in other.parties]
    new = [p for p in other.parties if p not in one.parties]
    if (
        len(rest) != 1
        or len(new) != 1
        or len(one.parties) < 2
        or one.status != other.status
        or other.when.start is not None
        or not 0 < other.sentence - one.sentence < 3
    ):
        return None
    state, person = reading.entity(rest[0]), reading.entity(new[0])
    if state is None or person is None or state.kind != "state" or person.kind != "person":
        return None
    told = {w for words_ in one.named for w in words_.casefold().split()} & words("titles", "heads")
    home = person.affiliation in (None, state.id)
    return state.id if home and told & set((person.role or "").casefold().split()) else None


def _join(reading: Reading, one: Told, other: Told) -> Told:
    office = _office_named(reading, one, other)
    kept = [p for p in one.parties if p != office]
    fuller, sparser = (other, one) if len(other.named) > len(one.named) and not other.again else (one, other)
    return replace(
        one,
        status=other.status if other.again else one.status,
        parties=tuple(dict.fromkeys((*kept, *other.parties))),
        named=_each_once((*one.named, *other.named)),
        place=one.place or other.place,
        when=sharper(one.when, other.when),
        purpose=one.purpose or other.purpose,
        outcome=one.outcome or other.outcome,
        passages=(*fuller.passages, *sparser.passages),
        journey=one.journey and other.journey,  # a meeting told on it: no mere frame of others
    )


def _each_once(named: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words for the parties without a surname whose whole name is among them."""
    full = [n.replace(",", "").split() for n in named if all(w[:1].isupper() for w in n.split())]
    whole = {surname for words_ in full for surname in words_[1:]}
    return tuple(dict.fromkeys(n for n in named if n not in whole))


def _meeting(reading: Reading, told: Told, used: set[str]) -> Meeting:
    evidence: dict[tuple[int, int], Evidence] = {}
    for start, end in told.passages:
        passage = reading.document.cite(start, end)
        evidence.setdefault((passage.start, passage.end), passage)
    return Meeting(
        id=meeting_id(told.when, told.parties or told.named, used),
        date=told.when,
        status=told.status,
        place=told.place,
        # a headline alone proves no meeting: `inspect` shows it, no brief lists it
        participants=() if told.headline else told.parties,
        named=told.named,
        purpose=told.purpose,
        outcome=told.outcome,
        evidence=tuple(evidence.values()),
    )


def meeting_id(when: When, parties: tuple[str, ...], used: set[str]) -> str:
    """Make an id of the day and up to three parties, told apart from those in `used`, which grows."""
    day = "undated" if when.start is None else f"{when.start:%m-%d}" if when.yearless else when.start.isoformat()
    base = "-".join([day, *sorted(slug(party, 30) for party in parties)[:3]])
    key, number = base, 2
    while key in used:
        key, number = f"{base}-{number}", number + 1
    used.add(key)
    return key
