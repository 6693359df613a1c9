"""Cut a brief to what one page holds, and say what is not on it.

Room is counted in lines before anything is printed, so that PDF, Word and page show the same; the widths are those of a
wide text, so that a page is rather left with some white than run over.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from briefgen.render.sheet import ChangeLine, Cites, Line, Sheet, SourceRow
from briefgen.render.theme import Theme
from briefgen.wording import clipped, words

PAGE = {"A4": 52.5, "Letter": 49.0}
"""Lines of body text that a page holds in Word, whose lines are the taller ones."""
LINE, TITLE_LINE, BOTTOM_LINE = 94.0, 36.0, 76.0
"""Letters in a line of text, of the title and of the bottom line."""
HEAD, BETWEEN, SMALL = 2.6, 0.35, 0.8
MOST_LINES = 3
"""Lines that an entry may take."""
_CODE_POINT = 7.5
"""What a letter takes that no bundled typeface has: its code point stands in its place ("U+4F1A")."""
_WIDE = frozenset("mwMW@%&—…")
Entry = Line | ChangeLine | SourceRow


def fitted(sheet: Sheet, theme: Theme) -> Sheet:
    """Give the sheet as the theme can show it: cut to one page where the theme wants one, and told what it leaves out."""
    if not theme.one_page:
        return sheet
    title = _clipped(sheet.title, 2 * TITLE_LINE)
    bottom = _shortened(sheet.bottom_line, 5 * BOTTOM_LINE) if sheet.bottom_line else None
    room = PAGE[theme.paper] - _head(sheet, theme, title)
    if bottom:
        room -= HEAD + 1.15 * _lines(bottom.lead, bottom.cites, BOTTOM_LINE) + 0.8
    kept = _filled(room, sheet, theme)
    shown = replace(
        sheet,
        title=title,
        bottom_line=bottom,
        points=kept.get("key_points", ()),
        changes=kept.get("changes", ()),
        sources=kept.get("sources", ()),
    )
    return replace(shown, not_on_page=_left(sheet, shown, theme))


def width(text: str) -> float:
    """Count a text's letters, wide ones as more than one.

    >>> width("leak"), width("WWWW"), width("会議")
    (4.0, 6.4, 15.0)
    """
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if letter in _WIDE:
        return 1.6
    if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF:
        return _CODE_POINT
    return 1.0 if letter < "\u0250" and not letter.isupper() else 1.25


def _lines(text: str, cites: Cites, line: float = LINE) -> int:
    passages = sum(len(cite.label) + 1 for cite in cites)
    return math.ceil((width(text) + SMALL * passages) / line)


def _clipped(text: str, most: float) -> str:
    wide = width(text)
    return text if wide <= most else clipped(text, max(8, int(len(text) * most / wide)))


def _shortened(line: Line, most: float) -> Line:
    lead = _clipped(line.lead, most)
    rest = _clipped(line.rest, most - width(lead)) if lead == line.lead and width(lead) < most - 20 else ""
    return replace(line, lead=lead, rest=f" {rest}" if rest and line.rest[0] == " " != rest[0] else rest)


def _head(sheet: Sheet, theme: Theme, title: str) -> float:
    """Count the lines of the masthead, of the headings and of what is said of the sources."""
    head = 4.6 + 2.3 * math.ceil(width(title) / TITLE_LINE) + (2.8 if theme.logo else 0)
    head += math.ceil(width(sheet.subtitle or "") / LINE) + 2 + math.ceil(width(sheet.sourcing) / LINE)
    changed = [] if sheet.compared_with is None else ["changes"]
    return head + HEAD * sum(name in theme.sections for name in ("key_points", "sources", *changed))


def _filled(room: float, sheet: Sheet, theme: Theme) -> dict[str, Any]:
    """Take points and changes in turn, in the theme's order, while there is room for them and for the sources they cite."""
    full: dict[str, tuple[Line | ChangeLine, ...]] = {
        "key_points": tuple(_shortened(point, MOST_LINES * LINE) for point in sheet.points),
        "changes": tuple(replace(c, text=_clipped(c.text, MOST_LINES * LINE)) for c in sheet.changes),
    }
    order = [name for name in theme.sections if name in full]
    sources = {s.id: _short_source(s) for s in sheet.sources} if "sources" in theme.sections else {}
    cited = _cited(sheet.bottom_line.cites, sources) if sheet.bottom_line else set()
    room -= math.fsum(_needed(sources[key]) for key in cited)
    taken = dict.fromkeys(order, 0)
    for number in range(max((len(full[name]) for name in order), default=0)):
        for name in order:
            if number >= len(full[name]) or taken[name] < number:
                continue
            entry = full[name][number]
            new = _cited(entry.cites, sources) - cited
            needed = _needed(entry) + math.fsum(_needed(sources[key]) for key in new)
            if needed <= room:
                room -= needed
                taken[name] += 1
                cited |= new
    for key, source in sources.items():
        if key not in cited and _needed(source) <= room:
            room -= _needed(source)
            cited.add(key)
    listed = tuple(source for key, source in sources.items() if key in cited)
    return {"sources": listed, **{name: full[name][: taken[name]] for name in order}}


def _cited(cites: Cites, sources: Mapping[str, SourceRow]) -> set[str]:
    return {cite.source for cite in cites} & sources.keys()


def _needed(entry: Entry) -> float:
    if isinstance(entry, SourceRow):
        return (
            SMALL * math.ceil(width(f"{entry.id} {entry.title}, {entry.publisher or ''}, {entry.date}") / LINE) + 0.15
        )
    text = entry.text + "Confirmed: " if isinstance(entry, ChangeLine) else entry.lead + entry.rest
    return _lines(text, entry.cites) + BETWEEN


def _short_source(source: SourceRow) -> SourceRow:
    publisher = _clipped(source.publisher, LINE * 0.3) if source.publisher else None
    return replace(source, title=_clipped(source.title, LINE * 0.7), publisher=publisher)


def _left(sheet: Sheet, shown: Sheet, theme: Theme) -> str | None:
    """Say how much of what is in the brief is not on the page."""
    told = words(sheet.language)
    counts = {
        "key_point": len(sheet.points) - len(shown.points),
        "change": len(sheet.changes) - len(shown.changes),
        "meeting": sum(map(len, sheet.meetings.values())) * ("meetings" not in theme.sections),
        "designation": len(sheet.designations) * ("designations" not in theme.sections),
        "expert_view": sum(map(len, sheet.views.values())) * ("views" not in theme.sections),
        "actor": (len(sheet.actors) + sum(map(len, sheet.also_named.values()))) * ("actors" not in theme.sections),
        "disagreement": len(sheet.disagreements) * ("discrepancies" not in theme.sections),
        "source": len(sheet.sources) - len(shown.sources),
        "file_unused": len(sheet.gaps),
    }
    left = [told.count(number, noun) for noun, number in counts.items() if number]
    return told.say("not_on_page", what=told.listed(left)) if left else None
