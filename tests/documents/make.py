"""Make documents of each format from the same paragraphs; run as a program, write the examples of this folder.

The texts are written for these tests. `python tests/documents/make.py` writes them anew.
"""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from html import escape
from pathlib import Path

STAMP = (2024, 3, 6, 9, 0, 0)
Paragraphs = list[tuple[str, str]]  # (kind: h1, h2, p, li; text)


def body(paragraphs: Paragraphs) -> str:
    return "\n".join(f"<{kind}>{escape(text)}</{kind}>" for kind, text in paragraphs)


def html(paragraphs: Paragraphs, head: str = "", charset: str = "utf-8") -> bytes:
    page = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">{head}</head><body>'
        f'<nav><a href="/">Home</a> <a href="/world">World</a></nav><article>{body(paragraphs)}</article>'
        f"<footer><p>Subscribe to our newsletter</p></footer></body></html>"
    )
    return page.encode(charset, "xmlcharrefreplace")


def xhtml(paragraphs: Paragraphs) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>c</title>'
        f"</head><body>{body(paragraphs)}</body></html>"
    ).encode()


def mhtml(paragraphs: Paragraphs, url: str = "https://news.example/a") -> bytes:
    page = html(paragraphs).decode()
    return (
        f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {url}\r\nSubject: page\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b1"\r\n\r\n--b1\r\n'
        "Content-Type: text/html\r\n"
        f"Content-Transfer-Encoding: 8bit\r\nContent-Location: {url}\r\n\r\n{page}\r\n--b1\r\n"
        "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b1--\r\n"
    ).encode()


def pdf(paragraphs: Paragraphs, css: str = "", meta: str = "") -> bytes:
    from weasyprint import HTML

    style = "@page{size:A5;margin:2cm} body{font:11pt DejaVu Sans,sans-serif} " + css
    page = f'<html lang="en"><head>{meta}<style>{style}</style></head><body>{body(paragraphs)}</body></html>'
    return HTML(string=page).write_pdf()


def docx(paragraphs: Paragraphs, title: str = "", author: str = "", rows: list[list[str]] | None = None) -> bytes:
    from datetime import datetime

    from docx import Document

    document = Document()
    names = {"h1": "Title", "h2": "Heading 2", "p": "Normal", "li": "List Bullet"}
    for kind, text in paragraphs:
        document.add_paragraph(text, style=names[kind])
    if rows:
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    document.core_properties.title = title
    document.core_properties.author = author
    document.core_properties.created = datetime(*STAMP)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def boxed(members: list[tuple[str, bytes]], plain_first: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for place, (name, data) in enumerate(members):
            record = zipfile.ZipInfo(name, STAMP)
            record.compress_type = zipfile.ZIP_STORED if plain_first and not place else zipfile.ZIP_DEFLATED
            box.writestr(record, data)
    return out.getvalue()


ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def odt(
    paragraphs: Paragraphs, title: str = "", author: str = "", more: list[tuple[str, bytes]] | None = None
) -> bytes:
    inner = "".join(
        f"<text:h>{escape(t)}</text:h>" if k in ("h1", "h2") else f"<text:p>{escape(t)}</text:p>" for k, t in paragraphs
    )
    content = (
        f"<office:document-content {ODF}><office:body><office:text>{inner}</office:text></office:body>"
        "</office:document-content>"
    )
    meta = (
        f"<office:document-meta {ODF}><office:meta><dc:title>{escape(title)}</dc:title><meta:initial-creator>"
        f"{escape(author)}</meta:initial-creator><meta:creation-date>2024-03-06T09:00:00</meta:creation-date>"
        "</office:meta></office:document-meta>"
    )
    return boxed(
        [
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", content.encode()),
            ("meta.xml", meta.encode()),
            ("META-INF/manifest.xml", b"<manifest/>"),
            *(more or []),
        ],
        plain_first=True,
    )


def epub(chapters: list[Paragraphs], title: str = "", author: str = "", day: str = "2024-03-06") -> bytes:
    items = "".join(
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    opf = (
        f'<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator><dc:date>{day}</dc:date>"
        f"<dc:language>en</dc:language></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    return boxed(
        [
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", container.encode()),
            ("OEBPS/book.opf", opf.encode()),
        ]
        + [(f"OEBPS/c{n}.xhtml", xhtml(chapter)) for n, chapter in enumerate(chapters)],
        plain_first=True,
    )


def rtf(paragraphs: Paragraphs, title: str = "", author: str = "") -> bytes:
    def coded(text: str) -> str:
        text = text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
        return "".join(c if ord(c) < 128 else f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" for c in text)

    lines = "".join(coded(text) + "\\par\n" for _, text in paragraphs)
    return (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\info{\title "
        + coded(title)
        + r"}{\author "
        + coded(author)
        + r"}{\creatim\yr2024\mo3\dy6\hr9}}\f0\fs22 "
        + lines
        + "}"
    ).encode("ascii")


def mail(
    paragraphs: Paragraphs,
    subject: str,
    sender: str = "Ada Lund <ada@desk.example>",
    attached: list[tuple[str, str, bytes]] | None = None,
    as_html: bool = False,
    day: str = "Wed, 06 Mar 2024 09:00:00 +0100",
) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Date"] = sender, "desk@house.example", day
    message["Subject"], message["Message-ID"] = subject, "<1@desk.example>"
    if as_html:
        message.set_content(f"<html><body>{body(paragraphs)}</body></html>", subtype="html")
    else:
        message.set_content("\n\n".join(text for _, text in paragraphs) + "\n", cte="8bit")
    for name, kind, data in attached or []:
        message.add_attachment(data, maintype=kind.split("/")[0], subtype=kind.split("/")[1], filename=name)
    message.set_boundary("=b1=") if attached else None
    return message.as_bytes()


def mbox(messages: list[bytes]) -> bytes:
    return b"".join(
        b"From ada@desk.example Wed Mar  6 09:00:00 2024\n" + m.replace(b"\nFrom ", b"\n>From ") + b"\n"
        for m in messages
    )


def rss(entries: list[tuple[str, Paragraphs]], day: str = "Wed, 06 Mar 2024 09:00:00 GMT") -> bytes:
    items = "".join(
        f"<item><title>{escape(title)}</title><link>https://news.example/{n}</link><pubDate>{day}</pubDate>"
        f"<dc:creator>Ada Lund</dc:creator><description>{escape(body(paragraphs))}</description></item>"
        for n, (title, paragraphs) in enumerate(entries)
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>Harbour Gazette</title>{items}</channel></rss>"
    ).encode()


def atom(entries: list[tuple[str, Paragraphs]], day: str = "2024-03-06T09:00:00Z") -> bytes:
    items = "".join(
        f'<entry><title>{escape(title)}</title><link href="https://news.example/{n}"/><published>{day}'
        f"</published><author><name>Ada Lund</name></author>"
        f'<content type="html">{escape(body(paragraphs))}</content></entry>'
        for n, (title, paragraphs) in enumerate(entries)
    )
    return (
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Gazette</title>{items}</feed>'
    ).encode()


BRIDGE: Paragraphs = [
    ("h1", "Ministers meet over the Sele bridge"),
    ("p", "By Ada Lund"),
    (
        "p",
        "VESTBY, 5 March 2024 - The transport ministers of Norland and Sudland met on Tuesday in Vestby to talk about "
        "the closed bridge over the Sele, officials of both countries said.",
    ),
    (
        "p",
        "“We will open it before the summer,” said Minister Marta Ek of Norland after two hours of talks. Her "
        "colleague Jon Brandt called the meeting useful.",
    ),
    ("h2", "A quarrel about tolls"),
    (
        "p",
        "The two sides do not agree on who may take tolls. A commission is to report by 30 April 2024, and the "
        "ministers want to meet again in May.",
    ),
]
LISTING: Paragraphs = [
    ("h1", "Norland puts the Reed Front on its list"),
    (
        "p",
        "The government of Norland has designated the Reed Front a terrorist organisation, the interior ministry "
        "said on 6 March 2024. Sudland has not listed the group.",
    ),
    (
        "p",
        "“This is a message to those who pay them,” said spokeswoman Ida Holm. The front’s lawyers said that they "
        "would go to court against the decision.",
    ),
    (
        "p",
        "Analyst Per Sand of the Coast Institute doubts that the listing will change much, because the group keeps "
        "no accounts in the country.",
    ),
]
NOTE: Paragraphs = [
    ("p", "6 March 2024"),
    (
        "p",
        "The harbour board of Vestby will receive a delegation from Sudland next week, its chairman Olav Rud wrote "
        "in a letter to the members. The visit was first planned for February.",
    ),
    (
        "p",
        "Rud said that the board wanted to hear how the neighbours run their ferries in winter, when the ice closes "
        "the inner harbour for weeks.",
    ),
]


def examples() -> dict[str, bytes]:
    """Give the files of this folder: at least three of each format."""
    sets = {"bridge": BRIDGE, "listing": LISTING, "note": NOTE}
    titles = {name: paragraphs[0][1] for name, paragraphs in sets.items()}
    head = (
        '<title>{0} | Harbour Gazette</title><meta property="og:site_name" content="Harbour Gazette">'
        '<meta name="author" content="Ada Lund">'
        '<meta property="article:published_time" content="2024-03-06T09:00Z">'
    )
    files: dict[str, bytes] = {}
    for name, paragraphs in sets.items():
        plain = "\n\n".join(text for _, text in paragraphs) + "\n"
        marks = {"h1": "# ", "h2": "## "}
        files |= {
            f"{name}.txt": plain.encode(),
            f"{name}.md": (
                f"---\ntitle: {titles[name]}\ndate: 2024-03-06\nauthor: Ada Lund\n---\n\n"
                + "\n\n".join(marks.get(k, "") + text for k, text in paragraphs)
                + "\n"
            ).encode(),
            f"{name}.html": html(paragraphs, head.format(titles[name])),
            f"{name}.mhtml": mhtml(paragraphs),
            f"{name}.pdf": pdf(paragraphs, meta="<title>Talks on the coast</title>"),
            f"{name}.docx": docx(
                paragraphs, "Talks on the coast", "Ada Lund", [["Place", "Day"], ["Vestby", "Tuesday"]]
            ),
            f"{name}.odt": odt(paragraphs, "Talks on the coast", "Ada Lund"),
            f"{name}.rtf": rtf(paragraphs, "Talks on the coast", "Ada Lund"),
            f"{name}.epub": epub([paragraphs, NOTE], "Talks on the coast", "Ada Lund"),
            f"{name}.eml": mail(
                paragraphs,
                titles[name],
                as_html=name == "note",
                attached=[("copy.docx", "application/octet-stream", docx(LISTING))],
            ),
            f"{name}.mbox": mbox([mail(paragraphs, titles[name]), mail(NOTE, "A note", as_html=True)]),
            f"{name}.rss": rss([(titles[name], paragraphs), ("A note", NOTE)]),
            f"{name}.atom": atom([(titles[name], paragraphs)]),
            f"{name}.zip": boxed([("in/a.txt", plain.encode()), ("b.html", html(NOTE)), (".hidden", b"x")]),
        }
    files["latin1.txt"] = "Café société. Le ministre a été reçu à l’hôtel.\n".encode("cp1252")
    files["utf16.txt"] = ("﻿" + "\n\n".join(text for _, text in BRIDGE)).encode("utf-16-le")
    return files


if __name__ == "__main__":
    for name, data in examples().items():
        Path(__file__).with_name(name).write_bytes(data)
