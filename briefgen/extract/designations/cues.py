"""Find the words that list, ban or sanction in a sentence, left to right."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.designations.status import status_of
from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.lists import ENDERS, Line, clause_end, verb_forms

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "remain", "remains", "remained", "'s", "'re"})
Voice = Literal["active", "passive", "noun", "joined"]
"""`active`: subject before, object behind. `passive`: listed ones before. `noun`: "designation of". `joined`: "U.S.-listed X"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that states a listing: its token, voice and status.

    `left`: the token that authorities (active) or listed ones (passive) stand before; `right`: the token behind which
    the listed ones are named, None where none are; `sanctions` tells sanctions from listings; `bare`: a demand for the
    kind of thing that is listed, so that "banned smoking" is none; `same`: "do so", the one listed before is meant.
    """

    at: int
    voice: Voice
    status: DesignationStatus
    left: int
    right: int | None
    sanctions: bool = False
    judged: bool = False
    same: bool = False
    owner: int | None = None


def verb_form(line: Line, i: int, key: str) -> str | None:
    """Give how a token is a form of a verb of the list, or None; a noun of the same form is none."""
    found = verb_forms("designation", key).get(line.low(i))
    if found is None or (i in line.inside and line.inside[i].form == "name"):
        return None
    if line.low(i - 1) == "specially":
        return None  # "Specially Designated Global Terrorist" is a name of a list
    token = line.doc[i]
    if (
        found[1] in ("base", "s")
        and token.pos_ in ("NOUN", "PROPN", "ADJ")
        and (
            token.dep_ != "ROOT"
            or any(c.dep_ in ("case", "cop", "nmod:poss", "det", "amod", "nmod") for c in token.children)
        )
    ):
        return None
    return found[1]


def cues_in(line: Line) -> Iterator[Cue]:
    """Give the cues of a sentence, left to right."""
    if line.doc[line.stop - 1].text == "?" or (line.stop - line.start > 1 and line.doc[line.stop - 2].text == "?"):
        return
    for i in range(line.start, line.stop):
        cue = (
            joined_cue(line, i) or verb_cue(line, i) or noun_cue(line, i) or standing_cue(line, i) or same_cue(line, i)
        )
        if cue is not None:
            yield cue


def _verb(line: Line, i: int) -> Cue | None:
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
        ("target", _target),
    ):
        form = verb_form(line, i, key)
        if form is None:
            continue
        cue = read(line, i, form)
        if cue is not None:
            status = status_of(line, i, delisting=cue.status == "delisted", form=form)
            if status is None:
                return None
            return replace(
                cue,
                status=status,
                judged=key == "judge" or (key == "with_category" and line.low(i)[:4] in ("labe", "bran")),
            )
    return None


def is_passive(line: Line, i: int, form: str) -> bool:
    """Tell "was listed", "the group listed by" from "listed the group"."""
    if form != "past":
        return False
    k = i - 1
    while k >= line.start and (
        line.doc[k].pos_ == "ADV"
        or line.low(k) in ("not", "n't", "also", "never", "today", "yesterday", "formally", "once")
    ):
        k -= 1
    if line.low(k) in BE:
        return True
    if line.low(k) in ("has", "have", "had", "having"):
        return False
    behind = line.low(i + 1)
    if behind in ("by", "pursuant", "under") or (
        behind in ("as", "in", "on", "since", "for", "for")
        and line.doc[i].tag_ == "VBN"
        and not _object_relative(line, i)
    ):
        return True
    return (
        line.doc[i].dep_.startswith("acl")
        and line.doc[i].tag_ == "VBN"
        and not _object_relative(line, i)
        and behind not in ("the", "a", "an")
    )


def _object_relative(line: Line, i: int) -> bool:
    """Tell "which Canada listed in 2019": a name between the relative word and the verb."""
    return relative_before(line, i) is not None


def relative_before(line: Line, i: int) -> int | None:
    """Give the place of the relative word of an object relative clause ("whom the U.S. Treasury blacklisted")."""
    k = i - 1
    seen = False
    while k >= max(line.start, i - 9):
        if line.low(k) in ("which", "whom", "that"):
            return k if seen and k > line.start else None
        if line.doc[k].text in (",", ";") or (
            line.doc[k].tag_ in ("VBD", "VBZ", "VBP") and line.low(k) not in ("has", "have", "had", "is", "was")
        ):
            return None
        seen = seen or k in line.inside
        k -= 1
    return None


def _made(
    line: Line,
    i: int,
    form: str,
    right: int | None = None,
    *,
    status: DesignationStatus = "designated",
    sanctions: bool = False,
    owner: int | None = None,
) -> Cue:
    passive = is_passive(line, i, form)
    return Cue(
        at=i,
        voice="passive" if passive else "active",
        status=status,
        left=i,
        right=None if passive else (right or i + 1),
        sanctions=sanctions,
        owner=owner,
    )


def _as_what(line: Line, i: int) -> range | None:
    """Give the words behind "as" of the verb, up to a comma."""
    end = clause_end(line, i)
    for k in range(i + 1, end):
        if (
            line.low(k) == "as"
            and not line.together(k)
            and line.low(k - 1) != "such"
            and line.low(k + 1) not in ("of", "well")
            and (k + 1 >= line.stop or line.doc[k + 1].tag_ not in ("VBN", "VBD"))
        ):
            stop = k + 1
            while stop < end and line.doc[stop].text not in (",", ";") and stop - k < 10:
                stop += 1
            return range(k + 1, stop)
    return None


def _has(line: Line, span: range, key: str) -> bool:
    return any(
        line.low(k) in words("designation", key) or line.low(k).replace("-", "") in words("designation", key)
        for k in span
    )


def _ground(line: Line, span: range) -> bool:
    low = line.words(span.start, span.stop - 1).casefold() if len(span) else ""
    return "pursuant to" in low or any(part in low for part in AMERICAN())


@cache
def AMERICAN() -> tuple[str, ...]:  # noqa: N802  # a constant that is read from the knowledge files when first asked for
    """Give the legal grounds that are American."""
    from briefgen.knowledge import load

    return tuple(load("designation")["american"].split("|"))


def _direct(line: Line, i: int, form: str) -> Cue | None:
    token = line.doc[i]
    prenominal = (
        token.dep_ == "amod"
        and i + 1 < line.stop
        and line.doc[i + 1].pos_ in ("NOUN", "ADJ")
        and i + 1 not in line.inside
    )
    if form == "past" and (prenominal or line.low(i - 1) in ("other", "the", "a", "an", "all", "any", "those")):
        return None  # "other designated groups"
    what = _as_what(line, i)
    other = what is not None and not _has(line, what, "categories") and not line.doc[i].lower_.startswith("sanction")
    if other and not _ground(line, range(i, line.stop)):
        return None  # "designated him as its next chairman", "designated as a protected area"
    return _made(line, i, form, sanctions=line.low(i).startswith("sanction"))


def _with_category(line: Line, i: int, form: str) -> Cue | None:
    """Read verbs that state a listing only with a category of listing or a legal ground beside them."""
    end = clause_end(line, i)
    what = _as_what(line, i)
    passive = is_passive(line, i, form)
    if what is not None:
        fits = _has(line, what, "categories")
    else:
        span = range(i + 1, min(end, i + 14))
        fits = _second_object(line, span, passive=passive)
    ground = _ground(line, range(i, end)) and line.low(i)[:4] in ("list", "name", "iden")
    plain = (
        line.low(i).startswith("list")
        and what is None
        and not passive
        and form != "ing"
        and line.low(i + 1) not in ENDERS
        and _acts(line, i)
    )
    if not (fits or ground or plain):
        return None
    return _made(line, i, form)


def _acts(line: Line, i: int) -> bool:
    """Tell whether "listed" has a state or body before it and a party, not a thing, behind it."""
    behind = i + 1
    while behind < line.stop and line.low(behind) in ("the", "a", "an"):
        behind += 1
    found = line.mention_at(i + 1) or line.mention_at(behind)
    return (found is not None and found[1].kind != "place") or _object_relative(line, i)


def _second_object(line: Line, span: range, *, passive: bool) -> bool:
    """Tell "the Tarn Front a terrorist group", "was declared an “undesirable organisation”": a category behind an article."""
    seen = passive
    for k in span:
        if line.doc[k].text in (";", ":") or line.low(k) in ("by", "that", "which", "who"):
            return False
        if k in line.inside or line.doc[k].pos_ in ("PRON", "PROPN") or line.doc[k].text[:1].isupper():
            seen = True
        if seen and line.low(k) in words("designation", "categories") and k not in line.inside:
            back = [line.low(b) for b in range(max(span.start, k - 4), k)]
            ahead = line.mention_at(k + 1) or line.mention_at(k + 2)
            return (
                "a" in back or "an" in back or passive or line.low(k).endswith("s") or line.low(k) == "terrorist"
            ) and (ahead is None or ahead[1].form != "name" or "a" in back)
    return False


def _delist(line: Line, i: int, form: str) -> Cue | None:
    return _made(line, i, form, status="delisted")


def _list_behind(line: Line, i: int, *prepositions: str) -> int | None:
    """Give the list noun behind one of the prepositions in the verb's clause: "on its list of terrorist groups"."""
    end = clause_end(line, i)
    for k in range(i + 1, min(end, i + 40)):
        if line.low(k) in prepositions:
            for n in range(k + 1, min(end, k + 16)):
                if line.low(n) in words("designation", "list_nouns"):
                    return n if _list_of_that_kind(line, n) else None
                if line.doc[n].text in (",", ";") or line.doc[n].pos_ in ("VERB",):
                    break
    return None


def _list_of_that_kind(line: Line, n: int) -> bool:
    span = range(max(line.start, n - 4), min(line.stop, n + 6))
    return line.low(n).startswith("blacklist") or any(
        line.low(k) in words("designation", "list_kinds") for k in span if k != n
    )


def _put(line: Line, i: int, form: str) -> Cue | None:
    end = clause_end(line, i)
    listed = _list_behind(line, i, "to", "on", "in", "onto")
    if listed is not None:
        return _made(line, i, form, owner=listed)
    for k in range(i + 1, min(end, i + 30)):
        if line.low(k) == "under" and any(
            line.low(n) in ("sanctions", "sanction") for n in range(k + 1, min(end, k + 8))
        ):
            n = next(n for n in range(k + 1, min(end, k + 8)) if line.low(n) in ("sanctions", "sanction"))
            return _made(line, i, form, sanctions=True, owner=n)
    return _impose(line, i, form) if line.low(i)[:4] == "plac" else None


def _remove(line: Line, i: int, form: str) -> Cue | None:
    listed = _list_behind(line, i, "from", "off")
    if listed is None:
        return _lift(line, i, form) if line.low(i)[:4] in ("remo", "drop") else None
    return _made(line, i, form, status="delisted", owner=listed)


def _object_noun(line: Line, i: int, *keys: str) -> int | None:
    """Give the noun of the lists that heads what stands right behind a verb: "imposed new asset-freezing sanctions"."""
    for n in range(i + 1, min(line.stop, i + 9)):
        if any(line.low(n) in words("designation", key) for key in keys):
            return n
        if (line.doc[n].pos_ in ("VERB", "AUX", "ADP", "SCONJ") and line.doc[n].tag_ not in ("VBG", "VBN")) or line.doc[
            n
        ].text in (",", ";", "and"):
            return None
    return None


def _measure_target(line: Line, n: int) -> int | None:
    """Give where the ones hit by measures are named: behind "on", "against", "targeting"."""
    for k in range(n + 1, min(line.stop, n + 8)):
        if line.low(k) in ("on", "against", "targeting", "upon"):
            if (
                any(
                    t.start == line.sentence.at(line.doc[k + 1])
                    for t in line.reading.times_in(line.sentence.start, line.sentence.end)
                )
                if k + 1 < line.stop
                else True
            ):
                continue
            return k + 1
        if line.doc[k].text in (";", ".") or line.doc[k].pos_ == "VERB":
            return None
    return None


def _impose(line: Line, i: int, form: str) -> Cue | None:
    if is_passive(line, i, form):
        target = _measure_target(line, i)
        before = any(line.low(k) in words("designation", "measures") for k in range(max(line.start, i - 6), i))
        return (
            Cue(at=i, voice="passive", status="designated", left=i, right=target, sanctions=True)
            if target and before
            else None
        )
    noun = _object_noun(line, i, "measures")
    target = _measure_target(line, noun) if noun is not None else None
    if target is None:
        return None
    return _made(line, i, form, target, sanctions=True)


def _lift(line: Line, i: int, form: str) -> Cue | None:
    noun = _object_noun(line, i, "measures", "designation_nouns")
    if noun is None:
        return None
    target = _measure_target(line, noun) or _behind_of(line, noun)
    return (
        _made(line, i, form, target, status="delisted", sanctions=line.low(noun).startswith("sanction"))
        if target
        else None
    )


def _behind_of(line: Line, noun: int) -> int | None:
    if line.low(noun + 1) == "of":
        return noun + 2
    return None


def _freeze(line: Line, i: int, form: str) -> Cue | None:
    noun = _object_noun(line, i, "frozen")
    if noun is None or is_passive(line, i, form):
        return None
    of = next((k + 1 for k in range(noun + 1, min(line.stop, noun + 5)) if line.low(k) in ("of", "belonging")), None)
    return _made(line, i, form, of, sanctions=True) if of is not None else None


def _target(line: Line, i: int, form: str) -> Cue | None:
    """Read releases: "Today's action targets two companies"."""
    before = [line.low(k) for k in range(max(line.start, i - 6), i)]
    if not set(before) & words("designation", "actions") or is_passive(line, i, form) or form == "ing":
        return None
    return Cue(at=i, voice="active", status="designated", left=i, right=i + 1, sanctions=True)


def _noun(line: Line, i: int) -> Cue | None:
    """Read "the designation of X by Y", "Y's listing of X", "U.S. sanctions against X", "the revocation of ..."."""
    low = line.low(i)
    if line.doc[i].pos_ not in ("NOUN", "PROPN", "VERB") or (i in line.inside and line.inside[i].form == "name"):
        return None
    ending = low in words("designation", "end_nouns")
    if low in words("designation", "designation_nouns") or ending:
        right = _behind_of(line, i) or (_measure_target(line, i) if low == "ban" and line.low(i + 1) == "on" else None)
        if ending and right is not None:
            right = _through_designation(line, right)
        if (
            right is None
            or (not ending and _claimed(line, i, "lift"))
            or (line.doc[i].tag_ in ("VBG",) and line.low(i - 1) not in ("the", "'s", "a"))
        ):
            return None
    elif low in ("sanctions", "sanction"):
        right = _measure_target(line, i)
        if right is None or _claimed(line, i, "impose", "lift", "put"):
            return None
    else:
        return None
    status = status_of(line, i, delisting=ending, form="noun")
    if status is None:
        return None
    return Cue(at=i, voice="noun", status=status, left=i, right=right, sanctions=low.startswith("sanction"), owner=i)


def _through_designation(line: Line, right: int) -> int:
    """Read on through "the revocation of the designation of X" and "... of five designations: X, Y"."""
    for k in range(right, min(line.stop, right + 12)):
        if line.low(k) in words("designation", "designation_nouns") | {"sanctions"}:
            if line.low(k + 1) in ("of", "on", "against"):
                return k + 2
            colon = next((n for n in range(k, line.stop) if line.doc[n].text.endswith(":")), None)
            return colon + 1 if colon is not None else right
    colon = next((n for n in range(right, line.stop) if line.doc[n].text.endswith(":")), None)
    return colon + 1 if colon is not None else right


def _claimed(line: Line, i: int, *keys: str) -> bool:
    """Tell whether a verb of imposing or lifting or a noun of ending before the noun tells it already."""
    for k in range(max(line.start, i - 8), i):
        if line.low(k) in words("designation", "end_nouns"):
            return True
        if any(verb_form(line, k, key) for key in keys):
            return True
    return False


def _standing(line: Line, i: int) -> Cue | None:
    """Read "is on the terror list of X", "has been under U.S. sanctions since 2022", "under U.S. and UK sanctions"."""
    low = line.low(i)
    if low in words("designation", "list_nouns") and any(
        line.low(k) in ("on",) for k in range(max(line.start, i - 6), i)
    ):
        k = next(k for k in range(i - 1, line.start - 1, -1) if line.low(k) == "on")
        if line.low(k - 1) not in BE | {"not", "still", "back", "also"} or not _list_of_that_kind(line, i):
            return None
        if line.low(k - 1) == "back":
            return None
    elif low in ("sanctions", "sanction"):
        k = next((k for k in range(i - 1, max(line.start, i - 6) - 1, -1) if line.low(k) == "under"), -1)
        if k <= line.start or (line.doc[k - 1].tag_ in ("VBN", "VBD", "VB", "VBG") and line.low(k - 1) not in BE):
            return None
        if not any(n in line.inside or _adjectival(line, n) for n in range(k + 1, i)):
            return None
    else:
        return None
    verb = k - 1
    status = status_of(line, verb, delisting=False, form="noun") if line.low(verb) in BE | {"not"} else "designated"
    if status is None:
        return None
    return Cue(at=i, voice="passive", status=status, left=k, right=None, sanctions=low.startswith("sanction"), owner=i)


def _adjectival(line: Line, n: int) -> bool:
    from briefgen.knowledge.world import gazetteer
    from briefgen.names import fold

    known = gazetteer().get(fold(line.doc[n].text)) if line.doc[n].text[:1].isupper() else None
    return known is not None and known.what in ("adjective", "state")


def _joined(line: Line, i: int) -> Cue | None:
    """Read "the U.S.-sanctioned Volkan Company", "UN- and U.S.-designated X", "the US-designated Y"."""
    low = line.low(i)
    part = low.rsplit("-", 1)[-1]
    if part not in ("designated", "sanctioned", "listed", "blacklisted", "proscribed", "banned") or (
        part == low and line.low(i - 1) != "-"
    ):
        return None
    return Cue(at=i, voice="joined", status="designated", left=i, right=i + 1, sanctions=part == "sanctioned", owner=i)


def _same(line: Line, i: int) -> Cue | None:
    """Read "declined to do so", "whether to follow": the listing told before, by another."""
    low = line.low(i)
    if (
        low in ("that", "those", "one")
        and line.low(i + 1) == "by"
        and any(line.low(k) in words("designation", "designation_nouns") for k in range(max(line.start, i - 9), i))
    ):
        return Cue(at=i, voice="passive", status="designated", left=i, right=None, same=True)
    so = low in ("do", "done", "doing", "did") and line.low(i + 1) in ("so", "likewise")
    follow = low in ("follow", "followed") and (
        line.low(i + 1) in (",", ".", "suit", "", "his", "its")
        or line.doc[i + 1 if i + 1 < line.stop else i].pos_ == "PUNCT"
    )
    if not (so or follow):
        return None
    status = status_of(line, i, delisting=False, form="base")
    return Cue(at=i, voice="active", status=status, left=i, right=None, same=True) if status is not None else None
