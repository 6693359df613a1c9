"""Sentences that deny a meeting: whom they say did not meet, on which day and where; and those that deny none.

Each row: `first day | place | parties`, read on Thursday, 7 March 2024; empty where nothing is denied.
"""

from datetime import date

import pytest

from briefgen.extract.meetings.denials import find_denials
from briefgen.model import Block, Document, Source
from briefgen.reading import read

DENIED = [
    ("Ada Renn of Norland denied meeting Toma Vell in Oslo on 3 May 2023.", "2023-05-03 | Oslo | ada-renn, toma-vell"),
    ("RIGA, 6 March 2024 - Toma Vell denied having met Ada Renn in Oslo.", "- | Oslo | ada-renn, toma-vell"),
    ("On Tuesday, Toma Vell denied having met Ada Renn in January.", "2024-01-01 | - | ada-renn, toma-vell"),
    ("Ada Renn denied having met Toma Vell.", "- | - | ada-renn, toma-vell"),
    ("Ada Renn denied that she had met Toma Vell.", "- | - | ada-renn, toma-vell"),
    ("Ada Renn's spokesman denied she met Toma Vell.", "- | - | ada-renn, toma-vell"),
    ("The ministry of Norway denied a call between Ada Renn and Toma Vell.", "- | - | ada-renn, toma-vell"),
    ("Reports that Ada Renn met Toma Vell in Oslo are untrue, her office said.", "- | Oslo | ada-renn, toma-vell"),
    ("Ada Renn has denied claims that she met Toma Vell in Oslo.", "- | Oslo | ada-renn, toma-vell"),
    ("Norway denied it had held secret talks with Latvia in January.", "2024-01-01 | - | latvia, norway"),
    ("Norway and Latvia did not hold talks on Monday, officials said.", "2024-03-04 | - | latvia, norway"),
    ("There were no talks between Norway and Latvia on Monday.", "2024-03-04 | - | latvia, norway"),
    ("No meeting between Ada Renn and Toma Vell took place in Oslo.", "- | Oslo | ada-renn, toma-vell"),
    ("Ada Renn did not meet Toma Vell in Oslo.", "- | Oslo | ada-renn, toma-vell"),
    ("Ada Renn never spoke to Toma Vell by phone, her office said.", "- | - | ada-renn, toma-vell"),
    (
        "Lio Marsh, a spokesman, was asked about reports of a meeting between the ministers of Norway and Latvia. "
        "No meeting of that kind was held, he said.",
        "- | - | latvia, norway",
    ),
    (
        "A story of talks between Norway and Latvia has gone round. The talks never happened.",
        "- | - | latvia, norway",
    ),
    # told as held, put off, refused, or not yet come to pass
    ("Ada Renn, who denied the charges, met Toma Vell on Monday.", ""),
    ("Ada Renn met Toma Vell in Oslo, not in Riga.", ""),
    ("Ada Renn did not deny meeting Toma Vell.", ""),
    ("Ada Renn has not met Toma Vell yet.", ""),
    ("Ada Renn will not meet Toma Vell on Monday.", ""),
    ("Ada Renn refused to meet Toma Vell.", ""),
    ("If Ada Renn did not meet Toma Vell, who did?", ""),
    ("Ada Renn did not meet Toma Vell in Oslo but in Riga.", ""),
    ("Ada Renn did not attend the meeting between Toma Vell and Lio Marsh.", ""),
    ("Reports of talks between Norway and Latvia have gone round. The talks never turned to the ferry.", ""),
    ("Norway's envoy denied a visa to Toma Vell, who met Ada Renn.", ""),
]


@pytest.mark.parametrize(("text", "told"), DENIED, ids=[row[0] for row in DENIED])
def test_denials(text: str, told: str) -> None:
    source = Source(id="a", path="a.txt", media_type="text/plain", text=text, published=date(2024, 3, 7))
    document = Document(source=source, blocks=(Block(start=0, end=len(text), kind="prose"),))
    rows = {
        f"{d.date.start or '-'} | {d.place or '-'} | {', '.join(sorted(d.participants))}"
        for d in find_denials(read(document))
    }
    assert rows == ({told} if told else set())
