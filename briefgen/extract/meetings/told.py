"""Hold one telling of a meeting, before tellings are joined to meetings."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.model import MeetingStatus, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One telling: parties as entity ids, their words, the sentence's index and the passages (offsets).

    `again`: "the talks" told before; it adds to that telling. `headline`: told by a title, whose `sentence` is the one
    before the text below it. `resumed`: one more meeting of those who met before. `journey`: told by a visit, the only kind
    that "the visit" can mean; `session`: a body's own, the kind that has a next one; `call`: by telephone or video, which has
    no next round; `onward`: one that followed what was told before, "the two then dined with the mayor", or was held on its
    margins.
    """

    parties: tuple[str, ...]
    named: tuple[str, ...]
    status: MeetingStatus
    when: When
    place: str | None
    purpose: str | None
    outcome: str | None
    sentence: int
    passages: tuple[tuple[int, int], ...]
    again: bool = False
    headline: bool = False
    resumed: bool = False
    journey: bool = False
    session: bool = False
    call: bool = False
    onward: bool = False
