"""Put the three trained parts into one pipeline."""

from __future__ import annotations

import shutil
from pathlib import Path

import spacy

from briefgen.reading import sentence_starts

DESCRIPTION = "English: sentences, tags, lemmas, Universal Dependencies and names, for briefgen. Trained on openly licensed treebanks."


PARTS = ("syntax/model-best", "tuned/model-last", "sentences/model-best")
"""The trainings' results. Of the tuning the last is taken: the dev files hold no news, so they cannot choose."""


def assemble(work: Path, out: Path) -> None:
    """Write the pipeline to `out`, which is replaced."""
    assert sentence_starts  # registers its component
    nlp, names, sentences = (spacy.load(work / part) for part in PARTS)
    nlp.add_pipe("ner", source=names)
    nlp.add_pipe("sentence_starts", source=sentences, first=True)
    # the nine treebanks' tokens are the default tokenizer's, so nothing else has to be kept
    nlp.meta.update(
        name="briefgen",
        version="1.3.0",
        description=DESCRIPTION,
        author="the briefgen authors",
        license="CC BY-SA 4.0",
        url="",
        email="",
    )
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # where the data lay is nobody's business
    for key in ("performance", "sources"):
        nlp.meta.pop(key, None)
    if out.exists():
        shutil.rmtree(out)
    nlp.to_disk(out)
