"""Find verbs that list, ban, sanction or delist, with the words that make them statements of listing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from briefgen.extract.designations import forbidding, measures, outlawing, schedules
from briefgen.extract.designations.cue import (
    BE,
    HAVE,
    Cue,
    before_verb,
    cue_of,
    is_passive,
    object_relative,
    relative_before,
    verb_form,
)
from briefgen.extract.designations.ellipsis import ends_clause, when_behind
from briefgen.extract.designations.measures import OBJECTS
from briefgen.extract.designations.orders import let_go
from briefgen.extract.designations.status import status_of
from briefgen.extract.designations.wording import (
    BARE_CATEGORIES,
    as_what,
    behind_category,
    category,
    ground,
    is_agency,
    is_lister,
    list_behind,
    listable,
    told_before,
)
from briefgen.knowledge.world import gazetteer, singulars, words
from briefgen.names import fold
from briefgen.reading.line import ENDERS, Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

ALSO = frozenset({"too", "itself", "himself", "herself", "themselves", "likewise", "already", "either", "yet", "there"})
APPOSITION = 40
"""Words that an apposition between a verb's two objects may take."""
SAID_OF = frozenset({"not", "n't", "also", "still", "now", "currently"})
"""Words between "is" and what one is."""


def verb_cue(line: Line, i: int) -> Cue | None:
    """Read a verb that lists, bans, sanctions or delists with the status it states, None for any other word."""
    for key, read in _readers().get(line.low(i), ()):
        form = verb_form(line, i, key)
        if form is None:
            continue
        cue = read(line, i, form)
        if cue is not None:
            denied = cue.status == "not_designated"
            status = cue.status if denied else status_of(line, i, delisting=cue.status == "delisted", form=form)
            if status == "not_designated" and _nothing_but(line, i):
                status = "designated"
            if status is None:
                return replace(cue, idle=True)
            if status == "not_designated" and line.low(i) in verb_forms("designation", "renewing"):
                status = "delisted" if let_go(line, i) else None  # "did not renew its sanctions on Kahl"
            if status is None:
                return replace(cue, idle=True)
            if status == "delisted" and line.low(i) in verb_forms("designation", "pausing"):
                status = "under_review"  # "suspended its sanctions on Kahl"
            if status == "designated" and cue.right is not None and "no" in (line.low(cue.right), line.low(i + 1)):
                status = "not_designated"  # "has proscribed no Chilean group"
            return replace(
                cue,
                status=status,
                judged=key == "judge" or (key == "with_category" and line.low(i)[:4] in ("labe", "bran")),
            )
    return None


def _nothing_but(line: Line, i: int) -> bool:
    """Tell "does not regard it as anything other than a terrorist group": two negatives."""
    for k in range(i + 1, min(line.stop, i + 25)):
        if line.low(k) in ("anything", "nothing") and line.low(k + 1) in ("other", "but", "less", "else"):
            return True
    return False


def _shifted(line: Line, i: int, form: str) -> Cue | None:
    """Read "designated as terrorist groups the Tarn Front and the Reed Guard": the listed stand behind their category."""
    behind = behind_category(line, i + 1)
    if behind is None or (form == "past" and line.low(before_verb(line, i) + 1) in BE):
        return None
    return Cue(at=i, voice="active", status="designated", left=i, right=behind)


def _direct(line: Line, i: int, form: str) -> Cue | None:
    token = line.doc[i]
    if (shifted := _shifted(line, i, form)) is not None:
        return shifted
    if form == "past" and line.low(i - 1) in BE and any(category(line, k) for k in range(i + 1, min(line.stop, i + 5))):
        return cue_of(line, i, form)  # "all of which are designated Foreign Terrorist Organizations"
    if form == "past" and line.low(i - 1) in BE and line.pos(i + 1) == "ADJ" and i + 1 not in line.times:
        return None  # "was designated unsafe"
    if form == "past" and (told := _predicated(line, i)) is not None:
        return told
    prenominal = (
        token.dep_ == "amod" and i + 1 < line.stop and line.pos(i + 1) in ("NOUN", "ADJ") and i + 1 not in line.inside
    )
    before = (
        line.low(i - 2) not in HAVE | BE and line.low(i - 1) in ("other", "the", "a", "an", "all", "any", "those")
    ) or line.doc[i - 1].pos_ == "ADP"
    if form == "ing" and (prenominal or line.low(i - 1) in ("the", "a", "an")):
        return None  # "the designating state"
    members = line.low(i - 1) == "those" and line.low(i + 1) in ("by", "under", "in")
    if form == "past" and (prenominal or (before and i > line.start and not members)):
        return None  # "other designated groups", "with sanctioned exchanges"
    if line.low(i).startswith("ban") and _of_play(line, i):
        return None
    what = as_what(line, i)
    sanctioned = line.doc[i].lower_.startswith("sanction")
    if (
        what is not None
        and not sanctioned
        and not (any(category(line, k) for k in what) or ground(line, range(i, line.stop)))
    ):
        return None  # "designated him as its next chairman", "designated as a protected area"
    return cue_of(line, i, form, sanctions=line.low(i).startswith("sanction"))


def _of_play(line: Line, i: int) -> bool:
    """Tell "banned him for three matches", "from its stadium for life"."""
    behind = {line.low(k) for k in range(i + 1, clause_end(line, i)) if k not in line.inside}
    return bool(behind & words("designation", "play"))


def _predicate(line: Line, i: int) -> bool:
    """Tell "is a proscribed organisation in Canada", "Kahl, a banned group in Peru,": what a party is, with where it is that."""
    set_off = line.low(i - 2) in (",", "(", "—", "–") or i - 1 == line.begin
    if line.low(i - 1) not in ("a", "an", "no") or not (line.low(i - 2) in BE | SAID_OF or set_off):
        return False
    noun = next(
        (k for k in range(i + 1, min(line.stop, i + 5)) if listable(line.low(k)) and not category(line, k)), None
    )
    denied = line.low(i - 1) == "no" or line.low(i - 2) in ("not", "n't")
    return noun is not None and (
        line.low(noun + 1) in ("in", "under", "by") or (denied and ends_clause(line, noun + 1))
    )


def _predicated(line: Line, i: int) -> Cue | None:
    """Read "is a proscribed organisation in Canada"; an aside may stand before: "is not, by now, a banned firm"."""
    if not _predicate(line, i):
        return None
    left = i - 1
    if line.low(i - 2) == ",":
        opened = next((k for k in range(i - 3, max(line.begin, i - 12), -1) if line.low(k) == ","), None)
        if opened is not None and line.low(opened - 1) in BE | SAID_OF:
            left = opened
    status = status_of(line, left, delisting=False, form="past")
    if line.low(i - 1) == "no":
        status = "not_designated"
    return Cue(at=i, voice="passive", status=status, left=left, right=None) if status is not None else None


def _with_category(line: Line, i: int, form: str) -> Cue | None:
    """Read verbs that state a listing only with a category of listing, a legal ground or a list beside them."""
    if (shifted := _shifted(line, i, form)) is not None:
        return shifted
    what = as_what(line, i)
    lists = line.low(i).startswith("list")
    if lists and form == "past" and (told := _predicated(line, i)) is not None:
        return told
    listed = list_behind(line, i, "on", "in") if lists and what is None else None
    if listed is not None:
        return cue_of(line, i, form, owner=listed)  # "listed the vessel on its SDN list"
    if _sends_home(line, i):
        return None
    if what is not None and _as_any_other(line, i, what):
        return cue_of(line, i, form, status="not_designated") if told_before(line, here=True) else None
    stated = _states_category(line, i, form, what) or (
        lists and what is None and (_listed_there(line, i) if is_passive(line, i, form) else _plain(line, i, form))
    )
    return cue_of(line, i, form) if stated else None


def _sends_home(line: Line, i: int) -> bool:
    """Tell "declared two diplomats persona non grata": an envoy sent home, who is on no list."""
    if line.low(i)[:4] != "decl" or not any(line.low(k) in ("grata", "gratae") for k in range(i, line.stop)):
        return False
    return any(not words("titles", "envoys").isdisjoint(singulars(line.low(k))) for k in range(line.begin, line.stop))


def _as_any_other(line: Line, i: int, what: range) -> bool:
    """Tell "treats Kahl as an ordinary gang": as what is on no list."""
    judged = line.low(i) in verb_forms("designation", "judge")
    return judged and any(line.low(k) in words("designation", "ordinary") for k in what[:4])


def _listed_there(line: Line, i: int) -> bool:
    """Tell "has been listed by the UN", "in Norway", and "was listed too", "on the same day" where listings were told."""
    if _by_lister(line, i) or _in_state(line, i):
        return True
    return _listed_too(line, i)


def _states_category(line: Line, i: int, form: str, what: range | None) -> bool:
    """Tell "as a terrorist group", "a terrorist group" as a second object, or a legal ground beside a verb."""
    end = clause_end(line, i)
    if line.low(i)[:4] in ("list", "name", "iden") and ground(line, range(i, end)):
        return True
    if what is not None:
        such = line.low(what.start) == "such" and told_before(line)  # "never saw Kahl as such"
        return such or any(category(line, k) for k in what) or _property(line, i, what)
    passive = is_passive(line, i, form) or object_relative(line, i)
    return (
        (not passive and _behind_apposition(line, i + 1))
        or _to_be(line, range(i + 1, min(line.stop, i + 40)))
        or _second_object(line, range(i + 1, min(end, i + 14)), passive=passive)
    )


def _behind_apposition(line: Line, first: int) -> bool:
    """Tell "declared the Front, a gang that grew out of a prison, a terrorist group": what it is stands between commas."""
    items = read_items(line, first)[0]
    if not items or not items[0].named or line.low(items[0].last + 1) != ",":
        return False
    for k in range(items[0].last + 2, min(line.stop - 2, items[0].last + APPOSITION)):
        if line.doc[k].text == ";":
            return False
        if line.doc[k].text == "," and line.low(k + 1) in ("a", "an"):
            near = range(k + 2, min(line.stop, k + 5))
            if any(category(line, n) and listable(line.low(n + 1)) for n in near):
                return True
    return False


def _to_be(line: Line, span: range) -> bool:
    """Tell "declared two clubs to be terrorist"."""
    be = next((k for k in span if line.low(k) == "be" and line.low(k - 1) == "to"), None)
    if be is None or any(line.doc[k].text in (";", ":") for k in range(span.start, be)):
        return False
    return any(category(line, k) for k in range(be + 1, min(span.stop, be + 4)))


def _plain(line: Line, i: int, form: str) -> bool:
    """Tell "Japan listed Kahl", "declined listing it": the verb alone, with a party behind it."""
    begun = line.low(i - 1) in BE or (i - 1 in line.times and line.low(i - 2) in BE)  # "is today listing Kahl"
    told = (
        form != "ing"
        or begun
        or line.low(i - 1) in ("for", "from", "at", "into", "against", "about", "considering", "of", "out")
    )
    return told and (line.low(i + 1) not in ENDERS or object_relative(line, i)) and _acts(line, i)


def _specify(line: Line, i: int, form: str) -> Cue | None:
    """Read "specified the tanker Reed", "The tanker Reed has been specified": ships are, in British and Australian law."""
    ships = words("designation", "ships")
    if is_passive(line, i, form):
        before = {line.low(k) for k in range(max(line.start, i - 25), i)}
        return cue_of(line, i, form, sanctions=True) if ships & before and _rests(line, i) else None
    relative = relative_before(line, i)
    near = range(i + 1, min(line.stop, i + 6)) if relative is None else range(max(line.start, relative - 15), relative)
    return cue_of(line, i, form, sanctions=True) if any(line.low(k) in ships for k in near) else None


def _rests(line: Line, i: int) -> bool:
    """Tell "has been specified", "was specified by Japan under its regulations" from "was specified in the contract"."""
    return line.low(i + 1) in ("by", "under", "today", "and", ",", ".", "for", "pursuant") or i + 1 in line.times


def _listed_too(line: Line, i: int) -> bool:
    """Tell "Its leader is listed too", "was listed in 2014", "is not listed" where the text speaks of listings."""
    if not told_before(line) or line.low(i - 1) not in BE | SAID_OF | {"never", "been"}:
        return False
    after = i + 1 + 2 * ((line.low(i + 1), line.low(i + 2)) == ("as", "well"))
    after += line.low(after) in ALSO
    same = line.low(after) in ("on", "in") and line.low(after + 2) == "same"
    beside = same or line.low(after) in ("with", "alongside")
    return beside or ends_clause(line, after) or when_behind(line, after)


def _in_state(line: Line, i: int) -> bool:
    """Tell "has been listed in Norway since 2011" where the text speaks of listings, not of stock."""
    place = line.inside.get(i + 2 if line.low(i + 2) != "the" else i + 3) if line.low(i + 1) == "in" else None
    return is_lister(line, place) and told_before(line)


def _by_lister(line: Line, i: int) -> bool:
    """Tell "has been listed by the UN" from "was listed by a magazine": one that can list is named behind "by"."""
    by = next((k for k in range(i + 1, min(clause_end(line, i), i + 8)) if line.low(k) == "by"), None)
    if by is None:
        return False
    first = by + 2 if line.low(by + 1) in ("the", "a") else by + 1
    found = line.mention_at(first) or line.mention_at(by + 1)
    if found is None:
        return False
    entity = line.reading.entity(found[1].entity)
    name = entity.name if entity is not None else found[1].text
    return fold(name) in gazetteer() or is_agency(name)


def _property(line: Line, i: int, what: range) -> bool:
    """Tell "is being identified as property in which Kahl has an interest": what is so identified is blocked."""
    return line.low(i).startswith("identif") and any(
        line.low(k) in ("property", "interest") and line.low(k + 1) in ("in", "of") for k in what
    )


def _acts(line: Line, i: int) -> bool:
    """Tell whether "listed" has a state or body before it and a party, not a thing, behind it."""
    behind = i + 1
    while behind < line.stop and line.low(behind) in ("the", "a", "an", "only", "both", "also", "neither", "either"):
        behind += 1
    found = line.mention_at(i + 1) or line.mention_at(behind)
    known = found is not None and fold(found[1].text) in gazetteer()
    described = any(line.low(k) in words("designation", "subjects") for k in range(behind, behind + 3))
    described = described or line.low(behind) in ("two", "three", "pair")
    name = behind < line.stop and line.doc[behind].text[:1].isupper() and fold(line.doc[behind].text) not in gazetteer()
    if line.low(i + 1) in ("either", "neither") and described and told_before(line):
        return True  # "refuses to list either bank"
    of_them = line.low(i + 2) == "of" and line.low(i + 3) == "them"
    if (line.low(i + 1) in OBJECTS or of_them or (found is None and (described or name))) and _lister_before(line, i):
        return True  # "Peru lists the armed wing of the Front", "Peru has listed them"
    return (found is not None and (found[1].kind != "place" or not known)) or object_relative(line, i)


def _lister_before(line: Line, i: int) -> bool:
    return is_lister(line, line.inside.get(before_verb(line, i)))


def _second_object(line: Line, span: range, *, passive: bool) -> bool:
    """Tell "the Tarn Front a terrorist group", "was declared an “undesirable organisation”": a category behind an article."""
    seen = passive
    for k in span:
        if line.doc[k].text in (";", ":") or line.low(k) in ("by", "that", "which", "who"):
            return False
        if k in line.inside or line.doc[k].pos_ in ("PRON", "PROPN") or line.doc[k].text[:1].isupper():
            seen = True
        if seen and category(line, k) and k not in line.inside and line.low(k - 1) != "of":
            back = [line.low(b) for b in range(max(span.start, k - 4), k)]
            by = line.low(k + 1) in ("by", "in")  # "declared persona non grata in Peru"
            ahead = None if by else line.mention_at(k + 1) or line.mention_at(k + 2)
            return (
                "a" in back
                or "an" in back
                or passive
                or line.low(k).endswith("s")
                or line.low(k) in BARE_CATEGORIES
                or (line.low(k + 1).endswith("s") and listable(line.low(k + 1)))
            ) and (ahead is None or ahead[1].form != "name" or "a" in back)
    return False


def _delist(line: Line, i: int, form: str) -> Cue | None:
    return cue_of(line, i, form, status="delisted")


READERS = (
    ("direct", _direct),
    ("with_category", _with_category),
    ("judge", _with_category),
    ("delist", _delist),
    ("dissolve", outlawing.dissolve),
    ("specify", _specify),
    ("take_on", measures.take_on),
    ("revise", schedules.revise),
    ("omit", schedules.omit),
    ("have", measures.hold),
    ("put", measures.put),
    ("remove", measures.remove),
    ("widening", measures.widen),
    ("impose", measures.impose),
    ("confer", outlawing.labelled),
    ("unmake", outlawing.unmade),
    ("lift", measures.lift),
    ("letting", measures.let_lapse),
    ("freeze", measures.freeze),
    ("bar", forbidding.bar),
    ("prohibit", forbidding.prohibit),
    ("target", measures.target),
    ("punish", measures.with_measures),
)
"""The lists of verbs with what reads each, in the order in which they are tried."""


@cache
def _readers() -> Mapping[str, Sequence[tuple[str, Callable[[Line, int, str], Cue | None]]]]:
    """Give what reads each form of a verb: most words have no reader."""
    found = defaultdict(list)
    for key, read in READERS:
        for form in verb_forms("designation", key):
            found[form].append((key, read))
    return dict(found)
