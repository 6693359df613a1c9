"""Compose the bottom line and the key points from merged facts only.

A point is made where a fact was reported by the most independent sources and matters most. Each sentence is put
together from fields that have passages, so every name, number and date in it stands in them or is the normal form of
something that does; nothing is judged, forecast or rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from briefgen.brief.ordering import actor_weights
from briefgen.model import Actor, Designation, Discrepancy, Evidence, Facts, KeyPoint, Meeting, View
from briefgen.wording import clipped, counted, listed, when

MOST_MEETINGS = 3
MOST_DESIGNATIONS = 2
MOST_VIEWS = 2
SHOWN_PARTIES = 4
PASSAGES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The actors by id, how much each weighs in the brief, and the words of all sides of what is disputed."""

    actors: dict[str, Actor]
    weight: dict[str, int]
    disputed: dict[str, tuple[str, ...]]

    def name(self, key: str) -> str:
        """Give an actor's name, or the text that stands in place of an id."""
        actor = self.actors.get(key)
        if actor is None:
            return key
        affiliation = self.actors.get(actor.affiliation or "")
        if actor.kind == "person" and affiliation is not None:
            return f"{actor.name} ({affiliation.name})"
        return f"the {actor.name}" if takes_article(actor.name) else actor.name


ARTICLED = (
    "United ",
    "European ",
    "Soviet ",
    "Palestinian Authority",
    "Islamic Republic",
    "Republic of",
    "Ministry of",
    "Department of",
    "Philippines",
    "Netherlands",
    "Gulf Cooperation",
    "African Union",
    "Arab League",
)

BODIES = frozenset(
    "Agency Alliance Army Assembly Authority Bank Board Brigade Brigades Bureau Cabinet Coalition "
    "Commission Committee Confederation Congress Council Court Department Directorate Emirates "
    "Federation Force Forces Foundation Front Fund Government Group Guard Guards Institute Kingdom "
    "League Militia Ministry Movement Network Office Organisation Organization Parliament Party Secretariat "
    "Senate Service Services Treasury Tribunal Union".split()
)


def takes_article(name: str) -> bool:
    """Tell whether a name of a state or body wants "the" in a sentence.

    >>> takes_article("United States"), takes_article("Russia")
    (True, False)
    """
    last = name.rsplit(" ", 1)[-1]
    return name.startswith(ARTICLED) or (" " in name and last in BODIES)


def compose_key_points(
    facts: Facts, discrepancies: Sequence[Discrepancy], sources: int, prepared: date
) -> tuple[KeyPoint, ...]:
    """Give the bottom line first, then at most eight points; nothing where nothing was found."""
    disputed = {d.id: tuple(side.text for side in d.sides) for d in discrepancies if d.kind == "contradiction"}
    cast = Cast(actors={a.id: a for a in facts.actors}, weight=dict(actor_weights(facts)), disputed=disputed)
    meetings = _top_meetings(facts.meetings, cast, prepared)
    designations = _top_designations(facts.designations, cast)
    points = [_meeting_point(m, cast, prepared) for m in sorted(meetings, key=lambda m: _day(m))]
    points += [_designation_point(group, cast) for group in designations]
    points += [_view_point(view, cast) for view in _top_views(facts.views, cast)]
    points += [_disagreement_point(d) for d in discrepancies if d.kind == "contradiction"][:1]
    if not points:
        return ()
    line = _bottom_line(facts, meetings, designations, cast, sources, prepared)
    return (line, *points) if line else tuple(points)


def _day(meeting: Meeting) -> date:
    return meeting.date.start if meeting.date.placed and meeting.date.start else date.max


def _weigh_meeting(meeting: Meeting, cast: Cast, prepared: date) -> tuple[float, str]:
    score = 4.0 * meeting.origins + min(len(meeting.participants), 4) + 2 * bool(meeting.place)
    score += 2 * meeting.date.placed + bool(meeting.purpose)
    score += min(3.0, max((cast.weight.get(key, 0) for key in meeting.participants), default=0) / 20)
    if meeting.date.placed and meeting.date.end:
        score -= min(6.0, max(0, (prepared - meeting.date.end).days) / 365)
    return -score, meeting.id


def _top_meetings(meetings: Sequence[Meeting], cast: Cast, prepared: date) -> list[Meeting]:
    # one party alone "held a meeting": true, but nothing to lead a brief with
    told = [m for m in meetings if len(m.participants) > 1 or (m.place and m.status != "held")]
    best = sorted(told, key=lambda m: _weigh_meeting(m, cast, prepared))
    top = best[:MOST_MEETINGS]
    planned = next((m for m in best if m.status == "planned"), None)
    if planned is not None and planned not in top:
        top = [*top[: MOST_MEETINGS - 1], planned]
    return top


def _parties(meeting: Meeting, cast: Cast) -> str:
    keys = _without_doubles(meeting.participants, cast)
    names = [cast.name(key) for key in keys[:SHOWN_PARTIES]]
    if (more := len(keys) - SHOWN_PARTIES) > 0:
        names.append(counted(more, "other party", "other parties"))
    return listed(names)


def _without_doubles(keys: Sequence[str], cast: Cast) -> list[str]:
    """Leave out a state or body that a person among the parties is shown with in brackets anyway."""
    shown = {cast.actors[key].affiliation for key in keys if key in cast.actors and cast.actors[key].kind == "person"}
    return [key for key in keys if key not in shown] or list(keys)


def _meeting_words(meeting: Meeting, cast: Cast, prepared: date) -> str:
    parties, several = _parties(meeting, cast), len(_without_doubles(meeting.participants, cast)) > 1
    place = f" in {_place(meeting, cast)}" if meeting.place else ""
    dated = _dated(meeting, cast)
    if meeting.status == "held":
        return f"{parties} met{place}{dated}" if several else f"{parties} held a meeting{place}{dated}"
    over = meeting.date.placed and meeting.date.end is not None and meeting.date.end < prepared
    verb = {
        "planned": "was planned" if over else "is planned",
        "proposed": "was proposed",
        "cancelled": "was cancelled",
    }[meeting.status]
    return f"a meeting {'of' if several else 'with'} {parties}{place} {verb}{_dated(meeting, cast, future=True)}"


def _place(meeting: Meeting, cast: Cast) -> str:
    return listed(cast.disputed.get(f"{meeting.id}-place", (meeting.place or "",)), "or")


def _dated(meeting: Meeting, cast: Cast, *, future: bool = False) -> str:
    if not meeting.date.placed:
        return ""
    if dates := cast.disputed.get(f"{meeting.id}-date"):
        return f", {listed(dates, 'or')} (sources disagree)"
    words, one_day = when(meeting.date), meeting.date.start == meeting.date.end
    if meeting.date.precision == "day":
        return f" for {words}" if future else f" on {words}" if one_day else f", {words}"
    if meeting.date.precision == "week":
        return f" for the {words}" if future else f" in the {words}"
    return f" for {words}" if future else f" in {words}" if meeting.date.precision != "unknown" else f" {words}"


def _reported(origins: int) -> str:
    return f"reported by {counted(origins, 'independent source')}" if origins > 1 else "reported by one source"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "”", "?", "!")) else ".")


def _meeting_point(meeting: Meeting, cast: Cast, prepared: date) -> KeyPoint:
    words = _meeting_words(meeting, cast, prepared)
    reported = _reported(meeting.origins)
    text = f"{words[:-1]}; {reported})." if words.endswith(")") else f"{words} ({reported})."
    if meeting.purpose:
        text += f" Stated purpose: {clipped(meeting.purpose.rstrip('.'), 160)}."
    if meeting.outcome:
        text += f" Outcome: {clipped(meeting.outcome.rstrip('.'), 160)}."
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
    """Group what several authorities say alike of one subject, weightiest group first."""
    groups: dict[tuple[str, str, str], list[Designation]] = {}
    for fact in facts:
        groups.setdefault((fact.subject, fact.status, fact.category or ""), []).append(fact)

    def weigh(group: list[Designation]) -> tuple[int, str]:
        origins = sum(f.origins for f in group)
        return -(4 * origins + cast.weight.get(group[0].subject, 0) // 5), group[0].id

    return sorted(groups.values(), key=weigh)[:MOST_DESIGNATIONS]


def _designation_words(group: Sequence[Designation], cast: Cast) -> str:
    first = group[0]
    names = [cast.name(f.authority) for f in group]
    if len(names) > SHOWN_PARTIES:
        names = [*names[:SHOWN_PARTIES], counted(len(names) - SHOWN_PARTIES, "other authority", "other authorities")]
    authority, subject = listed(names), cast.name(first.subject)
    plural = len(group) > 1
    category = (first.category or "").strip()
    sanctions = "sanction" in category.casefold()
    kind = f" as {_article(category)}{category}" if category and not sanctions else ""
    if first.status == "designated":
        verb = ("sanction" if sanctions else "list") + ("" if plural else "s")
        return f"{authority} {verb} {subject}{kind}"
    if first.status == "not_designated":
        negated = "do not" if plural else "does not"
        return f"{authority} {negated} {'sanction' if sanctions else 'list'} {subject}{kind}"
    if first.status == "delisted":
        return f"{authority} {'have' if plural else 'has'} lifted the listing of {subject}{kind}"
    return f"{authority} {'have' if plural else 'has'} the listing of {subject}{kind} under review"


def _article(noun: str) -> str:
    if noun.casefold().startswith(("a ", "an ", "the ")) or noun.endswith("s"):
        return ""
    return "an " if noun[:1].casefold() in "aeiou" else "a "


def _designation_point(group: Sequence[Designation], cast: Cast) -> KeyPoint:
    evidence = tuple(e for fact in group for e in fact.evidence)
    origins = max(fact.origins for fact in group)
    return KeyPoint(
        id=f"point-{group[0].id}",
        facts=tuple(f.id for f in group),
        evidence=_first_of_each(evidence),
        text=_sentence(f"{_designation_words(group, cast)} ({_reported(origins)})."),
    )


def _top_views(views: Sequence[View], cast: Cast) -> list[View]:
    """Choose quotations of experts with a name, one for each holder, the longest that can be shown whole."""
    named = [v for v in views if v.kind == "expert" and v.holder in cast.actors and v.direct]
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
        text=f"{who}: “{clipped(view.text, 260)}”",
        facts=(view.id,),
        evidence=view.evidence[:PASSAGES],
    )


def _disagreement_point(discrepancy: Discrepancy) -> KeyPoint:
    evidence = tuple(e for side in discrepancy.sides for e in side.evidence[:1])
    return KeyPoint(
        id=f"point-{discrepancy.id}",
        facts=discrepancy.facts,
        evidence=evidence[:PASSAGES],
        text=_sentence(f"Sources disagree: {discrepancy.summary}"),
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
    for meeting in (held, next((m for m in meetings if m.status == "planned"), None)):
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
        count = counted(len(facts.views), "attributed view")
        text = _sentence(
            f"{counted(sources, 'source')} give{'s' if sources == 1 else ''} {count}; "
            "no meeting and no designation was found"
        )
        first = facts.views[0]
        return KeyPoint(id="bottom-line", text=text, facts=(first.id,), evidence=first.evidence[:1])
    evidence = tuple(e for fact in used for e in _first_of_each(fact.evidence)[:2])
    once = tuple({(e.source, e.start, e.end): e for e in evidence}.values())
    return KeyPoint(id="bottom-line", text=text, facts=tuple(f.id for f in used), evidence=once)
