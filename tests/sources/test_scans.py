"""Scans: told apart from PDF files with text, and read by Tesseract where the user asks for it."""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence

import make
import pytest

from briefgen.errors import SourceError
from briefgen.model import Document, File, Limits
from briefgen.sources import load
from briefgen.sources.fence import Fence

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
OCR = Limits(max_ocr_seconds=300)
CSS = (
    '@page{size:A5;@top-center{content:"The Sele Weekly"}@bottom-center{content:"page " counter(page)}}'
    "body{hyphens:auto;text-align:justify}"
)


PRINTED = make.pdf(make.BRIDGE + make.LISTING + make.NOTE, CSS)


def scanned(pdf: bytes, pages: Sequence[int] | None = None) -> bytes:
    """Give a PDF of pictures of the pages, as a scanner makes it."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        wanted = range(len(document)) if pages is None else pages
        pictures = [document[n].render(scale=150 / 72, grayscale=True).to_pil().convert("L") for n in wanted]
    out = io.BytesIO()
    pictures[0].save(out, "PDF", resolution=150, save_all=True, append_images=pictures[1:])
    return out.getvalue()


def joined(*files: bytes) -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.new() as whole:
        for data in files:
            with pikepdf.open(io.BytesIO(data)) as part:
                whole.pages.extend(part.pages)
        whole.save(out)
    return out.getvalue()


def prose(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind in ("prose", "heading", "title")]


def test_a_scan_is_told_as_such() -> None:
    with pytest.raises(SourceError, match=r"pictures of pages, not text\. Set `ocr = true`") as caught:
        load(File(path="a.pdf", data=scanned(PRINTED)), Limits())
    assert caught.value.reason == "no_text"


def test_a_scan_with_a_printed_cover_gives_the_cover_and_tells_the_rest() -> None:
    data = joined(make.pdf([("p", "This copy was made by the library of the harbour board.")]), scanned(PRINTED))
    loading = load(File(path="a.pdf", data=data), Limits())
    assert "library of the harbour board" in loading.documents[0].text
    assert [(entry.path, entry.reason) for entry in loading.unread] == [("a.pdf", "no_text")]
    assert "2 of its 3 pages are pictures of pages" in loading.unread[0].message


def test_a_report_with_a_full_page_picture_is_no_scan() -> None:
    loading = load(File(path="a.pdf", data=joined(PRINTED, scanned(PRINTED, [0]))), Limits())
    assert loading.unread == ()


@needs_tesseract
def test_a_scan_reads_like_the_print() -> None:
    printed = load(File(path="a.pdf", data=PRINTED), Limits()).documents[0]
    loading = load(File(path="a.pdf", data=scanned(PRINTED)), OCR)
    document = loading.documents[0]
    assert loading.unread == ()
    assert prose(document) == prose(printed)
    assert "Sele Weekly" not in document.text
    assert len(document.pages) == len(printed.pages) == 2
    for found in (document, printed):
        place = found.text.index("The harbour board of Vestby")
        assert found.cite(place, place + 5).page == 2


@needs_tesseract
def test_scans_in_an_archive_are_read_too() -> None:
    data = make.boxed([("a.txt", b"Talks in Vestby went on."), ("b.pdf", scanned(make.pdf(make.NOTE)))])
    loading = load(File(path="a.zip", data=data), OCR)
    assert loading.unread == ()
    assert "delegation from Sudland" in loading.documents[1].text


def test_without_tesseract_the_user_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    fence = Fence()
    with pytest.raises(SourceError, match="Tesseract is not installed") as caught:
        fence.load(File(path="a.pdf", data=scanned(make.pdf(make.NOTE))), OCR)
    assert caught.value.reason == "no_text"
    fence.close()


@needs_tesseract
def test_ocr_ends_in_time() -> None:
    with pytest.raises(SourceError, match="max_ocr_seconds") as caught:
        load(File(path="a.pdf", data=scanned(PRINTED)), Limits(max_ocr_seconds=0.05))
    assert caught.value.reason == "too_slow"
