"""What a PDF says: the words of its pages, as its text layer has them."""

from __future__ import annotations

import pypdfium2


def pages(data: bytes) -> list[str]:
    """Give the words of each page, lines as they stand."""
    document = pypdfium2.PdfDocument(data)
    texts = [document[n].get_textpage().get_text_bounded().replace("\r\n", "\n") for n in range(len(document))]
    document.close()
    return texts


def words(data: bytes) -> str:
    """Give the words of all pages in one line, words parted at a line's end whole."""
    return " ".join(" ".join(pages(data)).replace("\ufffe", "").split())
