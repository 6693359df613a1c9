"""Find listings told by pointing back: "declined to do so", "has not acted", "neither Peru nor Chile has", "a step Oslo took"."""

from __future__ import annotations

from briefgen.extract.designations.alike import DEEDS
from briefgen.extract.designations.asides import past_aside
from briefgen.extract.designations.calls import NOT, asked_whether, pending
from briefgen.extract.designations.cue import BE, LISTING_VERBS, Cue, has_form
from briefgen.extract.designations.status import status_of
from briefgen.extract.designations.wording import is_lister
from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.verbforms import verb_forms

HAVE = frozenset({"has", "have", "had", "did", "does", "do"})
STEPS = DEEDS | {"course", "path"}
MATTERS = frozenset({"matter", "question", "issue", "proposal", "request", "case", "listing", "designation", "ban"})
ENDS = frozenset({".", ",", ";", ")", "—", "–", "-", "!", "”", '"'})
FOLLOW = {"follow": "base", "follows": "s", "followed": "past"}
FALL = {
    "go": "base",
    "goes": "s",
    "went": "past",
    "gone": "past",
    "fall": "base",
    "falls": "s",
    "fell": "past",
    "fallen": "past",
    "come": "base",
    "came": "past",
}
LINES = ("along", "in behind", "into line", "in line", "on board", "into step", "in step")
DO = {"do": "base", "does": "s", "did": "base", "done": "past", "doing": "ing"}
TAKE = {"take": "base", "takes": "s", "took": "past", "taken": "past", "taking": "ing", "made": "past"}
ALIKE = frozenset({"same", "similar", "this", "that", "such"})
ACTING = frozenset({"act", "move", "follow", "react", "respond"})
ACTED = frozenset({"acted", "moved", "budged"})
POINTING = frozenset({"that", "those", "one"})
EXAMPLES = frozenset("example examples lead suit footsteps decision decisions move step steps ban listing".split())
PERMITTING = frozenset({"allow", "permit", "let", "enable", "entitle", "authorise", "authorize", "empower"})
PUT_OFF = frozenset({"postponed", "delayed", "deferred", "adjourned", "shelved", "tabled"})


def that_by(line: Line, i: int) -> Cue | None:
    """Read "a listing like that by Peru"."""
    if line.low(i) not in POINTING or line.low(i + 1) != "by" or not _names_listing(line, i):
        return None
    return Cue(at=i, voice="passive", status="designated", left=i, right=None, same=True)


def told_again(line: Line, i: int) -> Cue | None:
    """Read a verb that says of another party what was told of one: the listed are those told last."""
    for read in (_so, _bare, _acted, _refused, _same_step):
        status = read(line, i)
        if status is not None:
            return Cue(at=i, voice="active", status=status, left=i, right=None, same=True)
    return None


def unable(line: Line, i: int) -> Cue | None:
    """Read "Chile's statutes do not permit this", "the charter would not let it": what was told is not done there."""
    if line.low(i) not in PERMITTING or not {line.low(i - 1), line.low(i - 2)} & {"not", "n't", "never"}:
        return None
    to = i + 2 if line.low(i + 1) in ("it", "them", "him", "her") and line.low(i + 2) == "to" else i + 1
    left_out = line.low(to) == "to" and (ends_clause(line, to + 1) or line.words(to, to + 2).casefold() == "to do so")
    if not (left_out or (line.low(to) in ("this", "that", "it") and ends_clause(line, to + 1))):
        return None
    whose = (
        line.low(i + 1) == "it" and i + 1 in line.inside
    )  # "does not entitle it to": who is not allowed is told behind
    return Cue(at=i, voice="active", status="not_designated", left=i, right=None, same=True, behind=whose)


def not_by(line: Line, i: int) -> Cue | None:
    """Read "listed by Japan, but not by Norway"."""
    if line.low(i) != "not" or line.low(i + 1) != "by" or i + 2 >= line.stop:
        return None
    return Cue(at=i, voice="passive", status="not_designated", left=i, right=None, same=True)


def _names_listing(line: Line, i: int) -> bool:
    return any(line.low(k) in words("designation", "designation_nouns") for k in range(max(line.start, i - 9), i))


def _so(line: Line, i: int) -> DesignationStatus | None:
    """Read "declined to do so", "whether to follow", "followed suit", "declined to follow Canada"."""
    low = line.low(i)
    so = low in DO and line.low(i + 1) in ("so", "likewise", "the") and _same(line, i + 1)
    follow = _follows(line, i)
    if _falls_in(line, i):
        return status_of(line, i, delisting=False, form=FALL[low])
    if follow and any(line.low(k) in ("part", "partly", "halfway") for k in range(i + 1, min(line.stop, i + 5))):
        return None  # "followed suit in part": whom it listed is told behind
    if not (so or follow) or (follow and line.low(i - 1) in ("as", "that", "to") and not _infinitive(line, i)):
        return None
    status = status_of(line, i, delisting=False, form=DO[low] if so else FOLLOW[low])
    return None if low == "doing" and status == "designated" else status  # "In doing so, Japan broke with its allies"


def _falls_in(line: Line, i: int) -> bool:
    """Tell "fell into step", "falls into line", "came on board": to do what another has done."""
    if line.low(i) not in FALL:
        return False
    phrase = next((p for p in LINES if line.words(i + 1, min(line.stop - 1, i + len(p.split()))).casefold() == p), None)
    return phrase is not None and (
        ends_clause(line, i + 1 + len(phrase.split())) or _within(line, i + 1 + len(phrase.split()))
    )


def _within(line: Line, k: int) -> bool:
    return when_behind(line, k) or line.low(k) in ("within", "on", "in", "after", "with", "soon", "too")


def _follows(line: Line, i: int) -> bool:
    """Tell "follow", "followed suit", "follows Norway's example" from "talks followed"."""
    form = FOLLOW.get(line.low(i))
    if form is None:
        return False
    first = i + 1
    if first >= line.stop or line.doc[first].pos_ == "PUNCT" or line.low(first) in ("suit", "his", "its", "their"):
        return True
    if when_behind(line, first):
        end = next(
            (k for k in range(first, line.stop) if k not in line.times and line.low(k) not in ("in", "on")), first
        )
        return line.low(end) != "with"  # "Chile followed in 2021", "followed some weeks later"
    if line.low(first) in ("and", "but", "while") and line.pos(first + 1) in ("PROPN", "PRON", "DET"):
        return True  # "will follow but Peru may not"
    if line.low(first) == "the":
        first += 1
    found = line.mention_at(first) or line.mention_at(i + 1)
    if found is None:
        return first > i + 1 and line.low(first) in EXAMPLES
    owned = line.low(found[0] + 1) in ("'s", "’s", "'", "’")
    example = any(line.low(k) in EXAMPLES for k in range(found[0] + 2, found[0] + 5))
    return example if owned else form == "base" or ends_clause(line, found[0] + 1)


def when_behind(line: Line, k: int) -> bool:
    """Tell "in 2021", "last May", "a year later", "shortly after" at a token."""
    if k in line.times or (line.low(k) in ("in", "on", "since") and k + 1 in line.times):
        return True
    if line.low(k) == "the" and line.low(k + 1) in ("following", "next", "same", "previous"):
        return True  # "the next day"
    later = next((n for n in range(k, min(line.stop, k + 4)) if line.low(n) in ("later", "after", "afterwards")), None)
    return later is not None and ends_clause(line, later + 1) and all(line.pos(n) != "VERB" for n in range(k, later))


def ends_clause(line: Line, k: int) -> bool:
    """Tell whether nothing of the clause stands at a token."""
    return k >= line.stop or line.doc[k].text in ENDS or line.doc[k].is_space


def _same(line: Line, k: int) -> bool:
    return line.low(k) != "the" or line.low(k + 1) == "same"


def _infinitive(line: Line, i: int) -> bool:
    return line.low(i - 1) == "to" and line.low(i - 2) not in ("likely", "have", "has", "is", "are")


def _bare(line: Line, i: int) -> DesignationStatus | None:
    """Read an auxiliary that stands for the verb told before: "Sweden has not.", "but neither Chile nor Peru has"."""
    if line.low(i) not in HAVE | {"will", "would"} or i == line.start:
        return None
    k = i + 1
    negative = any(line.low(n) in ("neither", "nor", "none") for n in range(max(line.start, i - 9), i))
    while line.low(k) in NOT | {"yet", "also", "so", "either"}:
        negative = negative or line.low(k) in NOT
        k += 1
    if not ends_clause(line, k):
        did = line.low(i) == "did" and not negative and k == i + 1
        return "designated" if did and when_behind(line, k) and _alone(line, i) else None
    if _goes_on(line, k):
        return None
    if k == i + 1 and not negative and _contrasted(line, i):
        return "designated"
    return "not_designated" if negative else None


def _goes_on(line: Line, comma: int) -> bool:
    """Tell "did not, in the end, list Kahl": the verb stands behind an aside."""
    behind = past_aside(line, comma)
    return behind > comma and line.doc[behind].tag_ in ("VB", "VBN") and behind not in line.inside


def _alone(line: Line, i: int) -> bool:
    """Tell "Norway did in May": a state or body that its clause starts with."""
    mention = line.inside.get(i - 1)
    if mention is None or not is_lister(line, mention):
        return False
    first = line.sentence.tokens(mention.start, mention.end)[0].i
    before = first - 1 - (line.low(first - 1) == "the")
    return before < line.begin or line.low(before) in ("but", "and", "while", ";", ",")


def _contrasted(line: Line, i: int) -> bool:
    """Tell "but Peru has", "before Chile did": a state or body alone before the word."""
    mention = line.inside.get(i - 1)
    if mention is None or not is_lister(line, mention):
        return False
    first = line.sentence.tokens(mention.start, mention.end)[0].i
    before = first - 2 if line.low(first - 1) == "the" else first - 1
    return line.low(before) in ("but", "before", "after", "though", "although", "whereas", "while", ";", ",")


def _acted(line: Line, i: int) -> DesignationStatus | None:
    """Read "has not acted", "has taken no such step": only what is left undone is told so."""
    low = line.low(i)
    if low in ACTING and line.low(i - 1) == "to" and line.low(i - 2) == "yet" and ends_clause(line, i + 1):
        return "not_designated"
    before = {line.low(k) for k in range(max(line.start, i - 4), i)}
    if low in ACTED and before & NOT and before & HAVE:
        return "not_designated"
    if low in ("taken", "took") and line.low(i + 1) == "no":
        return "not_designated" if {line.low(i + 2), line.low(i + 3)} & STEPS else None
    return None


def open_matter(line: Line, i: int) -> Cue | None:
    """Read "deferred the matter", "took up the question", "is still discussing the matter", "is looking at the case"."""
    if line.low(i) not in MATTERS or line.low(i + 1) == "of" or asked_whether(line, i) is not None:
        return None
    if i - 1 == line.begin and line.low(i - 1) in ("the", "that", "this", "a"):
        effect = line.words(i + 1, min(line.stop - 1, i + 3)).casefold() == "to that effect"
        if pending(line, i) is None or (line.low(i - 1) == "a" and not effect):
            return None
        return Cue(at=i, voice="active", status="under_review", left=i, right=None, same=True, again=3)
    if line.low(i - 1) not in ("the", "that", "this", "his", "her", "its", "their"):
        return None
    verb = next((k for k in range(i - 2, max(line.start, i - 7) - 1, -1) if _keeps_open(line, k)), None)
    judged = verb is not None and line.low(verb) in verb_forms("designation", "judge")
    if judged and line.tag(i + 1) in ("JJ", "VBN", "VBD"):
        return None  # "considers the matter closed"
    if verb is None or "not" in {line.low(k) for k in range(max(line.start, verb - 3), verb)}:
        return None
    return Cue(at=verb, voice="active", status="under_review", left=verb, right=None, same=True)


def _keeps_open(line: Line, k: int) -> bool:
    form = verb_forms("designation", "weighing").get(line.low(k), ("", "past"))[1]
    looks = line.low(k) in ("looking", "looks") and line.low(k + 1) in ("at", "into")
    taken_up = line.low(k) in ("took", "taken", "take", "takes", "taking") and line.low(k + 1) == "up"
    return line.low(k) in PUT_OFF or form in ("ing", "s") or looks or taken_up


def _refused(line: Line, i: int) -> DesignationStatus | None:
    """Read "but Peru has refused", "Chile declined.": what was asked for before is not done."""
    form = verb_forms("designation", "refusing").get(line.low(i), ("", ""))[1]
    behind = i + 2 if line.low(i + 1) == "to" else i + 1  # "Chile declined to."
    alone = form in ("past", "s") and ends_clause(line, behind) and line.low(i - 1) not in BE
    return "not_designated" if alone and line.low(i) not in ("failed", "fails", "stopped", "stops") else None


def joined(line: Line, i: int) -> Cue | None:
    """Read "It joins Peru and Chile in doing so", "followed Peru in banning Kahl": those behind the verb list too."""
    if line.low(i) not in verb_forms("designation", "side_with"):
        return None
    ahead = range(i + 2, min(line.stop, i + 16))
    end = next((k for k in ahead if line.low(k) == "in" and line.low(k + 1).endswith("ing")), None)
    if end is None or not read_items(line, i + 1, end)[0]:
        return None
    again = line.low(end + 1) in ("doing", "taking", "making")
    if not (again or has_form(line, end + 1, *LISTING_VERBS)):
        return None
    first = None if again else end + 2
    return Cue(at=i, voice="active", status="designated", left=i, right=first, same=again, behind=True)


def company(line: Line, i: int) -> Cue | None:
    """Read "listed by Peru, followed by Chile", ", joining Peru and Chile": those behind the word list too."""
    by = line.low(i) in ("followed", "joined") and line.low(i + 1) == "by"
    if not by and not (line.low(i) in ("joining", "following") and line.low(i - 1) == ","):
        return None
    items, _ = read_items(line, i + 1 + by)
    listers = [item.mention is not None and is_lister(line, item.mention) for item in items]
    if not listers or not all(listers):
        return None
    if not any(has_form(line, k, *LISTING_VERBS) for k in range(line.start, i)):
        return None
    return Cue(at=i, voice="active", status="designated", left=i + by, right=None, same=True, behind=True)


def _same_step(line: Line, i: int) -> DesignationStatus | None:
    """Read "took the same step", "has not taken similar action", "made the same decision"."""
    if line.low(i) not in TAKE:
        return None
    ahead = range(i + 1, min(line.stop, i + 4))
    alike = next((k for k in ahead if line.low(k) in ALIKE), line.stop)
    if line.low(alike + 1) not in STEPS or any(line.pos(k) not in ("DET", "ADJ", "PRON") for k in range(i + 1, alike)):
        return None
    if line.low(alike) in ("this", "that", "such") and line.low(alike + 1) not in ("step", "decision", "move"):
        return None
    return status_of(line, i, delisting=False, form=TAKE[line.low(i)])


def took_over(line: Line, i: int) -> Cue | None:
    """Read "will not adopt the Peruvian list", "aligned itself with these measures", "adopted them": another's list."""
    if not _others_list(line, i):
        return None
    forms = verb_forms("designation", "take_over")
    verb = next((k for k in range(i - 1, max(line.start, i - 9), -1) if line.low(k) in forms), None)
    if verb is None or (line.low(verb) in ("take", "taken", "took") and line.low(verb + 1) != "over"):
        return None
    status = status_of(line, verb, delisting=False, form=forms[line.low(verb)][1])
    if line.low(verb) in verb_forms("designation", "rejecting"):
        status = "not_designated" if status == "designated" else None
    elif status == "designated" and not _taken_on(line, verb, i):
        return None
    return Cue(at=verb, voice="active", status=status, left=verb, right=None, same=True) if status is not None else None


def _others_list(line: Line, i: int) -> bool:
    low = line.low(i)
    if low == "them":
        return True
    if low in ("it", "this") and line.low(i - 1) in verb_forms("designation", "take_on"):
        return ends_clause(line, i + 1) or _within(line, i + 1)
    if low in words("designation", "instruments") and line.low(i - 1) not in ("the", "that", "this", "these", "those"):
        return False
    keys = ("designation_nouns", "list_nouns", "measures", "instruments")
    made = any(low in words("designation", key) for key in keys)
    return (made or low == "decision") and line.low(i + 1) not in ("of", "on", "against", "to")


def _taken_on(line: Line, verb: int, noun: int) -> bool:
    """Tell "joined these sanctions" from "endorsed them" and "applies EU sanctions": those that the text spoke of."""
    taken = line.low(verb) in verb_forms("designation", "take_on")
    return taken and any(
        line.low(k) in ("the", "these", "those", "this", "them", "it") for k in range(verb + 1, noun + 1)
    )


def step(line: Line, i: int) -> Cue | None:
    """Read "the same course Chile took": those between the noun and the verb list too."""
    if line.low(i) not in ("took", "taken", "made") or not (ends_clause(line, i + 1) or _within(line, i + 1)):
        return None
    for k in range(i - 1, max(line.start, i - 12) - 1, -1):
        if line.low(k) in STEPS and line.low(k - 1) in ("a", "the", "same"):
            negative = any(line.low(n) in NOT for n in range(k, i))
            status: DesignationStatus = "not_designated" if negative else "designated"
            return Cue(at=i, voice="active", status=status, left=i, right=None, same=True)
        if line.doc[k].text in (",", ";") or line.low(k) in BE:
            return None
    return None


def inverted(line: Line, i: int) -> Cue | None:
    """Read "and so does Denmark", "as has Japan", "nor has Peru": who lists stands behind the auxiliary."""
    if line.low(i) in BE and line.low(i - 1) == "nor" and line.low(i + 1) in ("it", "he", "she", "they"):
        return Cue(at=i, voice="passive", status="not_designated", left=i, right=None, same=True)  # "nor is it in Peru"
    word = i - 1
    if line.low(word) == ",":  # "and so, in 2016, did Sweden"
        word = next((k - 1 for k in range(i - 2, max(line.begin, i - 8), -1) if line.low(k) == ","), word)
    if (
        line.low(i) not in HAVE
        or line.low(word) not in ("so", "as", "nor", "neither")
        or not {i + 1, i + 2} & line.inside.keys()
    ):
        return None
    first = i + 2 if line.low(i + 1) == "the" else i + 1
    found = line.mention_at(i + 1) or line.mention_at(first)
    stop = found[0] + 1 if found is not None else first + 1
    if stop < line.stop and line.doc[stop].text not in ENDS | {"and", "or", "in"} and not when_behind(line, stop):
        return None
    status: DesignationStatus = "not_designated" if line.low(word) in ("nor", "neither") else "designated"
    return Cue(at=i, voice="active", status=status, left=i, right=None, same=True, behind=True)
