"""Facts of a brief have ids of their own, whatever they were made from."""

from __future__ import annotations

from briefgen.brief.numbering import with_own_ids
from briefgen.model import Actor, Designation, Evidence, Facts, View

PASSAGE = Evidence(source="S1", start=0, end=8, quote="Ada Renn")


def test_ids_made_alike_are_numbered_in_order() -> None:
    actor = Actor(id="norland", name="Norland", kind="state", evidence=(PASSAGE,))
    listings = tuple(
        Designation(
            id="norland-tarn-front-designated",
            authority=a,
            subject="tarn-front",
            status="designated",
            evidence=(PASSAGE,),
        )
        for a in ("norland", "Norland", "NORLAND")
    )
    view = View(id="norland", kind="other", text="We wait", direct=True, holder="norland", evidence=(PASSAGE,))
    made = with_own_ids(Facts(actors=(actor,), designations=listings, views=(view,)))
    assert [fact.id for fact in made.designations] == [
        "norland-tarn-front-designated",
        "norland-tarn-front-designated-2",
        "norland-tarn-front-designated-3",
    ]
    assert [fact.id for fact in (*made.actors, *made.views)] == ["norland", "norland-2"]
    assert with_own_ids(made) == made
