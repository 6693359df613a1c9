"""Broken and hostile files, made on the spot: name -> (bytes, the reasons that are right; None: it loads)."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from types import ModuleType

Cases = dict[str, tuple[bytes, set[str | None]]]
TEXT = b"The ministers of Norland and Sudland met on Tuesday in Vestby, officials said. "
BROKEN: set[str | None] = {"damaged", "no_text", "unsupported"}
LOADS: set[str | None] = {None}
EITHER: set[str | None] = {None, *BROKEN}


def cases(make: ModuleType) -> Cases:
    """Give all hostile files; `make` is the maker of sound ones."""
    return texts() | xml(make) | archives(make) | pdfs(make) | mails(make)


def texts() -> Cases:
    return {
        "empty.txt": (b"", {"no_text"}),
        "spaces.txt": (b" \n\t\r\n  ", {"no_text"}),
        "nuls.txt": (b"\x00" * 5000, {"no_text"}),
        "binary.txt": (bytes(range(256)) * 40, {"unsupported"}),
        "elf.txt": (b"\x7fELF\x02\x01\x01" + bytes(500), {"unsupported"}),
        "png.html": (b"\x89PNG\r\n\x1a\n" + bytes(100), {"unsupported"}),
        "jpeg.pdf": (b"\xff\xd8\xff\xe0" + bytes(100), {"unsupported"}),
        "packed.txt": (gzip.compress(TEXT, mtime=0), {"unsupported"}),
        "nul-inside.txt": (TEXT + b"\x00" + TEXT, {"unsupported"}),
        "invalid.txt": (TEXT + b"\xff\xfe\xfa " + TEXT, LOADS),
        "surrogates.txt": (TEXT + b"\xed\xa0\x80 " + TEXT, LOADS),
        "escapes.txt": (TEXT + b"\x1b[31mred\x1b[0m \x07", LOADS),
        "bidi.txt": (TEXT + "\u202egnp.exe\u202c \u2066x\u2069".encode(), LOADS),
        "one-line.txt": (TEXT * 3000, LOADS),
        "columns.txt": (b"x" * 200_000, LOADS),
        "no-spaces.txt": (b"a,b;c." * 60_000, LOADS),
        "newlines.txt": (b"\n" * 300_000 + TEXT, LOADS),
        "short-lines.txt": (b"a\n" * 200_000, LOADS),
        "open-quotes.txt": ("“".encode() * 60_000 + TEXT, LOADS),
        "brackets.txt": (b"([{" * 60_000, LOADS),
        "digits.txt": (b"1" * 150_000, LOADS),
        "combining.txt": (("e" + "\u0301" * 50_000).encode(), LOADS),
        "utf16-odd.txt": (b"\xff\xfeT\x00h\x00e\x00\xd8", LOADS),
        "utf32.txt": (b"\xff\xfe\x00\x00" + "The end.".encode("utf-32-le"), LOADS),
        "front.md": (b"---\n" + b"title: a\n" * 20_000, LOADS),
        "fences.md": (b"```\n" * 20_000 + TEXT, LOADS),
        "formula.csv": (b"=cmd|' /C calc'!A0,1\n" + TEXT, LOADS),
        "too-many-words.txt": (b"word " * 450_000, {"too_long"}),
    }


def xml(make: ModuleType) -> Cases:
    bomb = (
        b'<!DOCTYPE r [<!ENTITY a "ha">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(12))
        + b"]>"
    )
    outside = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/y">]>'
    item = (
        b"<rss><channel><title>T</title><item><title>A</title><description>%s&x;&m;</description></item></channel>"
        b"</rss>"
    )
    remote = (
        b'<img src="http://127.0.0.1:9/a.png"><link rel="stylesheet" href="http://127.0.0.1:9/a.css">'
        b'<iframe src="file:///etc/passwd"></iframe><script>while(1){}</script><p>' + TEXT + b"</p>"
    )
    return {
        "bomb.rss": (bomb + item % TEXT, EITHER),
        "entity.rss": (b'<?xml version="1.0"?>' + outside + item % TEXT, EITHER),
        "unknown.xml": (b'<?xml version="1.0"?><data><a>1</a></data>', {"unsupported"}),
        "entity.xml": (b'<?xml version="1.0"?>' + outside + b"<data>&x;</data>", {"unsupported"}),
        "cut.rss": (item[:40], EITHER),
        "empty.rss": (b"<rss><channel></channel></rss>", {"no_text"}),
        "remote.html": (b"<html><body>" + remote + b"</body></html>", LOADS),
        "deep.html": (b"<html><body>" + b"<div>" * 50_000 + TEXT, EITHER),
        "deep-inline.html": (b"<html><body><p>" + b"<b><i>" * 20_000 + TEXT, EITHER),
        "attributes.html": (b"<html><body " + b"a=b " * 100_000 + b"><p>" + TEXT, EITHER),
        "authors.html": (
            b'<html><head><meta name="author" content="' + b"Ada Lund M; " * 9000 + b'"></head><body><p>' + TEXT * 9,
            LOADS,
        ),
        "bylines.html": (
            b'<html><body><p class="byline">By '
            + b"A. B, " * 9000
            + b"</p>"
            + b"<i rel=author>By</i>" * 9000
            + b"<cite class=fn>" * 200
            + b"By " * 9000
            + b"</cite>" * 200
            + b"<p>"
            + TEXT * 9,
            LOADS,
        ),
        "cut.html": (make.html(make.BRIDGE)[:350], EITHER),
        "nul.html": (b"<html><body><p>a\x00b " + TEXT + b"</p>", EITHER),
        "no-text.html": (b"<html><head><title></title></head><body><img src=x></body></html>", {"no_text"}),
        "table.html": (b"<html><body><table><tr>" + b"<td>x</td>" * 200_000 + b"</tr></table>", EITHER),
        "many-paragraphs.html": (b"<html><body>" + b"<p>" + b"</p><p>".join([TEXT] * 3000) + b"</body>", LOADS),
        "charset.html": (b'<html><head><meta charset="x-no-such"></head><body><p>' + TEXT, LOADS),
        "control.html": (b"<html><body><p>&#27;[31m&#x202e;&#0;&#xD800; " + TEXT * 3 + b"</p></body></html>", LOADS),
    }


def archives(make: ModuleType) -> Cases:
    nested = make.boxed([("a.txt", TEXT)])
    for level in range(12):
        nested = make.boxed([(f"{level}.zip", nested)])
    sound = make.docx(make.BRIDGE)
    lying = bytearray(make.boxed([("a.txt", TEXT * 100)]))
    place = lying.rindex(b"PK\x01\x02")
    lying[place + 24 : place + 28] = struct.pack("<I", 5)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        box.writestr(
            "word/document.xml",
            b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'
            b"<w:r><w:t>" + TEXT + b"&x;</w:t></w:r></w:p></w:body></w:document>",
        )
    locked = bytearray(make.boxed([("a.txt", TEXT)]))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        locked[locked.index(mark) + (6 if mark == b"PK\x03\x04" else 8)] |= 1
    same = io.BytesIO()
    with zipfile.ZipFile(same, "w") as box:
        for name in ("a/../../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a\x1b[31m.txt", "\u202ecod.txt"):
            box.writestr(name, TEXT)
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    return {
        "bomb.zip": (make.boxed([("a.txt", b"0" * 30_000_000)]), {"too_large"}),
        "bomb.docx": (make.boxed([("word/document.xml", b"<a>" + b" " * 25_000_000)]), {"too_large"}),
        "nested.zip": (nested, {"too_large"}),
        "cut.zip": (make.boxed([("a.txt", TEXT * 90)])[:80], {"damaged"}),
        "lying.zip": (bytes(lying), EITHER | {"too_large"}),
        "locked.zip": (bytes(locked), {"encrypted"}),
        "empty.zip": (make.boxed([]), {"no_text"}),
        "outside.zip": (same.getvalue(), LOADS),
        "many.zip": (make.boxed([(f"{n}.txt", b"x") for n in range(20_500)]), {"too_large"}),
        "cut.docx": (sound[: len(sound) // 2], {"damaged"}),
        "entity.docx": (out.getvalue(), EITHER),
        "no-document.docx": (make.boxed([("word/document.xml", b"")]), BROKEN),
        "not-xml.docx": (make.boxed([("word/document.xml", b"\x00\x01not xml")]), BROKEN),
        "old.doc": (ole, {"unsupported"}),
        "locked.docx": (ole + "EncryptedPackage".encode("utf-16-le"), {"encrypted"}),
        "sheet.xlsx": (make.boxed([("xl/workbook.xml", b"<a/>")]), {"unsupported"}),
        "cut.odt": (make.odt(make.BRIDGE)[:400], {"damaged"}),
        "locked.odt": (
            make.boxed(
                [
                    ("mimetype", b"application/vnd.oasis.opendocument.text"),
                    ("content.xml", b"\x17"),
                    ("META-INF/manifest.xml", b"<manifest><encryption-data/></manifest>"),
                ],
                True,
            ),
            {"encrypted"},
        ),
        "no-spine.epub": (make.boxed([("mimetype", b"application/epub+zip")], True), {"damaged"}),
        "loop.epub": (make.epub([make.BRIDGE]).replace(b"OEBPS/book.opf", b"OEBPS/book.opx"), BROKEN),
        "cut.rtf": (make.rtf(make.BRIDGE)[:200], EITHER),
        "deep.rtf": (b"{\\rtf1 " + b"{" * 100_000 + TEXT, EITHER),
        "picture.rtf": (b"{\\rtf1 {\\pict " + b"00ff" * 500_000 + b"} " + TEXT + b"}", LOADS),
        "unicode.rtf": (b"{\\rtf1 \\u-10000? \\u99999999? \\'zz " + TEXT + b"}", EITHER),
    }


def pdfs(make: ModuleType) -> Cases:
    sound = make.pdf(make.BRIDGE)
    packed = zlib.compress(b"BT /F1 9 Tf (x) Tj ET " * 500_000)
    bomb = (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font"
        b"/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj 4 0 obj<</Length %d/Filter/FlateDecode>>stream\n"
        % len(packed)
        + packed
        + b"\nendstream endobj trailer<</Root 1 0 R>>\n%EOF"
    )
    loop = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj "
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )
    action = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>>>endobj "
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
        b"endobj trailer<</Root 1 0 R>>\n%%EOF"
    )
    return {
        "cut.pdf": (sound[: len(sound) // 3], EITHER),
        "header.pdf": (b"%PDF-1.7\n", {"damaged"}),
        "noise.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 50, {"damaged"}),
        "locked.pdf": (encrypted(sound), {"encrypted"}),
        "scan.pdf": (make.pdf([("p", "")]), {"no_text"}),
        "bomb.pdf": (bomb, {None, "too_slow", "too_large", "too_long", *BROKEN}),
        "loop.pdf": (loop, BROKEN),
        "action.pdf": (action, {"no_text"}),
        "zeroed.pdf": (sound[:300] + bytes(300) + sound[600:], EITHER),
    }


def encrypted(pdf: bytes) -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return out.getvalue()


def mails(make: ModuleType) -> Cases:
    head = b"From: a@b.example\r\nMIME-Version: 1.0\r\nMessage-ID: <1>\r\n"
    nested = head + b"\r\n" + TEXT
    for _ in range(60):
        nested = head + b"Content-Type: message/rfc822\r\n\r\n" + nested
    parts = head + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(300)
    )
    return {
        "no-body.eml": (head + b"Subject: x\r\n\r\n", {"no_text"}),
        "nested.eml": (nested, {None, "too_large", *BROKEN}),
        "multipart.eml": (parts + TEXT, EITHER),
        "charset.eml": (head + b"Content-Type: text/plain; charset=no-such\r\n\r\n" + TEXT, LOADS),
        "base64.eml": (head + b"Content-Transfer-Encoding: base64\r\n\r\n!!!!=", EITHER),
        "header.eml": (head + b"Subject: =?utf-8?b?//79?= =?x?q?a?=\r\nDate: yesterday\r\n\r\n" + TEXT, LOADS),
        "path.eml": (make.mail(make.NOTE, "x", attached=[("../../evil\x1b.txt", "text/plain", TEXT)]), LOADS),
        "secret.eml": (
            head + b"Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--",
            {"encrypted"},
        ),
        "attached-bomb.eml": (
            make.mail(
                make.NOTE, "x", attached=[("a.zip", "application/zip", make.boxed([("a.txt", b"0" * 25_000_000)]))]
            ),
            LOADS,
        ),
        "cut.mbox": (make.mbox([make.mail(make.NOTE, "x")])[:150], EITHER),
        "no-page.mhtml": (
            b"From: <Saved by x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n"
            b"\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--",
            {"no_text"},
        ),
    }
