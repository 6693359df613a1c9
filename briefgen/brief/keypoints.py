"""Compose the bottom line and the key points from merged facts only.

A point is made where a fact was reported by the most independent sources and matters most. Each sentence is put
together from fields that have passages, so every name, number and date in it stands in them or is the normal form of
something that does; nothing is judged, forecast or rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefgen.brief.articles import articled
from briefgen.brief.ordering import actor_weights
from briefgen.brief.sides import RECENT
from briefgen.merge.published import Published, came_out
from briefgen.model import Actor, Designation, Discrepancy, Evidence, Facts, KeyPoint, Meeting, Source, View
from briefgen.names import fold
from briefgen.wording import Words, clipped

MOST_MEETINGS = 3
MOST_DESIGNATIONS = 2
MOST_VIEWS = 2
SHOWN_PARTIES = 4
PASSAGES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """What points are made with.

    The actors by id, how much each weighs, the words of all sides of what is disputed, the day on which each source came
    out, the last of them, and the brief's language.
    """

    actors: dict[str, Actor]
    weight: dict[str, int]
    disputed: dict[str, tuple[str, ...]]
    published: Published
    latest: date | None
    words: Words

    def name(self, key: str) -> str:
        """Give an actor's name, or the text that stands in place of an id."""
        actor = self.actors.get(key)
        if actor is None:
            return articled(key, self.words)
        affiliation = self.actors.get(actor.affiliation or "")
        if actor.kind == "person" and affiliation is not None:
            return f"{actor.name} ({affiliation.name})"
        return articled(actor.name, self.words)


def compose_key_points(
    facts: Facts, discrepancies: Sequence[Discrepancy], sources: Sequence[Source], prepared: date, words: Words
) -> tuple[KeyPoint, ...]:
    """Give the bottom line first, then at most eight points; nothing where nothing was found."""
    disputed = {d.id: tuple(side.text for side in d.sides) for d in discrepancies if d.kind == "contradiction"}
    actors = {a.id: a for a in facts.actors}
    published = {source.id: source.published for source in sources}
    cast = Cast(
        actors=actors,
        weight=dict(actor_weights(facts)),
        disputed=disputed,
        published=published,
        latest=max((day for day in published.values() if day and day <= prepared), default=None),
        words=words,
    )
    meetings = _top_meetings(facts.meetings, cast, prepared)
    designations = _top_designations(facts.designations, cast)
    points = [_meeting_point(m, cast, prepared) for m in sorted(meetings, key=lambda m: _day(m))]
    points += [_designation_point(group, cast) for group in designations]
    points += [_view_point(view, cast) for view in _top_views(facts.views, cast)]
    points += [_disagreement_point(d, words) for d in discrepancies if d.kind == "contradiction"][:1]
    if not points:
        return ()
    line = _bottom_line(facts, meetings, designations, cast, len(sources), prepared)
    return (line, *points) if line else tuple(points)


def _day(meeting: Meeting) -> date:
    return meeting.date.start if meeting.date.placed and meeting.date.start else date.max


def _weigh_meeting(meeting: Meeting, cast: Cast, prepared: date) -> tuple[float, str]:
    score = 4.0 * meeting.origins + min(len(meeting.participants), 4) + 2 * bool(meeting.place)
    score += 4 * meeting.date.placed + bool(meeting.purpose) - 4 * _gone_by(meeting, cast)
    score += min(3.0, max((cast.weight.get(key, 0) for key in meeting.participants), default=0) / 20)
    if meeting.date.placed and meeting.date.end:
        # what sources tell of old times is background: half a month takes away what a party adds, half a year three sources
        score -= min(12.0, max(0, ((cast.latest or prepared) - meeting.date.end).days) / 15)
    return -score, meeting.id


def _gone_by(meeting: Meeting, cast: Cast) -> bool:
    """Tell whether a plan's day had passed when the last source came out, and no source tells what became of it."""
    ahead = meeting.status in ("planned", "proposed")
    return ahead and bool(cast.latest and meeting.date.placed and meeting.date.end and meeting.date.end < cast.latest)


def _top_meetings(meetings: Sequence[Meeting], cast: Cast, prepared: date) -> list[Meeting]:
    # one party alone "held a meeting": true, but nothing to lead a brief with
    told = [m for m in meetings if len(m.participants) > 1 or (m.place and m.status != "held")]
    best = sorted(told, key=lambda m: _weigh_meeting(m, cast, prepared))
    top = best[:MOST_MEETINGS]
    planned = next((m for m in best if m.status == "planned" and not _gone_by(m, cast)), None)
    if planned is not None and planned not in top:
        top = [*top[: MOST_MEETINGS - 1], planned]
    return top


def _parties(meeting: Meeting, cast: Cast) -> str:
    keys = _without_doubles(meeting.participants, cast)
    names = [cast.name(key) for key in keys[:SHOWN_PARTIES]]
    if (more := len(keys) - SHOWN_PARTIES) > 0:
        names.append(cast.words.count(more, "other_party"))
    return cast.words.listed(names)


def _without_doubles(keys: Sequence[str], cast: Cast) -> list[str]:
    """Leave out a state or body that a person among the parties is shown with in brackets anyway."""
    shown = {cast.actors[key].affiliation for key in keys if key in cast.actors and cast.actors[key].kind == "person"}
    return [key for key in keys if key not in shown] or list(keys)


def _meeting_words(meeting: Meeting, cast: Cast, prepared: date) -> str:
    parties, several = _parties(meeting, cast), len(_without_doubles(meeting.participants, cast)) > 1
    say = cast.words.say
    place = say("in_place", place=_place(meeting, cast)) if meeting.place and not _is_party(meeting, cast) else ""
    if meeting.status == "held":
        told = say("met" if several else "met_alone", parties=parties, place=place, date=_dated(meeting, cast, "on"))
        denied = f"{meeting.id}-denied" in cast.disputed
        return _with_note(told, say("denied_in_another")) if denied else told
    over = meeting.date.placed and meeting.date.end is not None and meeting.date.end < prepared
    status: str = "was_planned" if over and meeting.status == "planned" else meeting.status
    day = _dated(meeting, cast, "for")
    if status == "cancelled" and day:
        status = "planned_and_cancelled"
    told = say("meeting_of" if several else "meeting_with", parties=parties)
    return say(f"meeting_{status}", meeting=told, place=place, date=day)


def _is_party(meeting: Meeting, cast: Cast) -> bool:
    """Tell whether the place is a state that takes part: "Norland and Sarn met in Norland" says less than it seems to."""
    two = len(meeting.participants) < 3
    return two and meeting.place in {cast.actors[key].name for key in meeting.participants if key in cast.actors}


def _place(meeting: Meeting, cast: Cast) -> str:
    return cast.words.listed(cast.disputed.get(f"{meeting.id}-place", (meeting.place or "",)), "or")


def _dated(meeting: Meeting, cast: Cast, preposition: str) -> str:
    """Give the date with its preposition: "on" for what was, "for" for what is to be."""
    if not meeting.date.placed:
        return ""
    if dates := cast.disputed.get(f"{meeting.id}-date"):
        return cast.words.say("dates_disputed", dates=cast.words.listed(dates, "or"))
    several = meeting.date.precision == "day" and meeting.date.start != meeting.date.end
    kind = "days" if several else meeting.date.precision
    return cast.words.say(f"{preposition}_{kind}", date=cast.words.when(meeting.date))


def _reported(origins: int, words: Words) -> str:
    return words.say("reported_by", sources=words.count(max(1, origins), "by_independent_source"))


def _with_note(told: str, note: str) -> str:
    """Put a note in brackets behind what is told, into those that stand there."""
    return f"{told[:-1]}; {note})" if told.endswith(")") else f"{told} ({note})"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "”", "?", "!")) else ".")


def _meeting_point(meeting: Meeting, cast: Cast, prepared: date) -> KeyPoint:
    told = _meeting_words(meeting, cast, prepared)
    text = f"{_with_note(told, _reported(meeting.origins, cast.words))}."
    if meeting.purpose:
        text += " " + cast.words.say("purpose", purpose=clipped(meeting.purpose.rstrip("."), 160))
    if meeting.outcome:
        text += " " + cast.words.say("outcome", outcome=clipped(meeting.outcome.rstrip("."), 160))
    return KeyPoint(
        id=f"point-{meeting.id}", text=_sentence(text), facts=(meeting.id,), evidence=_first_of_each(meeting.evidence)
    )


def _first_of_each(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Give the first passage of each source, the first few sources."""
    first: dict[str, Evidence] = {}
    for item in evidence:
        first.setdefault(item.source, item)
    return tuple(first.values())[:PASSAGES]


def _top_designations(facts: Sequence[Designation], cast: Cast) -> list[list[Designation]]:
    """Group what several authorities say alike of one subject, weightiest group first; statuses left behind are none."""
    groups: dict[tuple[str, str, bool, str | None], list[Designation]] = {}
    told: dict[tuple[str, str], list[Designation]] = {}
    for fact in facts:
        told.setdefault((fact.authority, fact.subject), []).append(fact)
    for fact in facts:
        if not _left_behind(fact, told[fact.authority, fact.subject], cast):
            # what is news is told by itself, with its list; of what stands for long, who lists at all
            news = fold(fact.category or "") if _is_news(fact, cast) else None
            groups.setdefault((fact.subject, fact.status, _is_sanctions(fact), news), []).append(fact)

    def weigh(group: list[Designation]) -> tuple[bool, int, str]:
        """Put what was listed or taken off in these weeks before what stands, or does not stand, for long."""
        origins = sum(f.origins for f in group)
        news = any(_is_news(f, cast) for f in group) and group[0].status in ("designated", "delisted")
        return not news, -(4 * origins + cast.weight.get(group[0].subject, 0) // 5), group[0].id

    joined: dict[tuple[object, ...], list[Designation]] = {}
    for (subject, status, sanctions, news), group in groups.items():
        # all whom the same authorities have listed, or taken off, in these weeks stand in one sentence
        by = frozenset(fact.authority for fact in group)
        joined.setdefault(
            (by, status, sanctions, news) if news is not None else (subject, status, sanctions), []
        ).extend(group)
    return sorted(joined.values(), key=weigh)[:MOST_DESIGNATIONS]


def _left_behind(fact: Designation, told: Sequence[Designation], cast: Cast) -> bool:
    """Tell whether another status told of the same two parties, later or in the course of things, has taken one over."""
    stage = {"not_designated": 0, "under_review": 0, "designated": 1, "delisted": 2}

    def reached(listing: Designation) -> tuple[date, int]:
        return came_out(listing.evidence, cast.published) or date.min, stage[listing.status]

    return any(reached(other) > reached(fact) for other in told if other.status != fact.status)


def _is_news(fact: Designation, cast: Cast) -> bool:
    """Tell whether a listing is told for the month before the last source came out."""
    end = fact.as_of.end if fact.as_of.placed and fact.as_of.precision != "year" else None
    return bool(cast.latest and end and timedelta(0) <= cast.latest - end <= RECENT)


def _is_sanctions(fact: Designation) -> bool:
    return "sanction" in (fact.category or "").casefold()


def _designation_words(group: Sequence[Designation], cast: Cast) -> str:
    first = group[0]
    names = _first_few([cast.name(f.authority) for f in group], "other_authority", cast.words)
    subjects = _first_few([cast.name(f.subject) for f in group], "other_subject", cast.words)
    alike = len({fold(f.category or "") for f in group}) == 1 and len(subjects) == 1
    category = (first.category or "").strip() if alike else ""
    sanctions = _is_sanctions(first)
    with_article = _one_of(category)
    # "as a Foreign Terrorist Organization", but "on the terrorist list"
    said = "on_list" if re.search(r"\blists?$", category, re.IGNORECASE) else "as_category"
    told = CATEGORY.search(category) is not None and not sanctions
    kind = cast.words.say(said, category=with_article, bare=category) if told else ""
    status = first.status.replace("designated", "sanctioned") if sanctions else first.status
    return cast.words.say(
        f"{status}_{'many' if len(names) > 1 else 'one'}",
        authority=cast.words.listed(names),
        subject=cast.words.listed(subjects),
        kind=kind,
    )


def _first_few(names: Sequence[str], others: str, words: Words) -> list[str]:
    once = list(dict.fromkeys(names))
    more = len(once) - SHOWN_PARTIES
    return [*once[:SHOWN_PARTIES], words.count(more, others)] if more > 0 else once


CATEGORY = re.compile(
    r"(?:list|organi[sz]ation|group|entit(?:y|ie)|person|individual|terrorist|extremist|association|sponsor|state|country|"
    r"national|network|movement|party|company|vessel|regime)s?$",
    re.IGNORECASE,
)
"""Nouns of what somebody is listed as; a category of another kind ("terrorism") makes no such sentence."""


def _one_of(category: str) -> str:
    """Give a category with its article, as one subject has it: it may be the name of a list, "terrorist entities".

    >>> _one_of("terrorist entities"), _one_of("Specially Designated Nationals"), _one_of("unlawful association")
    ('a terrorist entity', 'a Specially Designated National', 'an unlawful association')
    """
    if category.casefold().startswith(("a ", "an ", "the ")):
        return category
    one = re.sub(r"(?<=[a-z])ies$", "y", category)
    one = one if one != category or category.endswith("ss") else re.sub(r"(?<=[a-z])s$", "", category)
    return f"{'an' if one[:1].casefold() in 'aeiou' else 'a'} {one}"


def _designation_point(group: Sequence[Designation], cast: Cast) -> KeyPoint:
    evidence = tuple(e for fact in group for e in fact.evidence)
    origins = max(fact.origins for fact in group)
    return KeyPoint(
        id=f"point-{group[0].id}",
        facts=tuple(f.id for f in group),
        evidence=_first_of_each(evidence),
        text=_sentence(f"{_designation_words(group, cast)} ({_reported(origins, cast.words)})."),
    )


WHOLE = re.compile(r"[“\"‘']?[A-Z0-9][^“”\"]{20,}[”\"’']?", re.DOTALL)
"""A quotation that begins as a sentence does, and is not a piece of one: a key point stands alone."""


def _top_views(views: Sequence[View], cast: Cast) -> list[View]:
    """Choose quotations of experts with a name, one for each holder, the longest whole sentence that can be shown."""
    named = [
        v for v in views if v.kind == "expert" and v.holder in cast.actors and v.direct and WHOLE.fullmatch(v.text)
    ]
    best: dict[str, View] = {}
    for view in named:
        kept = best.get(view.holder or "")
        if kept is None or min(len(view.text), 220) > min(len(kept.text), 220):
            best[view.holder or ""] = view
    return list(best.values())[:MOST_VIEWS]


def _view_point(view: View, cast: Cast) -> KeyPoint:
    actor = cast.actors[view.holder or ""]
    affiliation = cast.actors[actor.affiliation].name if actor.affiliation in cast.actors else actor.affiliation
    who = ", ".join(part for part in (actor.name, actor.role if affiliation is None else affiliation) if part)
    return KeyPoint(
        id=f"point-{view.id}",
        text=f"{who}: {cast.words.say('quoted', text=clipped(view.text.rstrip(' ,'), 260))}",
        facts=(view.id,),
        evidence=view.evidence[:PASSAGES],
    )


def _disagreement_point(discrepancy: Discrepancy, words: Words) -> KeyPoint:
    evidence = tuple(e for side in discrepancy.sides for e in side.evidence[:1])
    return KeyPoint(
        id=f"point-{discrepancy.id}",
        facts=discrepancy.facts,
        evidence=evidence[:PASSAGES],
        text=_sentence(words.say("disagree", summary=discrepancy.summary)),
    )


def _bottom_line(
    facts: Facts,
    meetings: Sequence[Meeting],
    designations: Sequence[Sequence[Designation]],
    cast: Cast,
    sources: int,
    prepared: date,
) -> KeyPoint | None:
    """Say in one or two sentences what most sources report: a meeting held, one planned, a designation."""
    said: list[str] = []
    used: list[Meeting | Designation] = []
    held = next((m for m in meetings if m.status == "held"), None)
    plans = [m for m in meetings if m.status == "planned" and not (held and _gone_by(m, cast))]
    for meeting in (held, next(iter(plans), None)):
        if meeting is not None:
            said.append(_meeting_words(meeting, cast, prepared))
            used.append(meeting)
    text = _sentence("; ".join(said)) if said else ""
    if designations:
        text = f"{text} {_sentence(_designation_words(designations[0], cast))}".strip()
        used.extend(designations[0])
    if not used and not facts.views:
        return None
    if not used:
        text = _sentence(
            cast.words.say(
                "only_views_one" if sources == 1 else "only_views_many",
                sources=cast.words.count(sources, "source"),
                views=cast.words.count(len(facts.views), "view"),
            )
        )
        first = facts.views[0]
        return KeyPoint(id="bottom-line", text=text, facts=(first.id,), evidence=first.evidence[:1])
    evidence = tuple(e for fact in used for e in _first_of_each(fact.evidence)[:2])
    once = tuple({(e.source, e.start, e.end): e for e in evidence}.values())
    return KeyPoint(id="bottom-line", text=text, facts=tuple(f.id for f in used), evidence=once)
