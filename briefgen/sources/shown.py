"""Names as they may be shown: file names come from anywhere, and none may break a terminal, an XML file or a path."""

from __future__ import annotations

import unicodedata

LONGEST = 300


def printable(name: str) -> str:
    r"""Give a name without control, direction and unpaired characters; each becomes a visible sign.

    >>> printable("a\x1b[31mb\u202egpj.exe")
    'a�[31mb�gpj.exe'
    """
    shown = "".join("�" if unicodedata.category(c)[0] == "C" or c in "\u2028\u2029" else c for c in name)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 60]}…{shown[-50:]}"


def member_name(name: str) -> str:
    """Give the name of a file inside a file: printable, with no way out of the file that holds it.

    >>> member_name("../../etc/passwd")
    'etc/passwd'
    """
    steps = [step for step in name.replace("\\", "/").split("/") if step.strip() not in ("", ".", "..")]
    return printable("/".join(steps)) or "unnamed"
