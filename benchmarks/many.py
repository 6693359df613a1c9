"""Measure 10,000 mixed files: selected, loaded and clustered, in which time and memory; beside the libraries alone.

`python -m benchmarks.many [FILES]`. The files are made for it: a tenth copy another, the rest differ; half are text.
Pages have the sizes and the furniture of those in trafilatura's own evaluation: 94 KB in the median, 145 KB in the
mean, of which the article is the least part.

What is compared is time of the processor, of all processes. On briefgen's side: listing and reading the files, the
loading processes and what goes to them and back, and all that is made of a file: text, paragraphs and their kinds,
title, authors, date, language, marking, copies. On the libraries' side, for the same files and in one process without
limits: reading the file and what the library for its format does with it, no more: decoding a text, trafilatura's
article and metadata and htmldate's day for a page, PDFium's characters for a PDF, the XML parsed of what is zipped,
striprtf, the standard library for mail. Both sides start cold and read all of the files.
"""

from __future__ import annotations

import importlib.util
import io
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from datetime import date
from email import message_from_bytes, policy
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from briefgen.build import Request, survey
from briefgen.sources import fence

T = TypeVar("T")

MIX = {"txt": 42, "md": 8, "html": 15, "pdf": 9, "docx": 9, "odt": 4, "rtf": 3, "epub": 3, "eml": 5, "rss": 1, "zip": 1}
"""Files of each format in a hundred."""
STEMS = (
    "minister bridge harbour delegation ferry toll river treaty border council winter region commission report meeting "
    "vote budget road valley island railway engineer court lawyer market coast storm school village senator"
).split()


def maker() -> Any:
    """Give the tests' maker of documents."""
    path = Path(__file__).parent.parent / "tests" / "documents" / "make.py"
    spec = importlib.util.spec_from_file_location("make", path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def paragraphs(number: int) -> list[tuple[str, str]]:
    """Give an article of some 500 words that no other number gives."""
    chance = random.Random(number)

    def sentence() -> str:
        words = " ".join(chance.choice(STEMS) + chance.choice(("", "", "s", "ing", "ed")) for _ in range(18))
        return f"The {words} was told on {chance.randint(1, 28)} March 2024, officials said."

    prose = [("p", " ".join(sentence() for _ in range(4))) for _ in range(6)]
    return [("h1", f"Talks number {number} over the bridge"), ("p", "5 March 2024"), *prose]


def words(chance: random.Random, count: int) -> str:
    """Give some words."""
    return " ".join(chance.choice(STEMS) for _ in range(count))


def links(chance: random.Random, count: int) -> str:
    """Write the entries of a menu."""
    return "".join(
        f'<li class="menu-item menu-item-type-custom menu-item-{n}"><a class="menu-link" '
        f'href="https://news.example/{words(chance, 1)}/{n}/">{words(chance, 2)}</a></li>'
        for n in range(count)
    )


def teasers(chance: random.Random, count: int) -> str:
    """Write the teasers of other articles."""
    return "".join(
        f'<div class="teaser teaser--small"><div class="teaser__picture"><a href="/{n}"><img src="/i/{n}.jpg" '
        f'srcset="/i/{n}-320.jpg 320w, /i/{n}-640.jpg 640w, /i/{n}-1280.jpg 1280w" alt="{words(chance, 4)}" '
        f'loading="lazy"></a></div><div class="teaser__text"><h3><a href="/{n}">{words(chance, 7)}</a></h3>'
        f"<span>{words(chance, 12)}</span></div></div>"
        for n in range(count)
    )


def head(chance: random.Random, title: str, scale: float) -> str:
    """Write a page's head, styles and record of its origin."""
    styles = "".join(
        f".{words(chance, 1)}-{n}{{margin:0 auto;padding:{n}px;display:flex;color:#1a1a1a}}"
        for n in range(round(150 * scale))
    )
    data = (
        f'{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{title}","datePublished":'
        '"2024-03-05T09:00:00Z","author":[{"@type":"Person","name":"Jana Novak"}],"publisher":'
        '{"@type":"Organization","name":"Vestby Tidende"}}'
    )
    return (
        f'<meta charset="utf-8"><title>{title} | Vestby Tidende</title><meta property="og:title" content="{title}">'
        '<meta property="og:site_name" content="Vestby Tidende"><meta name="viewport" content="width=device-width">'
        f'<style>{styles}</style><script type="application/ld+json">{data}</script>'
    )


def page(article: list[tuple[str, str]], title: str) -> bytes:
    """Write a page of a news site: an article among menus, teasers, comments and scripts."""
    chance = random.Random(title)
    scale = min(7.0, chance.lognormvariate(0.28, 0.93))
    calls = "".join(
        f'window.dataLayer.push({{"event":"{words(chance, 2)}","value":"{words(chance, 6)}"}});' for _ in range(9)
    )
    scripts = f"<script>{calls}</script>" * round(14 * scale)
    prose = "".join(f"<{kind}>{text}</{kind}>" for kind, text in article)
    comments = "".join(
        f'<li class="comment"><div class="comment-author"><cite class="fn">{words(chance, 1)}</cite></div>'
        f"<p>{words(chance, 30)}</p></li>"
        for _ in range(round(12 * scale))
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head>{head(chance, title, scale)}{scripts}</head><body class="post single">'
        f'<header><nav class="main-nav"><ul>{links(chance, round(60 * scale))}</ul></nav></header><main>'
        f'<article class="post"><div class="byline">By Jana Novak</div>{prose}</article><div class="comments"><ol>'
        f'{comments}</ol></div></main><aside class="sidebar">{teasers(chance, round(40 * scale))}</aside><footer><ul>'
        f"{links(chance, round(40 * scale))}</ul><p>All rights reserved</p></footer>{scripts}</body></html>"
    ).encode()


def pdf(article: list[tuple[str, str]]) -> bytes:
    """Write a plain PDF of lines in Helvetica, a page for each forty."""
    lines: list[str] = []
    for _, text in article:
        words, line = text.split(), ""
        for word in words:
            if len(line) + len(word) > 80:
                lines.append(line)
                line = ""
            line += (" " if line else "") + word
        lines += [line, ""]
    pages = [lines[at : at + 40] for at in range(0, len(lines), 40)]
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    font = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    for page in pages:
        drawn = "BT /F1 10 Tf 60 780 Td 14 TL " + "".join(f"({line}) Tj T* " for line in page) + "ET"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources{font}/Contents {len(objects) + 2} 0 R>>"
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(pages)))
    objects[1] = f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return f"{out}{start}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF".encode("latin-1")


def docx(make: Any, article: list[tuple[str, str]]) -> bytes:
    """Write the text part of a Word file; a whole one by python-docx takes too long to make by the thousand."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for _, text in article)
    return bytes(
        make.boxed(
            [("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'.encode())]
        )
    )


def write(folder: Path, files: int) -> int:
    """Write the files; give their bytes."""
    make = maker()
    endings = [ending for ending, share in MIX.items() for _ in range(share)]
    random.Random(0).shuffle(endings)
    ways: dict[str, Callable[[list[tuple[str, str]], str], bytes]] = {
        "txt": lambda article, title: "\n\n".join(text for _, text in article).encode(),
        "md": lambda article, title: "\n\n".join(text for _, text in article).encode(),
        "html": page,
        "pdf": lambda article, title: pdf(article),
        "docx": lambda article, title: docx(make, article),
        "odt": make.odt,
        "rtf": make.rtf,
        "epub": lambda article, title: make.epub([article], title),
        "eml": make.mail,
        "rss": lambda article, title: make.rss([(title, article)]),
        "zip": lambda article, title: make.boxed([("a.txt", "\n\n".join(text for _, text in article).encode())]),
    }
    size = 0
    for number in range(files):
        ending = endings[number % len(endings)]
        article = paragraphs(number if number % 10 else number // 2)
        data = ways[ending](article, article[0][1])
        size += folder.joinpath(f"{number:05d}.{ending}").write_bytes(data)
    return size


def alone(data: bytes, ending: str) -> None:
    """Do with a file what the library for its format does, and no more."""
    from lxml import etree

    if ending in ("txt", "md"):
        data.decode("utf-8")
    elif ending == "html":
        import htmldate
        import trafilatura

        trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
        htmldate.find_date(data.decode(), original_date=True, extensive_search=True)
    elif ending == "pdf":
        import pypdfium2

        with pypdfium2.PdfDocument(data) as document:
            for page in document:
                page.get_textpage().get_text_range()
    elif ending in ("docx", "odt", "epub", "zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            for name in box.namelist():
                inside = box.read(name)
                if inside.startswith(b"<"):
                    "".join(str(piece) for piece in etree.fromstring(inside).itertext())
    elif ending == "rtf":
        from striprtf.striprtf import rtf_to_text

        rtf_to_text(data.decode("latin-1"))
    elif ending == "eml":
        message_from_bytes(data, policy=policy.default).get_body()
    else:
        etree.fromstring(data)


def all_alone(folder: Path) -> None:
    """Do so with many files."""
    for path in sorted(folder.iterdir()):
        alone(path.read_bytes(), path.suffix[1:])


def peak() -> float:
    """Give the most memory that this process and a loading process had, in megabytes."""
    kinds = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return sum(resource.getrusage(kind).ru_maxrss for kind in kinds) / (
        1 << 20 if sys.platform == "darwin" else 1 << 10
    )


def spent() -> float:
    """Give the processor's seconds of this process and of those that have ended: other programs do not count."""
    used = [resource.getrusage(kind) for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def timed(work: Callable[[], T]) -> tuple[T, float, float]:
    """Give what the work gives, and its seconds on the clock and on the processor."""
    start, before = time.perf_counter(), spent()
    found = work()
    took = time.perf_counter() - start
    fence._fence().close()  # only what has ended is counted
    return found, took, spent() - before


def main() -> None:
    """Print the cost of a tenth and of all of the files, beside the libraries' own for the same."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    for files in (most // 10, most):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            size = write(folder, files)
            found, clock, ours = timed(partial(survey, Request(sources=(folder,), prepared=date(2024, 4, 1))))
            memory = peak()
            work = f"from pathlib import Path; from benchmarks.many import all_alone; all_alone(Path({name!r}))"
            _, _, theirs = timed(partial(subprocess.run, [sys.executable, "-c", work], check=True))
        print(
            f"{files} files, {size / 1e6:.1f} MB: {clock:.1f} s, of the processor {ours:.1f} s, "
            f"{ours / files * 1e3:.2f} ms a file, {ours / size * 1e6:.2f} s a MB; "
            f"libraries {theirs / files * 1e3:.2f} ms a file, ratio {ours / theirs:.2f}; "
            f"{len(found.sources)} used, {len(found.left_out)} copies left out, {len(found.unread)} unread; "
            f"peak {memory:.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main()
