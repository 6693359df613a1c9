"""Blocks: what is prose and what is not, and how broken lines are joined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.sources.layout import lay_out

LONG = (
    "The transport ministers of Norland and Sudland met on Tuesday in Vestby to talk about the closed bridge over "
    "the Sele, officials of both countries said."
)

KINDS = [
    ("Ministers meet over the Sele bridge", "heading"),
    ("Norland Lists the Reed Front", "heading"),
    ("A QUARREL OVER TOLLS?", "heading"),
    ("'NOT A WORD OF IT'", "heading"),
    ("Latest Developments", "heading"),
    ("March 5, 2024", "dateline"),
    ("March 5, 2024 - 11:00am", "dateline"),
    ("March 5, 2024 | Flash Brief", "dateline"),
    ("Published: 5 March 2024", "dateline"),
    ("Updated 5 Mar 2024 at 10:30 GMT", "dateline"),
    ("The two met on 5 March 2024.", "prose"),
    ("On March 5, 2024, Ek said:", "prose"),
    ("VESTBY, March 5 (Reuters) --", "prose"),
    ("By Ada Lund", "byline"),
    ("By Ada Lund and Jon Brandt in Vestby", "byline"),
    ("Written by Ada Lund", "byline"),
    ("By noon the square was full.", "prose"),
    ("(Reporting by Ada Lund; Editing by Jon Brandt)", "boilerplate"),
    ("© 2024 Harbour Gazette", "boilerplate"),
    ("Read more: The bridge that nobody wanted", "boilerplate"),
    ("Subscribe to our newsletter", "boilerplate"),
    ("* * *", "boilerplate"),
    ("CORRECTS spelling of minister's name", "boilerplate"),
    ("“The Bridge Nobody Wanted,” by Ada Lund", "list"),
    ("The Bridge Nobody Wanted,” CI Flash Brief", "list"),
    ("https://news.example/bridge", "list"),
    ("Norland's transport minister Marta Ek (R) greets her colleague Jon Brandt in Vestby, 5 March 2024.", "caption"),
    ("“We will open it,” Ek told reporters. “Soon.”", "prose"),
    ("“We will open it before the summer”", "prose"),
    ("He declined to comment.", "prose"),
    ("- Ferries", "list"),
    ("- The ministers agreed to open the bridge before the summer.", "prose"),
]


@pytest.mark.parametrize(("line", "kind"), KINDS)
def test_kind_of_a_line(line: str, kind: str) -> None:
    text = f"{LONG}\n\n{line}\n\n{LONG}"
    block = lay_out(text)[1]
    assert (text[block.start : block.end], block.kind) == (line, kind)


def test_speaker_below_a_quotation_is_prose_but_a_name_on_top_is_a_byline() -> None:
    speaker = "Per Sand, Coast Institute Senior Fellow"
    assert [b.kind for b in lay_out(f"{LONG}\n“It will not last.”\n{speaker}")][-1] == "prose"
    assert [b.kind for b in lay_out(f"The list\n{speaker}\n{LONG}")] == ["heading", "byline", "prose"]


def test_tags_below_their_label_are_a_list() -> None:
    assert [b.kind for b in lay_out(f"{LONG}\nIssues:\nNorland Bridges Tolls")] == ["prose", "boilerplate", "list"]


def test_short_items_behind_a_colon_are_prose_and_others_a_list() -> None:
    items = "• Ada Renn\n• Otto Brill"
    assert [b.kind for b in lay_out(f"{LONG}\nThese two were left off the crew list:\n{items}")] == ["prose"] * 4
    assert [b.kind for b in lay_out(f"{LONG}\n{items}")] == ["prose", "list", "list"]


def test_lines_broken_at_a_column_are_one_paragraph() -> None:
    words = (LONG + " " + LONG).split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 66:
            lines.append(line)
            line = ""
        line += (" " if line else "") + word
    text = "A Bridge\n\n" + "\n".join([*lines, line]) + "\n\n" + "\n".join([*lines, line]) + "\n"
    blocks = lay_out(text)
    assert [b.kind for b in blocks] == ["heading", "prose", "prose"]
    assert text[blocks[1].start : blocks[1].end].split() == words


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert len(lay_out("\n".join([LONG] * 4))) == 4


def test_a_dateline_on_its_own_line_opens_the_next() -> None:
    text = f"VESTBY, March 5 (Reuters) --\n{LONG}"
    assert [(b.start, b.end, b.kind) for b in lay_out(text)] == [(0, len(text), "prose")]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from('aB .,\n\t-*|“”"(1#\u2028é'), max_size=300))
def test_blocks_are_in_order_and_hold_all_but_white_space(text: str) -> None:
    blocks = lay_out(text)
    at = 0
    for block in blocks:
        assert block.start >= at
        assert not text[at : block.start].strip()
        piece = text[block.start : block.end]
        assert piece == piece.strip() != ""
        at = block.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "line",
    [
        "1" * 3000 + "!",
        "March " * 300,
        "ab" * 900,
        "By " + "Aa " * 600,
        ", " * 900,
        "May 3, 2024 " + "1" * 1500 + "x",
        "“" * 1800,
        "A. " * 600,
    ],
)
def test_long_lines_are_laid_out(line: str) -> None:
    # a pattern that tries every split of the line would not come back
    text = f"{line}\n\n{LONG}\n\n{line}"
    blocks = lay_out(text)
    assert LONG in "".join(text[block.start : block.end] for block in blocks)
