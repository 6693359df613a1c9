"""Say that a meeting one passage reports is denied by another: it stays a meeting, with the denial beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from briefgen.brief.sides import latest, named, sides
from briefgen.brief.told_meetings import one_place, title_of
from briefgen.dates import overlap
from briefgen.merge.published import Published
from briefgen.model import Actor, Discrepancy, Meeting
from briefgen.wording import Words

SOON = timedelta(62)
"""How long after a meeting a denial without a date may mean it."""


def denied(
    meeting: Meeting, denials: Sequence[Meeting], actors: Mapping[str, Actor], published: Published, words: Words
) -> Iterator[Discrepancy]:
    """Give the contradiction of a meeting reported as held and those who deny it."""
    against = [d for d in denials if meeting.status == "held" and _means(d, meeting, actors, published)]
    if not against:
        return
    names = {key: actor.name for key, actor in actors.items()}
    told = named({"held": [meeting], "denied": against}, "status", words)
    yield Discrepancy(
        id=f"{meeting.id}-denied",
        kind="contradiction",
        facts=(meeting.id,),
        summary=words.say("reported_as", what=title_of(meeting, names, words), states=words.listed(list(told))),
        sides=sides(told),
    )


def _means(denial: Meeting, meeting: Meeting, actors: Mapping[str, Actor], published: Published) -> bool:
    """Tell whether a denial is of this meeting: its parties, or the states and bodies that they are of, its time and place."""
    homes = {actors[key].affiliation for key in meeting.participants if key in actors}
    if not set(denial.participants) <= {*meeting.participants, *homes}:
        return False
    if denial.place and meeting.place and not one_place([denial.place, meeting.place]):
        return False
    if denial.date.placed and meeting.date.placed:
        return overlap(denial.date, meeting.date)
    told, first = latest((denial,), published), meeting.date.start
    return told is None or first is None or first <= told <= (meeting.date.end or first) + SOON
