"""Put the three trained parts into one pipeline."""

from __future__ import annotations

import shutil
from pathlib import Path

import spacy

from briefgen.reading import sentence_starts

DESCRIPTION = "English: sentences, tags, lemmas, Universal Dependencies and names, for briefgen. Trained on openly licensed treebanks."


PARTS = ("syntax", "names", "sentences")


def assemble(work: Path, out: Path) -> None:
    """Write the pipeline to `out`, which is replaced."""
    assert sentence_starts  # registers its component
    nlp, names, sentences = (spacy.load(work / part / "model-best") for part in PARTS)
    nlp.add_pipe("ner", source=names)
    nlp.add_pipe("sentence_starts", source=sentences, first=True)
    # the nine treebanks' tokens are the default tokenizer's, so nothing else has to be kept
    nlp.meta.update(
        name="briefgen",
        version="1.2.0",
        description=DESCRIPTION,
        author="the briefgen authors",
        license="CC BY-SA 4.0",
        url="",
        email="",
    )
    for key in ("performance", "sources"):
        nlp.meta.pop(key, None)
    if out.exists():
        shutil.rmtree(out)
    nlp.to_disk(out)
