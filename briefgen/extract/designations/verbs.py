"""Find verbs that list, ban, sanction or delist, with the words that make them statements of listing."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.designations.cue import (
    AMERICAN,
    BE,
    Cue,
    adjectival,
    behind_of,
    compound_target,
    cue_of,
    is_passive,
    list_of_that_kind,
    measure_noun,
    measure_target,
    object_relative,
    opens_list,
    told_before,
    verb_form,
)
from briefgen.extract.designations.status import status_of
from briefgen.knowledge.world import gazetteer, words
from briefgen.model import DesignationStatus
from briefgen.names import fold
from briefgen.reading.attribution import lemma_of
from briefgen.reading.line import ENDERS, Line
from briefgen.reading.stretches import clause_end


def verb_cue(line: Line, i: int) -> Cue | None:
    """Read a verb that lists, bans, sanctions or delists with the status it states, None for any other word."""
    for key, read in (
        ("direct", _direct),
        ("with_category", _with_category),
        ("judge", _with_category),
        ("delist", _delist),
        ("put", _put),
        ("remove", _remove),
        ("impose", _impose),
        ("lift", _lift),
        ("freeze", _freeze),
        ("bar", _bar),
        ("prohibit", _prohibit),
        ("target", _target),
        ("punish", _with_measures),
    ):
        form = verb_form(line, i, key)
        if form is None:
            continue
        cue = read(line, i, form)
        if cue is not None:
            status = status_of(line, i, delisting=cue.status == "delisted", form=form)
            if status == "not_designated" and _nothing_but(line, i):
                status = "designated"
            if status is None:
                return replace(cue, idle=True)
            return replace(
                cue,
                status=status,
                judged=key == "judge" or (key == "with_category" and line.low(i)[:4] in ("labe", "bran")),
            )
    return None


OBJECTS = frozenset({"it", "him", "her", "them"})
HAVE = frozenset({"has", "have", "had", "ve"})


def _nothing_but(line: Line, i: int) -> bool:
    """Tell "does not regard it as anything other than a terrorist group": two negatives."""
    for k in range(i + 1, min(line.stop, i + 25)):
        if line.low(k) in ("anything", "nothing") and line.low(k + 1) in ("other", "but", "less", "else"):
            return True
    return False


def _as_what(line: Line, i: int) -> range | None:
    """Give the words behind "as" of the verb, up to a comma."""
    end = clause_end(line, i)
    for k in range(i + 1, end):
        if (
            line.low(k) == "as"
            and not line.together(k)
            and line.low(k - 1) != "such"
            and not _compares(line, k)
            and (k + 1 >= line.stop or line.doc[k + 1].tag_ not in ("VBN", "VBD"))
        ):
            stop = k + 1
            while stop < end and line.doc[stop].text not in (",", ";") and stop - k < 10:
                stop += 1
            return range(k + 1, stop)
    return None


def _compares(line: Line, k: int) -> bool:
    """Tell "as early as 2020", "as part of a package", "as one witness recalled" from "as a terrorist group"."""
    ahead = line.low(k + 1)
    if ahead in ("of", "well", "part", "early", "recently", "late", "long", "soon", "far", "many", "early"):
        return True
    stop = next((n for n in range(k + 1, line.stop) if line.doc[n].text in (",", ";", ".")), line.stop)
    verb = next((n for n in range(k + 1, stop) if line.finite(n)), None)
    relative = any(line.low(n) in ("that", "which", "who", "whose") for n in range(k + 1, verb or k))
    said = next((n for n in range(k + 1, min(stop, k + 6)) if lemma_of(line.doc[n]) in words("saying", "clause")), None)
    aside = (
        said is not None and line.doc[k - 1].text == "," and line.doc[stop if stop < line.stop else said].text == ","
    )
    return (
        aside
        or line.low(k - 1) in ("early", "recently", "late", "long", "soon")
        or (verb is not None and not relative and verb - k <= 5 and line.doc[k].pos_ == "SCONJ")
    )


def _category(line: Line, k: int) -> bool:
    """Tell a word of a category of listing: "terrorist", and "agent" behind "foreign"."""
    low = line.low(k)
    single = low in words("designation", "categories") or low.replace("-", "") in words("designation", "categories")
    return single or f"{line.low(k - 1)}-{low}" in words("designation", "category_pairs")


def _ground(line: Line, span: range) -> bool:
    low = line.words(span.start, span.stop - 1).casefold() if len(span) else ""
    return "pursuant to" in low or any(part in low for part in AMERICAN())


def _direct(line: Line, i: int, form: str) -> Cue | None:
    token = line.doc[i]
    if (
        form == "past"
        and line.low(i - 1) in BE
        and any(_category(line, k) for k in range(i + 1, min(line.stop, i + 5)))
    ):
        return cue_of(line, i, form)  # "all of which are designated Foreign Terrorist Organizations"
    if form == "past" and _predicate(line, i):
        return Cue(at=i, voice="passive", status="designated", left=i - 1, right=None)
    prenominal = (
        token.dep_ == "amod"
        and i + 1 < line.stop
        and line.doc[i + 1].pos_ in ("NOUN", "ADJ")
        and i + 1 not in line.inside
    )
    before = (
        line.low(i - 2) not in HAVE and line.low(i - 1) in ("other", "the", "a", "an", "all", "any", "those")
    ) or line.doc[i - 1].pos_ == "ADP"
    members = line.low(i - 1) == "those" and line.low(i + 1) in ("by", "under", "in")
    if form == "past" and (prenominal or (before and i > line.start and not members)):
        return None  # "other designated groups", "with sanctioned exchanges"
    if line.low(i).startswith("ban") and _of_play(line, i):
        return None
    what = _as_what(line, i)
    sanctioned = line.doc[i].lower_.startswith("sanction")
    if (
        what is not None
        and not sanctioned
        and not (any(_category(line, k) for k in what) or _ground(line, range(i, line.stop)))
    ):
        return None  # "designated him as its next chairman", "designated as a protected area"
    return cue_of(line, i, form, sanctions=line.low(i).startswith("sanction"))


def _of_play(line: Line, i: int) -> bool:
    """Tell "banned him for three matches", "from its stadium for life"."""
    behind = {line.low(k) for k in range(i + 1, clause_end(line, i))}
    return bool(behind & words("designation", "play"))


def _predicate(line: Line, i: int) -> bool:
    """Tell "is a proscribed organisation in Canada": what a party is, with where it is that."""
    if line.low(i - 1) not in ("a", "an") or line.low(i - 2) not in BE | {"not", "also", "still", "now"}:
        return False
    noun = next(
        (k for k in range(i + 1, min(line.stop, i + 5)) if line.low(k) in words("designation", "subjects")), None
    )
    return noun is not None and line.low(noun + 1) in ("in", "under", "by")


def _with_category(line: Line, i: int, form: str) -> Cue | None:
    """Read verbs that state a listing only with a category of listing or a legal ground beside them."""
    end = clause_end(line, i)
    what = _as_what(line, i)
    passive = is_passive(line, i, form)
    if what is not None:
        fits = any(_category(line, k) for k in what) or _property(line, i, what)
    else:
        span = range(i + 1, min(end, i + 14))
        fits = _second_object(line, span, passive=passive or object_relative(line, i))
    ground = _ground(line, range(i, end)) and line.low(i)[:4] in ("list", "name", "iden")
    plain = (
        line.low(i).startswith("list")
        and what is None
        and not passive
        and (form != "ing" or line.low(i - 1) in ("from", "at", "into", "against", "about", "considering"))
        and line.low(i + 1) not in ENDERS
        and _acts(line, i)
    )
    listed = _list_behind(line, i, "on", "in") if line.low(i).startswith("list") and what is None else None
    if listed is not None:
        return cue_of(line, i, form, owner=listed)  # "listed the vessel on its SDN list"
    by_state = line.low(i).startswith("list") and passive and what is None and _by_lister(line, i)
    if not (fits or ground or plain or by_state):
        return None
    return cue_of(line, i, form)


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
    name = fold(entity.name if entity is not None else found[1].text)
    return name in gazetteer() or bool(set(name.split()) & words("designation", "agencies"))


def _property(line: Line, i: int, what: range) -> bool:
    """Tell "is being identified as property in which Kahl has an interest": what is so identified is blocked."""
    return line.low(i).startswith("identif") and any(
        line.low(k) in ("property", "interest") and line.low(k + 1) in ("in", "of") for k in what
    )


def _acts(line: Line, i: int) -> bool:
    """Tell whether "listed" has a state or body before it and a party, not a thing, behind it."""
    behind = i + 1
    while behind < line.stop and line.low(behind) in ("the", "a", "an"):
        behind += 1
    found = line.mention_at(i + 1) or line.mention_at(behind)
    known = found is not None and fold(found[1].text) in gazetteer()
    return (found is not None and (found[1].kind != "place" or not known)) or object_relative(line, i)


def _second_object(line: Line, span: range, *, passive: bool) -> bool:
    """Tell "the Tarn Front a terrorist group", "was declared an “undesirable organisation”": a category behind an article."""
    seen = passive
    for k in span:
        if line.doc[k].text in (";", ":") or line.low(k) in ("by", "that", "which", "who"):
            return False
        if k in line.inside or line.doc[k].pos_ in ("PRON", "PROPN") or line.doc[k].text[:1].isupper():
            seen = True
        if seen and _category(line, k) and k not in line.inside:
            back = [line.low(b) for b in range(max(span.start, k - 4), k)]
            ahead = line.mention_at(k + 1) or line.mention_at(k + 2)
            return (
                "a" in back or "an" in back or passive or line.low(k).endswith("s") or line.low(k) == "terrorist"
            ) and (ahead is None or ahead[1].form != "name" or "a" in back)
    return False


def _delist(line: Line, i: int, form: str) -> Cue | None:
    return cue_of(line, i, form, status="delisted")


def _list_behind(line: Line, i: int, *prepositions: str) -> int | None:
    """Give the list noun behind one of the prepositions in the verb's clause: "on its list of terrorist groups"."""
    end = clause_end(line, i)
    for k in range(i + 1, min(end, i + 40)):
        if line.low(k) in prepositions:
            for n in range(k + 1, min(end, k + 16)):
                if line.low(n) in words("designation", "list_nouns"):
                    return n if list_of_that_kind(line, n) else None
                if line.doc[n].text in (",", ";") or (
                    line.doc[n].pos_ == "VERB" and line.doc[n].tag_ not in ("VBN", "VBG")
                ):
                    break
    return None


def _list_before(line: Line, i: int) -> int | None:
    """Give the list noun before "includes": "Japan's sanctions list now includes Kahl"."""
    before = range(i - 1, max(line.start, i - 4), -1)
    noun = next((k for k in before if line.low(k) in words("designation", "list_nouns")), None)
    return noun if noun is not None and list_of_that_kind(line, noun) else None


def _put(line: Line, i: int, form: str) -> Cue | None:
    end = clause_end(line, i)
    listed = _list_behind(line, i, "to", "on", "in", "onto")
    if listed is None and line.low(i).startswith("includ") and (shown := _list_before(line, i)) is not None:
        return Cue(at=i, voice="active", status="designated", left=i, right=i + 1, owner=shown)
    if listed is not None:
        return cue_of(line, i, form, owner=listed)
    under = next((k for k in range(i + 1, min(end, i + 30)) if line.low(k) == "under"), line.stop)
    nouns = words("designation", "sanction_nouns")
    noun = next((n for n in range(under + 1, min(line.stop, under + 8)) if line.low(n) in nouns), None)
    if noun is not None:
        return cue_of(line, i, form, sanctions=True, owner=noun)
    told = next((k for k in range(line.start, i) if line.low(k) in words("designation", "list_nouns")), None)
    if told is not None and is_passive(line, i, form) and line.low(i)[:3] == "add" and list_of_that_kind(line, told):
        return cue_of(line, i, form, owner=told)  # "Kahl left the terror list, but his bank was added the same day"
    if opens_list(line) and line.low(i + 1) != "to" and told_before(line):
        return cue_of(line, i, form)  # "The following individuals have been added:"
    return _impose(line, i, form) if line.low(i)[:4] == "plac" else None


def _remove(line: Line, i: int, form: str) -> Cue | None:
    listed = _list_behind(line, i, "from", "off")
    if listed is None and line.low(i + 2) == "off" and line.low(i + 1) in OBJECTS and told_before(line, here=True):
        return cue_of(line, i, form, status="delisted")  # "which listed the firm, took it off"
    if listed is None:
        return _lift(line, i, form) if line.low(i)[:4] in ("remo", "drop", "stri", "stru", "thre", "thro") else None
    return cue_of(line, i, form, status="delisted", owner=listed)


def _object_noun(line: Line, i: int, *keys: str) -> int | None:
    """Give the noun of the lists that heads what stands right behind a verb: "imposed new asset-freezing sanctions"."""
    for n in range(i + 1, min(line.stop, i + 9)):
        if n == i + 1 and line.low(n) in ("down", "out"):
            continue  # "struck down the ban"
        if any(line.low(n) in words("designation", key) for key in keys):
            return n
        if (
            (line.doc[n].pos_ in ("VERB", "AUX", "ADP", "SCONJ") and line.doc[n].tag_ not in ("VBG", "VBN"))
            or line.doc[n].text in (",", ";")
            or (line.low(n) == "and" and line.doc[n + 1].pos_ != "ADJ")
        ):
            return None
    return None


def _impose(line: Line, i: int, form: str) -> Cue | None:
    if is_passive(line, i, form):
        target = measure_target(line, i)
        before = any(line.low(k) in words("designation", "measures") for k in range(max(line.start, i - 6), i))
        return (
            Cue(at=i, voice="passive", status="designated", left=i, right=target, sanctions=True)
            if target and before
            else None
        )
    noun = _object_noun(line, i, "measures", "freezes")
    if noun is None or not measure_noun(line, noun):
        return None
    target = measure_target(line, noun)
    if target is None and compound_target(line, noun):
        return cue_of(line, i, form, noun - 1, sanctions=True, owner=noun)
    return cue_of(line, i, form, target, sanctions=True) if target is not None else None


def _lift(line: Line, i: int, form: str) -> Cue | None:
    noun = _object_noun(line, i, "measures", "designation_nouns")
    if noun is None:
        return None
    target = measure_target(line, noun) or behind_of(line, noun)
    if target is None and compound_target(line, noun):
        return cue_of(line, i, form, noun - 1, status="delisted", sanctions=True, owner=noun)
    return (
        cue_of(line, i, form, target, status="delisted", sanctions=line.low(noun).startswith("sanction"), owner=noun)
        if target
        else None
    )


def _freeze(line: Line, i: int, form: str) -> Cue | None:
    noun = _object_noun(line, i, "frozen")
    thawed: DesignationStatus = "delisted" if line.low(i).startswith("un") else "designated"
    if noun is None or is_passive(line, i, form):
        return None
    of = next((k + 1 for k in range(noun + 1, min(line.stop, noun + 5)) if line.low(k) in ("of", "belonging")), None)
    if of is None and any(k in line.inside or adjectival(line, k) for k in range(i + 1, noun)):
        return cue_of(line, i, form, i + 1, status=thawed, sanctions=True, owner=noun)  # "froze Tarn assets"
    return cue_of(line, i, form, of, status=thawed, sanctions=True) if of is not None else None


def _target(line: Line, i: int, form: str) -> Cue | None:
    """Read releases: "Today's action targets two companies", "the Treasury sanctions that targeted ten officials"."""
    if (struck := _with_measures(line, i, form)) is not None:
        return struck
    reach = 13 if line.doc[i - 1].text == "," else 6  # "The sanctions, announced by Japan on Monday, target Kahl"
    noun = next((k for k in range(i - 1, max(line.start, i - reach) - 1, -1) if _is_action(line, k)), None)
    if noun is None or is_passive(line, i, form) or form == "ing" or line.doc[i].text[:1].isupper():
        return None
    if line.low(i - 1) == "that" or any(k in line.inside for k in range(noun + 1, i)):
        return Cue(at=i, voice="noun", status="designated", left=i, right=i + 1, sanctions=True, owner=noun)
    return Cue(at=i, voice="active", status="designated", left=i, right=i + 1, sanctions=True)


def _with_measures(line: Line, i: int, form: str) -> Cue | None:
    """Read "hit Kahl with an asset freeze", "was hit with sanctions": the verb strikes with a measure."""
    end = clause_end(line, i)
    for k in range(i + 1, min(end, i + 25)):
        if line.low(k) in ("with", "by") and any(measure_noun(line, n) for n in range(k + 1, min(end, k + 9))):
            owner = next(n for n in range(k + 1, min(end, k + 9)) if measure_noun(line, n))
            cue = cue_of(line, i, form, sanctions=True)
            return replace(cue, owner=owner) if cue.voice == "passive" else cue
    return None


def _is_action(line: Line, k: int) -> bool:
    return line.low(k) in words("designation", "actions")


def _prohibit(line: Line, i: int, form: str) -> Cue | None:
    """Read "prohibited any person from transactions with the Tarn Bank"; what follows from a listing is said in the passive."""
    if is_passive(line, i, form):
        return None
    for k in range(i + 1, min(clause_end(line, i), i + 14)):
        if line.low(k) in words("designation", "dealings") and line.low(k + 1) in ("with", "involving", "to", "for"):
            return cue_of(line, i, form, k + 2, sanctions=True)
    return None


def _bar(line: Line, i: int, form: str) -> Cue | None:
    """Read "barred Kahl from entering the country" and "whom Canada has barred"; no other bar is a sanction."""
    what = _as_what(line, i)
    if what is not None:
        return cue_of(line, i, form, sanctions=True) if any(_category(line, k) for k in what) else None
    for k in range(i + 1, min(clause_end(line, i), i + 20)):
        if line.low(k) == "from":
            ahead = [line.low(n) for n in range(k + 1, min(line.stop, k + 4))]
            return cue_of(line, i, form, sanctions=True) if set(ahead) & words("designation", "entry") else None
    return None
