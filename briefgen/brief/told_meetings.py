"""Say where sources tell one meeting differently: its date, its place, whether it took place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefgen.brief.articles import articled
from briefgen.brief.sides import latest, named, sides, sources_of
from briefgen.dates import overlap
from briefgen.merge.published import Published
from briefgen.model import Discrepancy, DiscrepancyKind, Meeting, When
from briefgen.names import fold
from briefgen.wording import Words

AHEAD = ("planned", "proposed")


def disagreements_on_meeting(
    meeting: Meeting, names: Mapping[str, str], published: Published, words: Words
) -> Iterator[Discrepancy]:
    """Give what the single sources' reports of one meeting do not tell alike."""
    reports = sorted(
        (m for m in meeting.reports if m.evidence), key=lambda m: (int(m.evidence[0].source[1:]), m.evidence[0].start)
    )
    if len(sources_of(reports)) < 2:
        return
    what = title_of(meeting, names, words)
    dated = _of_dates(meeting, reports, what, published, words)
    if dated is not None:
        yield dated
    yield from _of_places(meeting, reports, what, words)
    moved = dated is not None and dated.kind == "later_update"
    states = _grouped(reports, "status", words)
    if "held" in states:
        states.pop("proposed", None)  # an invitation that was taken up is no disagreement
    if len(states) > 1 and ("cancelled" in states or not moved):  # the moved date tells plan and holding already
        kind = _status_kind(states, published)
        listed = words.listed(list(told := named(states, "status", words)))
        summary = words.say("reported_as", what=what, states=listed)
        yield Discrepancy(id=f"{meeting.id}-status", kind=kind, facts=(meeting.id,), summary=summary, sides=sides(told))


def _of_dates(
    meeting: Meeting, reports: Sequence[Meeting], what: str, published: Published, words: Words
) -> Discrepancy | None:
    dates = _grouped(reports, "date", words)
    if len(dates) < 2:
        return None
    kind: DiscrepancyKind = "contradiction"
    said, told = "dated_differently", words.listed(list(dates), "or")
    if _compatible([group[0].date for group in dates.values()]):
        kind, said, told = "less_precise", "dated_less_precisely", words.listed(list(dates))
    elif first := _given_up(meeting, dates, published):
        kind, said = "later_update", "moved"
        told = words.listed(first)
        dates = {text: dates[text] for text in [*first, *(text for text in dates if text not in first)]}
    now = words.when(meeting.date)
    summary = words.say(said, what=what, dates=told, now=now)
    return Discrepancy(id=f"{meeting.id}-date", kind=kind, summary=summary, facts=(meeting.id,), sides=sides(dates))


def _given_up(meeting: Meeting, dates: Mapping[str, Sequence[Meeting]], published: Published) -> list[str]:
    """Give the dates that were plans only, told before the date that counts; none where those told as held differ."""
    gone = {text: group for text, group in dates.items() if not overlap(group[0].date, meeting.date)}
    kept = [report for text, group in dates.items() if text not in gone for report in group]
    told = latest((r for r in kept if r.status == meeting.status), published)
    if not gone or told is None:
        return []
    for report in (r for group in gone.values() for r in group):
        before = latest((report,), published)
        if report.status not in AHEAD or before is None or before >= told:
            return []
    return list(gone)


def _of_places(meeting: Meeting, reports: Sequence[Meeting], what: str, words: Words) -> Iterator[Discrepancy]:
    places = _by_folded(_grouped(reports, "place", words))
    if len(places) < 2:
        return
    within = one_place(list(places))
    settled = [place for place, group in places.items() if any(r.status not in AHEAD for r in group)]
    kind: DiscrepancyKind = "later_update" if len(settled) == 1 else "contradiction"
    yield Discrepancy(
        id=f"{meeting.id}-place",
        kind="less_precise" if within else kind,
        summary=words.say("placed", what=what, places=words.listed(list(places), "and" if within else "or")),
        facts=(meeting.id,),
        sides=sides(places),
    )


def _grouped(reports: Iterable[Meeting], field: str, words: Words) -> dict[str, list[Meeting]]:
    """Group reports by the words of one field; reports that say nothing of it are left out."""
    groups: dict[str, list[Meeting]] = {}
    for report in reports:
        said = _said(report, field, words)
        if said is not None:
            groups.setdefault(said, []).append(report)
    return groups


def _said(report: Meeting, field: str, words: Words) -> str | None:
    if field == "date":
        return words.when(report.date) if report.date.placed else None
    if field == "place":
        return report.place
    return report.status


def title_of(meeting: Meeting, names: Mapping[str, str], words: Words) -> str:
    """Give what a disagreement calls a meeting: "The meeting of X and Y"."""
    parties = [articled(names.get(key, key), words) for key in meeting.participants[:3]]
    if not parties:
        return words.say("some_meeting")
    return words.say("the_meeting_of" if len(parties) > 1 else "the_meeting_with", parties=words.listed(parties))


def _compatible(spans: Sequence[When]) -> bool:
    """Tell whether all stretches share a day: then the longer ones are only less precise."""
    starts = [w.start for w in spans if w.start]
    ends = [w.end for w in spans if w.end]
    return max(starts) <= min(ends)


def _by_folded(groups: Mapping[str, list[Meeting]]) -> dict[str, list[Meeting]]:
    merged: dict[str, tuple[str, list[Meeting]]] = {}
    for text, group in groups.items():
        kept = merged.setdefault(fold(text), (text, []))
        kept[1].extend(group)
    return dict(merged.values())


def one_place(places: Sequence[str]) -> bool:
    """Tell whether the places lie in one another ("Kazan", "Kazan, Tatarstan"), so that one is only less precise."""
    words = [set(fold(place).split()) for place in places]
    return all(a <= b or b <= a for i, a in enumerate(words) for b in words[i + 1 :])


def _status_kind(states: Mapping[str, Sequence[Meeting]], published: Published) -> DiscrepancyKind:
    """Tell a plan that came true or was called off from two reports that cannot both be right."""
    before = [m for status in ("planned", "proposed") for m in states.get(status, ())]
    after = [m for status in ("held", "cancelled") for m in states.get(status, ())]
    if before and after and not ("held" in states and "cancelled" in states):
        return "later_update"
    if "held" in states and "cancelled" in states:
        held, off = latest(states["held"], published), latest(states["cancelled"], published)
        # what took place cannot be called off
        return "later_update" if held and off and off < held else "contradiction"
    return "less_precise"
