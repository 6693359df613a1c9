"""Read the treebanks' own formats into sentences of tokens with syntax and names.

A `Token` carries what its treebank knows of it; a `Sentence` is a list of them with the id of its document. Names are
BIO tags over PER, ORG and LOC. Nothing is downloaded: the folder of raw files is an argument of the command.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

KINDS = {
    "per": "PER",
    "person": "PER",
    "politician": "PER",
    "scientist": "PER",
    "writer": "PER",
    "musicalartist": "PER",
    "researcher": "PER",
    "org": "ORG",
    "organisation": "ORG",
    "organization": "ORG",
    "politicalparty": "ORG",
    "band": "ORG",
    "university": "ORG",
    "loc": "LOC",
    "location": "LOC",
    "country": "LOC",
}
"""What the corpora call their kinds -> ours; kinds not named here (events, products ...) are no names to us."""
CLOSERS = {".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "n't", "'", "''", "-", "'re", "'ve", "'m", "'ll", "'d"}
OPENERS = {"(", "[", "$", "``", "-", "#", "£", "€"}


@dataclass(slots=True)
class Token:
    """A word: its form, whether a space follows, and (in a treebank) lemma, tags, head (1-based, 0 = root), relation."""

    form: str
    space: bool = True
    lemma: str = ""
    pos: str = ""
    tag: str = ""
    morph: str = ""
    head: int = 0
    dep: str = ""
    misc: str = ""


@dataclass(slots=True)
class Sentence:
    """The tokens of a sentence, its document's id and, where annotated, a BIO tag for each token."""

    document: str
    id: str
    tokens: list[Token]
    names: list[str] | None = field(default=None)


def conllu(path: Path) -> list[Sentence]:
    """Read a CoNLL-U file. A word inside a multiword token is followed by a space only at that token's end."""
    found: list[Sentence] = []
    document, key, rows = "", "", []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            name, _, value = line[1:].partition("=")
            if name.strip() == "newdoc id":
                document = value.strip()
            elif name.strip() == "sent_id":
                key = value.strip()
        elif line.strip():
            rows.append(line.split("\t"))
        elif rows:
            found.append(Sentence(document, key, list(_tokens(rows))))
            rows = []
    return found


def _tokens(rows: list[list[str]]) -> Iterator[Token]:
    last_of = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            last_of.update(dict.fromkeys(range(first, last + 1), (last, "SpaceAfter=No" not in row[9])))
    for row in rows:
        if "-" in row[0] or "." in row[0]:
            continue
        place = int(row[0])
        last, spaced = last_of.get(place, (place, "SpaceAfter=No" not in row[9]))
        morph = "" if row[5] == "_" else row[5]
        yield Token(row[1], spaced and place == last, row[2], row[3], row[4], morph, int(row[6]), row[7], row[9])


def add_uner(sentences: list[Sentence], path: Path) -> int:
    """Give UD sentences the names of Universal NER, by sentence id and characters; give how many were matched.

    The kind OTH and the stray tag `B-O` of the first release are dropped.
    """
    tagged: dict[str, list[tuple[str, str]]] = {}
    key = ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# sent_id ="):
            key = line.split("=", 1)[1].strip()
        elif line.strip() and not line.startswith("#"):
            columns = line.split("\t")
            tag = "O" if columns[2][2:] in ("OTH", "O") else columns[2]
            tagged.setdefault(key, []).append((columns[1], tag))
    matched = 0
    for sentence in sentences:
        pairs = tagged.get(sentence.id, [])
        characters = [
            tag if place == 0 else tag.replace("B-", "I-") for form, tag in pairs for place in range(len(form))
        ]
        if "".join(form for form, _ in pairs) != "".join(token.form for token in sentence.tokens) or not pairs:
            continue
        sentence.names, place = [], 0
        for token in sentence.tokens:
            sentence.names.append(characters[place])
            place += len(token.form)
        matched += 1
    return matched


def columns(path: Path, domain: str) -> list[Sentence]:
    """Read a file of one word and one tag a line (Wikigold, CrossNER); spaces are put back by rule."""
    found: list[Sentence] = []
    pairs: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        parts = line.split("\t") if "\t" in line else line.split(" ")
        if len(parts) > 1 and not line.startswith("-DOCSTART-"):
            kind = KINDS.get(parts[-1][2:].lower())
            pairs.append((parts[0], f"{parts[-1][:2]}{kind}" if kind else "O"))
        elif pairs:
            forms = [form for form, _ in pairs]
            tokens = [Token(form, _spaced(form, after)) for form, after in zip(forms, [*forms[1:], "x"], strict=True)]
            # twelve consecutive sentences stand for a document: the files do not mark where one ends
            found.append(
                Sentence(f"{domain}{len(found) // 12}", f"{domain}-{len(found)}", tokens, [tag for _, tag in pairs])
            )
            pairs = []
    return found


def _spaced(form: str, after: str) -> bool:
    return after not in CLOSERS and form not in OPENERS


MARK = re.compile(r"\[(PER|ORG|LOC)\|([^\[\]|]+)\]")


def marked(path: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Read a file with names marked inline; give each paragraph's text with its names (start, end, kind)."""
    for piece in re.split(r"\n*=====\n*", path.read_text(encoding="utf-8")):
        for paragraph in re.split(r"\n\s*\n", piece):
            line = re.sub(r"\s+", " ", paragraph).strip()
            text, names, done = "", [], 0
            for match in MARK.finditer(line):
                text += line[done : match.start()]
                names.append((len(text), len(text) + len(match[2]), match[1]))
                text, done = text + match[2], match.end()
            if line:
                yield text + line[done:], names
