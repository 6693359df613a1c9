"""Find verbs that put on a list or take off it, impose, lift or freeze: what they are done with makes them listings."""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.extract.designations.asides import past_aside, past_term
from briefgen.extract.designations.cue import BE, HAVE, Cue, cue_of, has_form, is_passive
from briefgen.extract.designations.ellipsis import ends_clause, when_behind
from briefgen.extract.designations.schedules import amending, count_before, shared_list
from briefgen.extract.designations.wording import (
    adjectival,
    behind_assets,
    behind_of,
    compound_target,
    list_before,
    list_behind,
    list_named_before,
    list_of_that_kind,
    listed_owner,
    measure_noun,
    measure_target,
    opens_list,
    told_before,
)
from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

RUN = 16
"""Words that "the ban on the Tarn Front and its offshoots" may take."""
RECENT = 1
"""Sentences that "Kahl was removed in 2014" may stand behind the listing that it ends."""
HITS = re.compile(r"sanction|blacklist|asset freeze|travel ban|\bon (?:the|its) list\b", re.IGNORECASE)
OBJECTS = frozenset({"it", "him", "her", "them"})


def put(line: Line, i: int, form: str) -> Cue | None:
    """Read "put Kahl on its list of terrorists", "placed Kahl under sanctions"."""
    if line.low(i + 1) in ("forward", "off"):
        return None  # "was put forward for inclusion in the list"
    end = clause_end(line, i)
    listed = list_behind(line, i, "to", "on", "in", "onto", "into")
    if listed is None and line.low(i).startswith("includ") and (shown := list_before(line, i)) is not None:
        return Cue(at=i, voice="active", status="designated", left=i, right=i + 1, owner=shown)
    if listed is not None:
        return cue_of(line, i, form, _behind_list(line, i, listed), owner=listed)
    if line.low(i + 1) in OBJECTS and line.low(i + 2) == "back" and told_before(line, here=True):
        return cue_of(line, i, form)  # "Peru delisted it and then put it back"
    on = next((k for k in range(i + 2, end - 1) if _on_it(line, k)), None)
    if on is not None and told_before(line, here=True) and not is_passive(line, i, form):
        return replace(cue_of(line, i, form), until=on)  # "took Kahl off its list and has not put Renn on it"
    beyond = next((k for k in range(i + 1, end - 2) if line.low(k) in ("outside", "beyond")), None)
    if beyond is not None and (line.low(beyond + 1), line.low(beyond + 2)) == ("the", "law"):
        return replace(cue_of(line, i, form), until=beyond)
    under = next((k for k in range(i + 1, min(end, i + 30)) if line.low(k) == "under"), line.stop)
    noun = next((n for n in range(under + 1, min(line.stop, under + 8)) if measure_noun(line, n)), None)
    if noun is not None:
        return cue_of(line, i, form, sanctions=True, owner=noun)
    if (amended := amending(line, i)) is not None:
        return amended
    if (shared := shared_list(line, i)) is not None:
        return cue_of(line, i, form, owner=shared)
    told = next((k for k in range(line.start, i) if line.low(k) in words("designation", "list_nouns")), None)
    passive = is_passive(line, i, form)
    if passive and told_before(line, here=True) and (line.low(i + 1) == "there" or _on_it(line, i + 1)):
        return replace(cue_of(line, i, form), again=3)  # "His wife was put there in May"
    if told is not None and passive and line.low(i)[:3] == "add" and list_of_that_kind(line, told):
        return cue_of(line, i, form, owner=told)  # "Kahl left the terror list, but his bank was added the same day"
    added = line.low(i)[:3] == "add" and line.low(i + 1) not in ("that", "to", ",", ":") and line.low(i - 1) == "and"
    if told is not None and added and list_of_that_kind(line, told) and line.mention_at(i + 1) is not None:
        return cue_of(line, i, form)  # "kept Kahl on its terror list and added Renn"
    if passive and count_before(line, i) and (told_before(line) or list_named_before(line)):
        return cue_of(line, i, form)  # "Two persons were added."
    if opens_list(line) and line.low(i + 1) != "to" and told_before(line):
        return cue_of(line, i, form)  # "The following individuals have been added:"
    return impose(line, i, form) if line.low(i)[:4] == "plac" else None


def _on_it(line: Line, k: int) -> bool:
    return line.low(k) in ("on", "to", "onto") and line.low(k + 1) in ("it", "them") and ends_clause(line, k + 2)


def take_on(line: Line, i: int, form: str) -> Cue | None:
    """Read "joined the EU sanctions on Kahl", "aligned itself with the decision to list Kahl": another's listing, taken over."""
    if is_passive(line, i, form):
        return None
    if (
        line.low(i)[:2] in ("ta", "to")
        and line.low(i + 1) not in ("over", "up", "on")
        and "over" not in (line.low(i + 2), line.low(i + 3))
    ):
        return None  # "took the listing of Kahl to court"
    for n in range(i + 1, min(clause_end(line, i), i + 12)):
        if line.low(n) == "decision" and line.low(n + 1) == "to":
            return cue_of(line, i, form, n + 3) if has_form(line, n + 2, "direct", "with_category") else None
        if line.low(n) in words("designation", "designation_nouns") and (of := behind_of(line, n)) is not None:
            return cue_of(line, i, form, of)
        if measure_noun(line, n) and (hit := measure_target(line, n)) is not None:
            return cue_of(line, i, form, hit, sanctions=True)
    return None


def remove(line: Line, i: int, form: str) -> Cue | None:
    """Read "struck Kahl from the sanctions list", "took it off"."""
    if form != "ing" and (shown := list_before(line, i)) is not None and read_items(line, i + 1)[0]:
        return Cue(
            at=i, voice="active", status="delisted", left=i, right=i + 1, owner=shown
        )  # "The EU list dropped Kahl"
    listed = list_behind(line, i, "from", "off")
    if listed is not None:
        return cue_of(line, i, form, _behind_list(line, i, listed), status="delisted", owner=listed)
    if (amended := amending(line, i)) is not None:
        return replace(amended, status="delisted")
    passive = is_passive(line, i, form)
    if passive and (left := _list_left(line, i)) is not None:
        noun, which = left
        return Cue(at=i, voice="passive", status="delisted", left=i, right=which + 1, until=i, owner=noun)
    known = told_before(line, here=True) or list_named_before(line)
    if not passive and known and _entry_behind(line, i):
        return cue_of(line, i, form, status="delisted")  # "then removed the entry of Kahl"
    if (_off(line, i) or (passive and _names_before(line, i))) and told_before(line, here=True):
        return cue_of(line, i, form, status="delisted")  # "Peru has since struck it off", "Its name was removed"
    if passive and _ends_silently(line, i):
        return Cue(at=i, voice="passive", status="delisted", left=i, right=None, again=RECENT, known=True)
    return lift(line, i, form) if line.low(i)[:4] in ("remo", "drop", "stri", "stru", "thre", "thro") else None


def _entry_behind(line: Line, i: int) -> bool:
    behind = i + 2 if line.low(i + 1) in ("the", "its", "their") else i + 1
    return line.low(behind) in ("entry", "entries", "name", "names") and line.low(behind + 1) in ("of", "for")


def _ends_silently(line: Line, i: int) -> bool:
    """Tell "was removed in 2014", "has been dropped", "was taken off": the list was told before."""
    if line.low(i)[:3] not in ("dro", "rem", "str", "del") and (line.low(i), line.low(i + 1)) != ("taken", "off"):
        return False
    behind = line.low(i + 1)
    return behind not in ("from", "as", "by", "to", "in") or (behind == "in" and i + 2 in line.times)


def _off(line: Line, i: int) -> bool:
    """Tell "took it off", "takes the Front off": the list goes without saying."""
    items, end = read_items(line, i + 1)
    off = next((k for k in range(i + 2, min(line.stop, end + 2)) if line.low(k) == "off"), None)
    name = bool(items) and line.low(items[-1].head) in ("name", "names", "entry")
    one = line.low(i + 1) in OBJECTS or name or (bool(items) and items[-1].named)
    if off is None or not one or line.low(i)[:3] not in ("tak", "too", "dro", "str"):
        return False
    own = off + 3 if line.low(off + 1) in ("its", "their") and line.low(off + 2) == "own" else off + 1
    return ends_clause(line, own) or when_behind(line, own)


def hold(line: Line, i: int, form: str) -> Cue | None:
    """Read "has had Kahl on its list", "has Renn under sanctions": the state of being listed, by the one that lists."""
    if form == "ing" or line.low(i + 1) in HAVE:
        return None
    listed = list_behind(line, i, "on")
    if listed is None:
        under = next((k for k in range(i + 2, min(clause_end(line, i), i + RUN)) if line.low(k) == "under"), line.stop)
        listed = next((n for n in range(under + 1, min(line.stop, under + 5)) if measure_noun(line, n)), None)
    if listed is None:
        return None
    on = next((k for k in range(listed, i, -1) if line.low(k) in ("on", "under")), i)
    if any((line.pos(k) == "VERB" and k not in line.inside) or line.low(k) in BE for k in range(i + 1, on)):
        return None  # "has put Kahl on its list"
    items = read_items(line, i + 1, on)[0]
    return Cue(at=i, voice="active", status="designated", left=i, right=i + 1, owner=listed) if items else None


def _behind_list(line: Line, i: int, listed: int) -> int | None:
    """Give where the listed ones start in "add to the list the firm Kahl": behind the list, where it stands right by the verb."""
    right_by = line.pos(i + 1) == "ADP" and line.pos(listed + 1) not in ("ADP", "")
    return listed + 1 if right_by and line.low(listed + 1) not in (",", ".", ";") else None


def _list_left(line: Line, i: int) -> tuple[int, int] | None:
    """Give the places of "list" and "which" in "the list, from which Kahl was removed"."""
    for k in range(i - 1, max(line.start, i - 12), -1):
        if line.low(k) == "which" and line.low(k - 1) in ("from", "off"):
            before = range(k - 2, max(line.start, k - 10), -1)
            noun = next((n for n in before if line.low(n) in words("designation", "list_nouns")), None)
            return (noun, k) if noun is not None else None
    return None


def _names_before(line: Line, i: int) -> bool:
    return any(line.low(k) in ("name", "names", "entry", "entries") for k in range(max(line.start, i - 12), i))


def _object_noun(line: Line, i: int, *keys: str) -> int | None:
    """Give the noun of the lists that heads what stands right behind a verb: "imposed new asset-freezing sanctions"."""
    first = past_term(line, past_aside(line, i + 1))
    for n in range(first, min(line.stop, first + 8)):
        if n == i + 1 and line.low(n) in ("down", "out", "aside"):
            continue  # "struck down the ban"
        if any(line.low(n) in words("designation", key) for key in keys):
            return n
        if (
            (line.doc[n].pos_ in ("VERB", "AUX", "ADP", "SCONJ") and line.doc[n].tag_ not in ("VBG", "VBN"))
            or line.doc[n].text in (",", ";")
            or (line.low(n) == "and" and line.pos(n + 1) != "ADJ" and not _heads(line, n, *keys))
        ):
            return None
    return None


def _heads(line: Line, joint: int, *keys: str) -> bool:
    """Tell "the EU and UN listings", where the noun stands behind both."""
    return any(line.low(joint + 2) in words("designation", key) for key in keys)


def widen(line: Line, i: int, form: str) -> Cue | None:
    """Read "widened its sanctions list to take in Kahl", "extended the ban to include Renn"."""
    noun = _object_noun(line, i, "measures", "freezes", "list_nouns", "designation_nouns")
    if noun is not None and line.low(noun + 1) in words("designation", "list_nouns"):
        noun += 1  # "its sanctions list"
    if noun is None or is_passive(line, i, form) or line.low(noun + 1) != "to":
        return None
    if line.low(noun + 2) not in words("designation", "taking_in"):
        return None
    right = noun + 3 + (line.low(noun + 2) == "take" and line.low(noun + 3) == "in")
    return cue_of(line, i, form, right) if list_of_that_kind(line, noun) or told_before(line, here=True) else None


def impose(line: Line, i: int, form: str) -> Cue | None:
    """Read "imposed sanctions on Kahl", "Sanctions were imposed on Kahl"."""
    if is_passive(line, i, form):
        target = measure_target(line, i)
        if line.low(i - 1) not in BE and any(has_form(line, k, "lift", "remove") for k in range(i - 8, i)):
            return None  # "lifted the sanctions imposed on Kahl"
        if target is None and (hit := _hit_before(line, i)) is not None:
            return Cue(at=i, voice="passive", status="designated", left=i, right=hit[0], until=hit[1], sanctions=True)
        before = any(line.low(k) in words("designation", "measures") for k in range(max(line.start, i - 6), i))
        return (
            Cue(at=i, voice="passive", status="designated", left=i, right=target, sanctions=True)
            if target and before
            else None
        )
    noun = _object_noun(line, _past_time(line, i), "measures", "freezes")
    if noun is None or not measure_noun(line, noun):
        return None
    target = measure_target(line, noun)
    if target is None and compound_target(line, noun):
        return cue_of(line, i, form, noun - 1, sanctions=True, owner=noun)
    if target is None and line.low(i)[:5] in ("exten", "expan", "widen") and line.low(noun + 1) == "to":
        target = noun + 2  # "widened its sanctions to Kahl and Renn"
    return cue_of(line, i, form, target, sanctions=True) if target is not None else None


def _hit_before(line: Line, i: int) -> tuple[int, int] | None:
    """Give where those stand that "Sanctions against Kahl and Renn were imposed by Peru" hits, and where they end."""
    verb = i
    while verb > line.start and (line.pos(verb - 1) in ("AUX", "ADV") or line.low(verb - 1) in BE | HAVE):
        verb -= 1
    if verb == i:
        return None
    for k in range(verb - 2, max(line.start - 1, verb - 20), -1):
        if line.finite(k) or line.doc[k].text == ";":
            return None
        if measure_noun(line, k):
            target = measure_target(line, k)
            return (target, verb) if target is not None and target < verb else None
    return None


def _past_time(line: Line, i: int) -> int:
    """Pass over "by five years", "for another year", "until May" behind a verb."""
    if line.low(i + 1) not in ("by", "for", "until", "till", "through", "to"):
        return i
    ahead = range(i + 2, min(line.stop, i + 7))
    return next((k - 1 for k in ahead if line.low(k) in ("the", "its", "their", "a", "an", "all") and k > i + 2), i)


def let_lapse(line: Line, i: int, form: str) -> Cue | None:
    """Read "let its ban on Kahl lapse", "allowed the listing of Renn to expire"."""
    noun = _object_noun(line, i, "measures", "designation_nouns", "freezes")
    if noun is None or is_passive(line, i, form):
        return None
    ending = verb_forms("designation", "expire").keys() | {"run"}
    last = next((k for k in range(noun + 1, min(line.stop, noun + RUN)) if line.low(k) in ending), None)
    if last is None:
        return None
    target = measure_target(line, noun) or behind_of(line, noun)
    if target is not None:
        until = last - (line.low(last - 1) == "to")
        return replace(cue_of(line, i, form, target, status="delisted", owner=noun), until=until)
    owned = line.low(noun - 1) in ("its", "his", "her", "their")
    return cue_of(line, i, form, noun - 1, status="delisted") if owned else None


def lift(line: Line, i: int, form: str) -> Cue | None:
    """Read "lifted the sanctions on Kahl", "revoked the designation of Kahl"."""
    if line.low(i) in ("set", "sets", "setting") and line.low(i + 1) != "aside":
        return None
    noun = _object_noun(line, i, "measures", "designation_nouns", "freezes")
    if noun is None or (line.low(noun) in words("designation", "freezes") and not _told_measure(line, noun)):
        return None
    own = line.low(noun + 1) == "of" and line.low(noun) in words("designation", "designation_nouns")
    target = (behind_of(line, noun) if own else None) or measure_target(line, noun) or behind_of(line, noun)
    if target is None and (owner := listed_owner(line, noun)) is not None:
        return replace(cue_of(line, i, form, owner, status="delisted"), until=noun - 1)
    if target is None and compound_target(line, noun):
        return cue_of(line, i, form, noun - 1, status="delisted", sanctions=True, owner=noun)
    return (
        cue_of(line, i, form, target, status="delisted", sanctions=line.low(noun).startswith("sanction"), owner=noun)
        if target
        else None
    )


def _told_measure(line: Line, noun: int) -> bool:
    """Tell a freeze or ban of assets or travel, and "the ban on Kahl", from a freeze on wages."""
    return line.low(noun) in words("designation", "designation_nouns") or measure_noun(line, noun)


def freeze(line: Line, i: int, form: str) -> Cue | None:
    """Read "froze the assets of Kahl", "froze Kahl assets", "the assets of Kahl have been frozen"."""
    thawed: DesignationStatus = "delisted" if line.low(i).startswith("un") else "designated"
    if is_passive(line, i, form):
        return _frozen_before(line, i, thawed)
    noun = _object_noun(line, i, "frozen")
    if noun is None:
        return None
    of = behind_assets(line, noun)
    if of is None and any(k in line.inside or adjectival(line, k) for k in range(i + 1, noun)):
        return cue_of(line, i, form, i + 1, status=thawed, sanctions=True, owner=noun)  # "froze Tarn assets"
    return cue_of(line, i, form, of, status=thawed, sanctions=True) if of is not None else None


def _frozen_before(line: Line, i: int, thawed: DesignationStatus) -> Cue | None:
    """Read "Kahl's assets were frozen", "the accounts of Kahl have been frozen", "The tanker was unblocked"."""
    before = range(i - 1, max(line.start, i - 20) - 1, -1)
    noun = next((k for k in before if line.low(k) in words("designation", "frozen")), None)
    if noun is None:
        whole = line.low(i) == "unblocked" or (line.low(i) == "blocked" and line.low(i + 1) in ("by", "pursuant"))
        return Cue(at=i, voice="passive", status=thawed, left=i, right=None, sanctions=True) if whole else None
    verb = next((k for k in range(noun + 1, i) if line.doc[k].pos_ == "AUX" or line.finite(k)), i)
    if line.low(verb) in ("is", "are") and verb == i - 1 and line.low(i + 1) != "by":
        return None  # "so their property is blocked": what follows from a listing
    first, until = behind_assets(line, noun), verb
    if first is None:
        first, until = listed_owner(line, noun), noun - 1
    if first is None:
        return None
    return Cue(at=i, voice="passive", status=thawed, left=verb, right=first, until=until, sanctions=True)


def target(line: Line, i: int, form: str) -> Cue | None:
    """Read releases: "Today's action targets two companies", "the Treasury sanctions that targeted ten officials"."""
    if (struck := with_measures(line, i, form)) is not None:
        return struck
    reach = 13 if line.doc[i - 1].text == "," else 6  # "The sanctions, announced by Japan on Monday, target Kahl"
    if hit_by(line, i, form):
        return cue_of(line, i, form, sanctions=True)
    noun = next((k for k in range(i - 1, max(line.start, i - reach) - 1, -1) if _is_action(line, k)), None)
    if noun is None or is_passive(line, i, form) or form == "ing" or line.doc[i].text[:1].isupper():
        return None
    if line.low(i - 1) == "that" or any(k in line.inside for k in range(noun + 1, i)):
        return Cue(at=i, voice="noun", status="designated", left=i, right=i + 1, sanctions=True, owner=noun)
    return Cue(at=i, voice="active", status="designated", left=i, right=i + 1, sanctions=True, owner=noun)


def with_measures(line: Line, i: int, form: str) -> Cue | None:
    """Read "hit Kahl with an asset freeze", "was hit with sanctions": the verb strikes with a measure."""
    end = clause_end(line, i)
    for k in range(i + 1, min(end, i + 25)):
        if line.low(k) in ("with", "by") and any(measure_noun(line, n) for n in range(k + 1, min(end, k + 9))):
            owner = next(n for n in range(k + 1, min(end, k + 9)) if measure_noun(line, n))
            cue = cue_of(line, i, form, sanctions=True)
            return replace(cue, owner=owner) if cue.voice == "passive" else replace(cue, until=k)
    return None


def hit_by(line: Line, i: int, form: str) -> bool:
    """Tell "was one of six traders hit by Peru" where the text speaks of sanctions, and no strike or tariff is told."""
    if form != "past" or line.low(i + 1) != "by":
        return False
    first = i + 2 + (line.low(i + 2) == "the")
    found = line.mention_at(first)
    if found is None or found[1].kind not in ("place", "organization"):
        return False
    behind = found[0] + 1
    alone = behind >= line.stop or line.pos(behind) not in ("NOUN", "PROPN", "PART", "ADJ") or behind in line.times
    return alone and HITS.search(line.reading.text) is not None


def _is_action(line: Line, k: int) -> bool:
    package = line.low(k) in words("designation", "packages") and list_of_that_kind(line, k)
    return package or line.low(k) in words("designation", "actions")
