"""Make spaCy training documents: groups of sentences with syntax or names, in the pipeline's own normal form."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from briefgen.reading.pipeline import normalise
from training import augment, corpora, gum, starts
from training.corpora import Sentence

HEADLINES = 900
PTB_QUOTES = {"``": '"', "''": '"'}


def write_all(raw: Path, out: Path, seed: int = 7) -> None:
    """Write the DocBins that the two trainings and the evaluation need."""
    out.mkdir(parents=True, exist_ok=True)
    pick = random.Random(seed)
    nlp = spacy.blank("en")
    parts = {part: _treebanks(raw, part) for part in ("train", "dev", "test")}
    ewt, gum_open = parts["train"]
    docs = [document(nlp, group, syntax=True) for group in [*groups(ewt, pick, 1, 12), *groups(gum_open, pick, 1, 12)]]
    heads = [s for s in [*ewt, *gum_open] if 4 <= len(s.tokens) <= 14 and s.tokens[-1].pos != "PUNCT"]
    docs += [document(nlp, [s], syntax=True, headline=True) for s in pick.sample(heads, min(HEADLINES, len(heads)))]
    pick.shuffle(docs)
    _save(docs, out / "syntax-train.spacy")
    _save(
        [document(nlp, group, syntax=True) for group in groups([*parts["dev"][0], *parts["dev"][1]], pick, 10, 10)],
        out / "syntax-dev.spacy",
    )
    for name, tested in (("ewt", parts["test"][0]), ("gum", parts["test"][1])):
        _save(
            [document(nlp, group, syntax=True) for group in groups(tested, pick, 10, 10)],
            out / f"syntax-{name}-test.spacy",
        )
    _save(_name_documents(nlp, raw, parts["train"], pick), out / "names-train.spacy")
    news = sorted((raw / "news-names" / "train").glob("*.txt"))
    sentences = starts.training_documents(nlp, parts["train"], _columns(raw), news, pick)
    _save(sentences, out / "sentences-train.spacy")
    held_out = [document(nlp, group) for part in parts["dev"] for group in groups(part, pick, 10, 10)]
    _save([starts.with_starts(nlp, doc) for doc in held_out], out / "sentences-dev.spacy")
    held = [s for s in [*parts["dev"][0], *parts["dev"][1]] if s.names]
    _save([document(nlp, group) for group in groups(held, pick, 5, 5)], out / "names-dev.spacy")
    named = [s for s in parts["test"][0] if s.names]
    _save([document(nlp, group) for group in groups(named, pick, 5, 5)], out / "names-ewt-test.spacy")
    for name, pattern in (("releases", "releases-*.txt"), ("news", "[an]*.txt")):
        files = sorted((raw / "news-names" / "test").glob(pattern))
        _save([doc for path in files for doc in marked_documents(nlp, path)], out / f"names-{name}-test.spacy")


def _treebanks(raw: Path, part: str) -> tuple[list[Sentence], list[Sentence]]:
    ewt = corpora.conllu(raw / f"ewt-{part}.conllu")
    corpora.add_uner(ewt, raw / f"uner-ewt-{part}.iob2")
    gum_open = corpora.conllu(raw / f"gum-open-{part}.conllu")
    for sentence in gum_open:
        gum.add_names(sentence)
    return ewt, gum_open


def _name_documents(
    nlp: Language, raw: Path, train: tuple[list[Sentence], list[Sentence]], pick: random.Random
) -> list[Doc]:
    base = [[s for s in part if s.names] for part in (*train, _columns(raw))]
    # EWT twice: its guide is the one that the kinds follow, and it is outweighed by the others else
    docs = [document(nlp, group) for part in (*base, base[0]) for group in groups(part, pick, 1, 6)]
    heads = [s for part in base for s in part if 4 <= len(s.tokens) <= 14 and set(s.names or ()) != {"O"}]
    docs += [document(nlp, [s], headline=True) for s in pick.sample(heads, min(700, len(heads)))]
    pool = [[t.text for t in ent] for doc in docs for ent in doc.ents if ent.label_ == "ORG" and len(ent) <= 6]
    docs += [augment.swapped(nlp, doc, pick, pool) for doc in docs if doc.ents and pick.random() < 0.55]
    news = [doc for path in sorted((raw / "news-names" / "train").glob("*.txt")) for doc in marked_documents(nlp, path)]
    own = [[t.text for t in ent] for doc in news for ent in doc.ents if ent.label_ == "ORG" and len(ent) <= 8]
    # the news texts are what the product reads: twice as they are, twice with other names in the same places
    docs += news * 2 + [augment.swapped(nlp, doc, pick, own, keep) for keep in (0.1, 0.5) for doc in news if doc.ents]
    pick.shuffle(docs)
    return docs


def _columns(raw: Path) -> list[Sentence]:
    found = corpora.columns(raw / "wikigold.conll.txt", "wikigold")
    for path in sorted(raw.glob("crossner-*.txt")):
        found += corpora.columns(path, path.stem)
    return found


def marked_documents(nlp: Language, path: Path) -> Iterator[Doc]:
    """Read a file with names marked inline, a document a paragraph."""
    for text, names in corpora.marked(path):
        doc = nlp.make_doc(normalise(text))
        spans = [doc.char_span(start, end, label=kind, alignment_mode="expand") for start, end, kind in names]
        doc.ents = spacy.util.filter_spans([span for span in spans if isinstance(span, Span)])
        yield doc


def groups(sentences: Sequence[Sentence], pick: random.Random, fewest: int, most: int) -> Iterator[list[Sentence]]:
    """Group consecutive sentences of one document, so that a parser learns where sentences start."""
    group: list[Sentence] = []
    size = pick.randint(fewest, most)
    for sentence in sentences:
        if group and (len(group) >= size or sentence.document != group[-1].document):
            yield group
            group, size = [], pick.randint(fewest, most)
        group.append(sentence)
    if group:
        yield group


def document(nlp: Language, group: Sequence[Sentence], *, syntax: bool = False, headline: bool = False) -> Doc:
    """Make one document of consecutive sentences, in the normal form, with names or with syntax too."""
    tokens = [token for sentence in group for token in sentence.tokens]
    words = [normalise(PTB_QUOTES.get(token.form, token.form)) for token in tokens]
    if headline:
        words = augment.title_case(words)
    spaces = [t.space or place == len(s.tokens) - 1 for s in group for place, t in enumerate(s.tokens)]
    starts = [place == 0 for s in group for place in range(len(s.tokens))]
    tags = [tag for s in group for tag in _repaired(s.names or [])]
    ents = tags if len(tags) == len(words) else None
    if not syntax:
        return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts, ents=ents)
    heads, offset = [], 0
    for sentence in group:
        heads += [offset + (t.head - 1 if t.head else place) for place, t in enumerate(sentence.tokens)]
        offset += len(sentence.tokens)
    return Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        heads=heads,
        ents=ents,
        deps=["ROOT" if t.dep == "root" else t.dep for t in tokens],
        tags=[t.tag for t in tokens],
        pos=[t.pos for t in tokens],
        morphs=[t.morph for t in tokens],
        lemmas=[t.lemma for t in tokens],
    )


def _repaired(tags: Sequence[str]) -> list[str]:
    """Start a name with B- where a corpus starts it with I-."""
    fixed, before = [], "O"
    for tag in tags:
        fixed.append("B-" + tag[2:] if tag.startswith("I-") and before[2:] != tag[2:] else tag)
        before = tag
    return fixed


def _save(docs: list[Doc], path: Path) -> None:
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    print(
        f"{path.name}: {len(docs)} documents, {sum(map(len, docs))} tokens, {sum(len(d.ents) for d in docs)} names",
        flush=True,
    )
