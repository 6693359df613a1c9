"""Measure the pipeline on the treebanks' test files, raw text in, and write the figures into its meta.json."""

from __future__ import annotations

import json
from pathlib import Path

import spacy
from spacy.tokens import DocBin
from spacy.training import Example

from briefgen.reading import sentence_starts

SYNTAX = ("token_acc", "tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
NAMES = ("ents_p", "ents_r", "ents_f")


def measure(model: Path, work: Path) -> dict[str, dict[str, float]]:
    """Give the figures of each test file, in per cent."""
    assert sentence_starts  # registers its component
    nlp = spacy.load(model)
    figures = {}
    for name, keys in (
        ("syntax-ewt", SYNTAX),
        ("syntax-gum", SYNTAX),
        ("names-ewt", NAMES),
        ("names-releases", NAMES),
        ("names-news", NAMES),
    ):
        gold = DocBin().from_disk(work / f"{name}-test.spacy").get_docs(nlp.vocab)
        scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in gold])
        figures[name] = {key: round(100 * scores[key], 1) for key in keys}
        print(name, figures[name], flush=True)
    return figures


def record(model: Path, figures: dict[str, dict[str, float]]) -> None:
    """Write the figures into the pipeline's meta.json."""
    path = model / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["performance"] = figures
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
