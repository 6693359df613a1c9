"""Step 6, assemble: merged facts become a brief.

Sources are numbered here, once, for all outputs; facts are put in order; key points, disagreements and changes are
composed from the merged facts and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from briefgen.brief import ordering
from briefgen.brief.changes import changes_since
from briefgen.brief.choosing import Room, choose
from briefgen.brief.discrepancies import find_discrepancies
from briefgen.brief.keypoints import compose_key_points
from briefgen.brief.numbering import number_sources, own_ids, renumber, with_own_ids
from briefgen.brief.titles import compose_subtitle, compose_title
from briefgen.contract import SCHEMA, refusals, sealed
from briefgen.merge.actors import Wishes
from briefgen.model import Brief, Change, Digest, Facts, LeftOut, Meeting, Method, Period, Previous, Unread
from briefgen.wording import words

Option = str | int | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """What the user says about a brief, apart from its sources.

    `prepared` is the date the brief carries (never the clock's), `room` how much it shows. `previous` is the issue to
    compare with and `previous_sha256` the SHA-256 of its brief.json. `wishes` are the user's lists of who is the same,
    `grades` maps a publisher's name to an Admiralty code. `language` is the one that sentences are made in; what
    sources say is never translated.
    """

    prepared: date
    title: str | None = None
    subtitle: str | None = None
    language: str = "en"
    period: Period | None = None
    marking: str | None = None
    previous: Brief | None = None
    previous_sha256: str | None = None
    wishes: Wishes = field(default_factory=Wishes)
    grades: Mapping[str, str] = field(default_factory=dict)
    room: Room = field(default_factory=Room)
    versions: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Option] = field(default_factory=dict)


def assemble(
    framing: Framing,
    digests: Sequence[Digest],
    facts: Facts,
    unread: Sequence[Unread] = (),
    left_out: Sequence[LeftOut] = (),
    origins: Mapping[str, str] | None = None,
) -> Brief:
    """Make the brief of merged `facts`.

    `digests` give the sources in any order; `origins` maps the key of a copied source to that of its origin. The
    result does not depend on the order of any argument.
    """
    sources, numbers = number_sources(digests, origins or {}, framing.grades)
    found = with_own_ids(ordering.ordered(renumber(_of_named_parties(facts), numbers, sources)))
    told = words(framing.language)
    discrepancies = own_ids(find_discrepancies(found, sources, told), set())
    facts = choose(found, framing.room, {key for entry in discrepancies for key in entry.facts})
    previous = framing.previous
    made = Brief(
        schema=SCHEMA,
        title=framing.title or compose_title(facts, told),
        subtitle=framing.subtitle or compose_subtitle(sources, framing.period, told),
        language=framing.language,
        period=framing.period,
        prepared=framing.prepared,
        marking=framing.marking,
        previous=Previous(title=previous.title, prepared=previous.prepared, sha256=framing.previous_sha256 or "")
        if previous
        else None,
        sources=sources,
        unread=tuple(sorted(unread, key=lambda entry: entry.path)),
        left_out=tuple(sorted(left_out, key=lambda entry: entry.path)),
        key_points=own_ids(compose_key_points(facts, discrepancies, sources, framing.prepared, told), set()),
        actors=facts.actors,
        meetings=facts.meetings,
        designations=facts.designations,
        views=facts.views,
        discrepancies=discrepancies,
        changes=own_ids(_shown(changes_since(previous, found, sources, told, framing.wishes), found, facts), set())
        if previous
        else (),
        method=_method(framing, {**refusals(sources), **_not_shown(found, facts)}),
    )
    return sealed(made)


def _method(framing: Framing, told: Mapping[str, Option]) -> Method:
    """Give what made the brief; `told` are options that the brief itself knows."""
    options = {**_next_issue(framing.previous), **told, **framing.options}
    return Method(
        briefgen=framing.versions.get("briefgen", ""),
        pipeline=framing.versions.get("pipeline", ""),
        options=dict(sorted(options.items())),
    )


def _next_issue(previous: Brief | None) -> dict[str, Option]:
    """Count on from the number of the previous issue, where it has one."""
    number = previous.method.options.get("issue") if previous else None
    return {"issue": number + 1} if isinstance(number, int) and not isinstance(number, bool) else {}


def _not_shown(found: Facts, facts: Facts) -> dict[str, Option]:
    """Count what there was no room for, where there was any."""
    counts = {
        "views_not_shown": len(found.views) - len(facts.views),
        "actors_not_shown": len(found.actors) - len(facts.actors),
    }
    return {key: number for key, number in counts.items() if number}


def _shown(changes: Sequence[Change], found: Facts, facts: Facts) -> tuple[Change, ...]:
    """Leave out changes of statements that the brief has no room for; what was withdrawn is told all the same."""
    hidden = {view.id for view in found.views} - {view.id for view in facts.views}
    return tuple(change for change in changes if change.fact not in hidden)


def _of_named_parties(facts: Facts) -> Facts:
    """Leave out meetings that no analyst would list: of nobody known by name, or of one party with no time and no others.

    Reading and merging keep them, and `inspect` shows them: "delegates convened in Oslo", "Renn met some priests".
    """
    return replace(facts, meetings=tuple(m for m in facts.meetings if _worth_listing(m)))


def _worth_listing(meeting: Meeting) -> bool:
    """Tell a meeting of named parties, or of one at a known time, or with others at a known place, from a mere mention."""
    if len(meeting.participants) != 1:
        return bool(meeting.participants)
    return meeting.date.start is not None or (meeting.place is not None and len(meeting.named) > 1)
