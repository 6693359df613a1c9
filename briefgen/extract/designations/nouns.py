"""Find listings told by nouns, by "U.S.-listed", by standing on a list, and by "do so"."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.designations.arrivals import arrival_cue
from briefgen.extract.designations.calls import NOT
from briefgen.extract.designations.cue import BE, Cue, cue_of, has_form, verb_form
from briefgen.extract.designations.ellipsis import ends_clause
from briefgen.extract.designations.labels import spelled_out
from briefgen.extract.designations.outcome import outcome
from briefgen.extract.designations.outlawing import dissolution
from briefgen.extract.designations.status import status_of
from briefgen.extract.designations.wording import (
    POSSESSIVE,
    adjectival,
    behind_of,
    is_lister,
    list_behind,
    list_named_before,
    list_of_that_kind,
    listed_owner,
    measure_noun,
    measure_target,
    told_before,
)
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

JOINED = frozenset({"designated", "sanctioned", "listed", "blacklisted", "proscribed", "banned"})
"""What a state's name is joined to: "the U.S.-listed Kahl"."""
OPEN = frozenset(
    {"under", "underway", "ongoing", "pending", "continuing", "due", "expected", "still", "open", "progress"}
)
"""Words of a review that goes on."""
UNLIKELY = frozenset(
    {"unlikely", "premature", "impossible", "unthinkable", "conceivable", "overdue", "possible", "likely"}
)
"""What a listing is that there is not yet."""
AGREEMENT = frozenset({"agreement", "consensus", "approval", "decision"})
OFF = frozenset({"missing", "absent", "left", "omitted", "excluded", "kept"})
LEANING = frozenset(
    {
        "not",
        "n't",
        "still",
        "back",
        "also",
        "longer",
        "now",
        "already",
        "currently",
        "only",
        "never",
        "yet",
        "once",
        "formerly",
        "again",
        "long",
        "himself",
        "herself",
        "itself",
        "themselves",
    }
)
"""Words between "is" and "on the list"."""
ROW_LENGTH = 16
"""Words between "is on Peru's list" and "not on Chile's"."""
ROW = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "PUNCT"})
"""Parts of speech of a row of measures."""


def noun_cue(line: Line, i: int) -> Cue | None:
    """Read "the designation of X by Y", "Y's listing of X", "U.S. sanctions against X", "the revocation of ..."."""
    low = line.low(i)
    if line.doc[i].pos_ not in ("NOUN", "PROPN", "VERB") or (i in line.inside and line.inside[i].form == "name"):
        return None
    ending = low in words("designation", "end_nouns")
    if (comprised := _comprised(line, i)) is not None:
        return comprised
    if (counted := spelled_out(line, i)) is not None:
        status = status_of(line, i, delisting=counted.status == "delisted", form="noun")
        return replace(counted, status=status) if status is not None else None
    if low in words("designation", "dissolutions"):
        right = behind_of(line, i)
        if right is None or not dissolution(line, right):
            return None
    elif low in words("designation", "designation_nouns") or ending:
        right = behind_of(line, i) or (measure_target(line, i) if low == "ban" and line.low(i + 1) == "on" else None)
        if right is None and (possessor := _possessor(line, i)) is not None:
            if not ending and _claimed(line, i, "lift", "remove", "letting"):
                return None
            if line.low(i - 2) in verb_forms("designation", "approving"):  # "the board confirmed her designation"
                return Cue(at=i - 2, voice="active", status="designated", left=i - 2, right=i - 1, until=i)
            return _possessed(line, i, possessor, ending=ending)
        if ending and right is not None:
            right = _through_designation(line, right)
        if (
            right is None
            or (not ending and _claimed(line, i, "lift", "remove", "letting"))
            or (line.doc[i].tag_ in ("VBG",) and line.low(i - 1) not in ("the", "'s", "a"))
        ):
            return None
    elif low in words("designation", "additions"):
        return _addition(line, i)
    elif measure_noun(line, i):
        right = measure_target(line, i)
        if (
            right is None
            or _claimed(line, i, "impose", "lift", "put", "remove", "letting")
            or not (low in words("designation", "sanction_nouns") or _owned_measure(line, i))
        ):
            return None
    else:
        return None
    if not ending and _only_thought_of(line, i):
        return None
    told, form = _told_by(line, i)
    status = outcome(line, i, status_of(line, told, delisting=ending, form=form))
    if status is None:
        return None
    sanctions = measure_noun(line, i)
    if sanctions and told != i:
        return cue_of(line, told, form, right, status=status, sanctions=True)
    until = _owned_until(line, right) if ending else None
    return Cue(at=i, voice="noun", status=status, left=i, right=right, until=until, sanctions=sanctions, owner=i)


def _only_thought_of(line: Line, i: int) -> bool:
    """Tell "a ban on Kahl is unlikely", "a ban on Renn could follow": one that there is not."""
    first = i - 1
    while first > line.start and line.pos(first) in ("ADJ", "NOUN", "PROPN") and i - first < 4:
        first -= 1
    if line.low(first) not in ("a", "an", "any"):
        return False
    verb = next((k for k in range(i + 1, min(line.stop, i + 14)) if line.finite(k) or line.doc[k].tag_ == "MD"), None)
    if verb is None or line.doc[verb].text in (";", ","):
        return False
    behind = [line.low(k) for k in range(verb + 1, verb + 4) if k < line.stop]
    return line.doc[verb].tag_ == "MD" or (
        line.low(verb) in BE and bool(NOT.intersection(behind) or UNLIKELY.intersection(behind))
    )


def _told_by(line: Line, i: int) -> tuple[int, str]:
    """Give the verb of "to apply a freeze, a ban and an embargo on Kahl", which tells of the whole row; else the noun itself."""
    k = i - 1
    while k > max(line.start, i - 25) and line.pos(k) in ROW:
        k -= 1
    form = verb_form(line, k, "impose")
    return (k, form) if form is not None else (i, "noun")


def _comprised(line: Line, i: int) -> Cue | None:
    """Read "The new listings include Kahl and Renn", "The new designations cover three banks": those who are listed stand behind."""
    plural = line.low(i).endswith("s") and line.low(i) in words("designation", "designation_nouns")
    if not plural or line.low(i + 1) not in verb_forms("designation", "comprise"):
        return None
    return Cue(at=i, voice="noun", status="designated", left=i, right=i + 2, owner=i)


def _addition(line: Line, i: int) -> Cue | None:
    """Read "the addition of Kahl to its sanctions list", "Renn's inclusion in the EU list"."""
    own = line.low(i - 1) in ("his", "her", "its", "their")
    owner = i - 1 if own else listed_owner(line, i)
    listed = list_behind(line, i, "to", "in", "on") if line.low(i + 1) == "of" or owner is not None else None
    if (
        listed is None
        and line.low(i + 1) == "of"
        and _agreed(line, i)
        and (told_before(line, upto=i) or list_named_before(line))
    ):
        listed = i  # "approved the inclusion of Kahl": the list was told before
    status = status_of(line, i, delisting=False, form="noun") if listed is not None else None
    if status is None:
        return None
    if line.low(i + 1) != "of":
        until = max((owner or 0) + 1, i - 1)
        return Cue(at=i, voice="noun", status=status, left=i, right=owner, until=until, owner=listed)
    return Cue(at=i, voice="noun", status=status, left=i, right=i + 2, owner=listed)


def _agreed(line: Line, i: int) -> bool:
    """Tell "approved the inclusion of Kahl", "consensus on the addition of Renn"."""
    return any(has_form(line, k, "agreeing") or line.low(k) in AGREEMENT for k in range(max(line.start, i - 9), i))


def _possessor(line: Line, i: int) -> int | None:
    """Give where the owner in "Kahl's designation", "its listing by the EU" starts: he is listed, not listing."""
    by = line.low(i + 1) == "by"
    if line.low(i) in words("designation", "end_nouns") - {"removal", "delisting"}:
        return None
    if line.low(i - 1) in ("its", "his", "her", "their"):
        return i - 1 if by or line.low(i - 2) in verb_forms("designation", "approving") else None
    return listed_owner(line, i) if by or line.low(i + 1) not in ("of", "against", "on") else None


def _possessed(line: Line, i: int, first: int, *, ending: bool) -> Cue | None:
    status = outcome(line, i, status_of(line, first, delisting=ending, form="noun"))
    if status is None:
        return None
    return Cue(at=i, voice="noun", status=status, left=i, right=first, until=max(first + 1, i - 1))


def _owned_measure(line: Line, i: int) -> bool:
    """Tell "its own measures against Kahl", "the measures taken by Japan against Kahl" in a text about listings."""
    taken = any(line.low(k) in ("taken", "imposed", "adopted") and line.low(k + 1) == "by" for k in (i + 1, i + 2))
    owned = line.low(i - 1) in ("restrictive", "own", "'s", "’s", "economic", "targeted", "eu", "un") or taken
    if line.low(i) in words("designation", "freezes") and line.low(i + 1) == "of":
        return True  # "the freezing of funds of Kahl"
    return owned and (line.low(i) in words("designation", "freezes") or told_before(line, here=True))


def _through_designation(line: Line, right: int) -> int | None:
    """Read on through "the revocation of the designation of X" and "... of five designations: X, Y"; None: nobody is named."""
    for k in range(right, min(line.stop, right + 12)):
        if line.low(k) in words("designation", "designation_nouns") | {"sanctions"}:
            if line.low(k + 1) in ("of", "on", "against"):
                return k + 2
            colon = next((n for n in range(k, line.stop) if line.doc[n].text.endswith(":")), None)
            owned = any(line.low(n) in ("'s", "’s") for n in range(right, k))
            return colon + 1 if colon is not None else right if owned else None
    colon = next((n for n in range(right, line.stop) if line.doc[n].text.endswith(":")), None)
    return colon + 1 if colon is not None else right


def _owned_until(line: Line, right: int) -> int | None:
    """Give where the listed one ends in "the revocation of Kahl's designation"."""
    behind = range(right, min(line.stop, right + 12))
    noun = next((k for k in behind if line.low(k) in words("designation", "designation_nouns")), right)
    while noun - 1 > right and noun - 1 not in line.inside and line.pos(noun - 1) in ("ADJ", "NOUN", "PROPN"):
        noun -= 1  # "of Kahl's terrorist designation"
    return noun - 1 if line.low(noun - 1) in POSSESSIVE else None


def _claimed(line: Line, i: int, *keys: str) -> bool:
    """Tell whether a verb of imposing or lifting or a noun of ending before the noun tells it already."""
    for k in range(max(line.start, i - 8), i):
        if line.low(k) in words("designation", "end_nouns"):
            return True
        if any(verb_form(line, k, key) for key in keys):
            return True
    return False


def standing_cue(line: Line, i: int) -> Cue | None:
    """Read "is on the terror list of X", "has been under U.S. sanctions since 2022", "under U.S. and UK sanctions"."""
    low = line.low(i)
    if low == "specially" and line.low(i + 1) == "designated":
        named = line.low(i - 1) in ("a", "an") and line.low(i - 2) in BE
        return Cue(at=i, voice="passive", status="designated", left=i - 1, right=None) if named else None
    if (low in words("designation", "borne") or measure_noun(line, i)) and (borne := _borne(line, i)) is not None:
        return borne
    if (shown := arrival_cue(line, i) or _among_them(line, i) or _review_of(line, i) or _on_ours(line, i)) is not None:
        return shown
    if low in words("designation", "list_nouns"):
        k = _on_list(line, i)
    elif measure_noun(line, i) or low in ("designation", "listing"):
        k = _under(line, i)
    else:
        return None
    return _stands(line, i, k) if k is not None else None


def _on_list(line: Line, i: int) -> int | None:
    """Give the "on" of "is on the list", "is one of ten firms on the list", "is on neither the EU nor the U.S. list"."""
    inside = line.low(i) in words("designation", "packages") | {"annex", "register", "registry", "schedule"}
    where = ("on", "in") if inside else ("on",)
    k = next((k for k in range(i - 1, max(line.start, i - 9) - 1, -1) if line.low(k) in where), None)
    if k is None or not list_of_that_kind(line, i):
        return None
    apposed = line.low(k - 2) in ("a", "an") and line.low(k - 3) == ","  # "the Front, a group on the list"
    member = line.low(k - 1) in words("designation", "subjects") and (apposed or _one_of(line, k - 1))
    return k if member or line.low(k - 1) in (BE | LEANING) - {"back"} else None


def _under(line: Line, i: int) -> int | None:
    """Give the "under" or "to" of "under U.S. sanctions", "subject to an EU asset freeze"."""
    before = range(i - 1, max(line.start, i - 8) - 1, -1)
    k = next((k for k in before if line.low(k) == "under" or _subject_to(line, k)), -1)
    if k <= line.start or (line.doc[k - 1].tag_ in ("VBN", "VBD", "VB", "VBG") and line.low(k - 1) not in BE):
        return None
    owned = any(n in line.inside or adjectival(line, n) for n in range(k + 1, i))
    here = line.low(i + 1) in ("in", "of") and bool({i + 2, i + 3} & line.inside.keys())
    if line.low(i + 1) in words("designation", "instruments") | {"regulations", "laws"}:
        return None  # "under the Swiss embargo act" says by which law
    bare = line.low(i - 1) in ("the", "under", "no", "any") or _subject_to(line, k)
    known = owned or here or (bare and told_before(line))
    return k if known and line.doc[i - 1].text != "(" else None


def _stands(line: Line, i: int, k: int) -> Cue | None:
    """Give the cue of one that stands on a list or under measures `i`, by the preposition `k`."""
    verb = k - 2 if _subject_to(line, k) else k - 1
    first = _first_of_row(line, verb)
    said = first is not None or line.low(verb) in BE | LEANING
    status = status_of(line, verb + 1, delisting=False, form="noun") if said else "designated"
    if any(line.low(n) in ("neither", "no") for n in range(k + 1, i)):
        status = "not_designated"  # "is on neither the EU nor the U.S. list"
    if status is None:
        return None
    sanctions = line.low(i) in words("designation", "sanction_nouns")
    left = first if first is not None else verb + 1
    return Cue(at=i, voice="passive", status=status, left=left, right=None, sanctions=sanctions, owner=i)


def _first_of_row(line: Line, joint: int) -> int | None:
    """Give where "is under U.S. sanctions and under those of Peru", "is on Peru's list but not on Chile's" starts its row."""
    joint -= line.low(joint) in NOT
    if line.low(joint) not in ("and", "but", ","):
        return None
    for k in range(joint - 1, max(line.start, joint - ROW_LENGTH), -1):
        standing = line.low(k - 1) in BE | LEANING or has_form(line, k - 1, "appear", "kept")
        if line.low(k) in ("under", "on") and standing:
            return k
        if line.pos(k) == "VERB" and k not in line.inside:
            return None
    return None


def _one_of(line: Line, k: int) -> bool:
    """Tell "is one of ten firms on the list", where the firms tell of their member."""
    return any(line.low(n) == "one" and line.low(n + 1) == "of" for n in range(max(line.start, k - 5), k))


def _borne(line: Line, i: int) -> Cue | None:
    """Read "carries the labels of Japan and Canada"."""
    verbs = verb_forms("designation", "bear")
    verb = next((k for k in range(i - 1, max(line.start, i - 5), -1) if line.low(k) in verbs), None)
    if verb is None:
        return None
    owned = any(n in line.inside or adjectival(line, n) for n in range(verb + 1, i))
    measured = measure_noun(line, i) and (owned or told_before(line))  # "now face an asset freeze"
    if not (measured or line.low(i + 1) in ("of", "from")) or (measured and verbs[line.low(verb)][0] != "face"):
        return None
    if status_of(line, verb, delisting=False, form=verbs[line.low(verb)][1]) != "designated":
        return None
    return Cue(at=i, voice="passive", status="designated", left=verb, right=None, owner=i)


def _among_them(line: Line, i: int) -> Cue | None:
    """Read "are no longer among those": among those whose listing was told."""
    if line.low(i) != "among" or line.low(i + 1) not in ("them", "those", "these"):
        return None
    if (line.low(i - 2), line.low(i - 1)) != ("no", "longer") or line.low(i - 3) not in BE:
        return None
    return Cue(at=i, voice="passive", status="delisted", left=i - 3, right=None, again=3, known=True)


def _on_ours(line: Line, i: int) -> Cue | None:
    """Read "Kahl is not on ours": on the list of the one that speaks."""
    if line.low(i) in POSSESSIVE and ends_clause(line, i + 1):
        return _on_theirs(line, i)
    if line.low(i) in ("those", "that") and line.low(i + 1) == "of" and line.low(i - 1) in ("on", "under"):
        row = _first_of_row(line, i - 2)  # "is on Peru's list, not on that of Chile"
        return _stands(line, i, i - 1) if row is not None else None
    if line.low(i) != "ours" or line.low(i - 1) != "on" or not ({line.low(i - 2), line.low(i - 3)} & BE):
        return None
    verb = i - 2 if line.low(i - 2) in BE else i - 3
    status = status_of(line, i - 1, delisting=False, form="noun")
    return Cue(at=i, voice="passive", status=status, left=verb, right=None, owner=i, known=True) if status else None


def _on_theirs(line: Line, i: int) -> Cue | None:
    """Read "is on Peru's list but not on Chile's", "is under U.S. sanctions but not under Norway's": the noun is left out."""
    mention = line.inside.get(i - 1)
    first = line.sentence.tokens(mention.start, mention.end)[0].i if mention is not None else i - 1
    k = first - 1 - (line.low(first - 1) == "the")
    row = _first_of_row(line, k - 1) if line.low(k) in ("on", "under") and is_lister(line, mention) else None
    return _stands(line, i, k) if row is not None else None


def _review_of(line: Line, i: int) -> Cue | None:
    """Read "A review of that ban is due": of the one told last."""
    if line.low(i) not in words("designation", "designation_nouns") or line.low(i - 2) != "of":
        return None
    if line.low(i - 1) not in ("that", "this", "the", "its") or line.low(i - 3) not in words("designation", "reviews"):
        return None
    if line.low(i + 1) not in BE or not {line.low(i + 2), line.low(i + 3)} & OPEN:
        return None
    return Cue(at=i, voice="passive", status="under_review", left=i, right=None, same=True, again=3)


def _subject_to(line: Line, k: int) -> bool:
    return line.low(k) == "to" and line.low(k - 1) == "subject"


def joined_cue(line: Line, i: int) -> Cue | None:
    """Read "the U.S.-sanctioned Volkan Company", "UN- and U.S.-designated X", "the US-designated Y"."""
    low = line.low(i)
    part = low.rsplit("-", 1)[-1]
    if part not in JOINED or (
        part == low and (line.low(i - 1) != "-" or line.low(i - 2) == "re" or line.doc[i - 1].whitespace_ != "")
    ):
        return None
    return Cue(at=i, voice="joined", status="designated", left=i, right=i + 1, sanctions=part == "sanctioned", owner=i)
