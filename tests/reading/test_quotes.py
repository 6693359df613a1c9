"""Quotations: whose words, in which words of the passage. One row: text, a piece of the quotation, holder, direct."""

from __future__ import annotations

import pytest

from briefgen.model import Document, Source
from briefgen.reading import read
from briefgen.reading.marks import Quote, Reading
from briefgen.sources.layout import lay_out


def reading_of(text: str) -> Reading:
    return read(Document(source=Source(id="a", path="a", media_type="text/plain", text=text), blocks=lay_out(text)))


def holders(text: str, words: str) -> list[tuple[str | None, bool]]:
    """Give the holder and the form of each quotation that holds these words."""
    reading = reading_of(text)

    def says(quote: Quote) -> bool:
        return any(words in " ".join(text[start:end].split()) for start, end in quote.spans)

    return [(q.holder.name if q.holder else None, q.direct) for q in reading.quotes if says(q)]


DIRECT = [
    # behind the closing mark
    ("“The harbour is closed,” said Ada Renn.", "The harbour is closed", "Ada Renn"),
    ("“The harbour is closed,” Ada Renn told reporters.", "The harbour is closed", "Ada Renn"),
    ("“The harbour is closed,” a guest shouted.", "The harbour is closed", "a guest"),
    ("“The harbour is closed,” one fisherman from Vestby said.", "The harbour is closed", "one fisherman from Vestby"),
    ("“The harbour is closed,” Ada Renn pleaded.", "The harbour is closed", "Ada Renn"),
    (
        "“The harbour is closed,” said Under Secretary of Transport for Ports and Coastal Affairs Ada Renn.",
        "The harbour is closed",
        "Ada Renn",
    ),
    ("“The harbour is closed,” said the minister, Ada Renn.", "The harbour is closed", "Ada Renn"),
    ("“The harbour is closed,” said a farmer, Otto Brill.", "The harbour is closed", "Otto Brill"),
    ("“The harbour is closed,” said a farmer.", "The harbour is closed", "a farmer"),
    ("“Nobody drowns in a letter,” the late admiral Otto Brill used to say.", "Nobody drowns", "Otto Brill"),
    ("“Small rooms and slow progress,” was how one envoy summed up the talks.", "Small rooms", "one envoy"),
    ("“Small rooms and slow progress,” as one envoy put it.", "Small rooms", "one envoy"),
    ("“Who will sign it?” asked Ada Renn.", "Who will sign", "Ada Renn"),
    # before the opening mark
    ("Belgian Finance Minister Otto Brill shot back: “Then lend them yours.”", "Then lend them", "Otto Brill"),
    ("Ada Renn of the Harbour Institute puts it simply: “The sea is full.”", "The sea is full", "Ada Renn"),
    ("A ministry spokesman, Otto Brill, said: “We will open the gates.”", "We will open", "Otto Brill"),
    ("Otto Brill, a spokesman for the ministry, said: “We will open the gates.”", "We will open", "Otto Brill"),
    ("Analyst Otto Brill of Nordhav Bank said: “We will open the gates.”", "We will open", "Otto Brill"),
    # lines and labels
    ("“The harbour was never theirs.” Ada Renn, Harbour Institute Fellow", "never theirs", "Ada Renn"),
    ("“The harbour was never theirs.”\n\nAda Renn, Harbour Institute Fellow", "never theirs", "Ada Renn"),
    ("“The harbour was never theirs.” — Ada Renn, Harbour Institute Fellow", "never theirs", "Ada Renn"),
    ("Otto Brill: “There are many of them in town.”", "There are many", "Otto Brill"),
    # floating, interrupted, over paragraphs
    ("“We heard it,” Ada Renn said. “It was a very loud bang.”", "very loud bang", "Ada Renn"),
    ("“The bridge,” Ada Renn said, “will be closed for a year.”", "will be closed", "Ada Renn"),
    ("Ada Renn said it was late. Prices come later. “People are cold now.”", "People are cold", "Ada Renn"),
    ("“We heard it,” Ada Renn said.\n\n“It was a very loud bang.”", "very loud bang", "Ada Renn"),
    (
        "“The first ship came in May. It was empty.\n\n“The second ship never came at all,” Ada Renn said.",
        "first ship came",
        "Ada Renn",
    ),
    # pronouns and descriptions
    ("Ada Renn arrived on Monday. “The sea is very full,” she said.", "sea is very full", "Ada Renn"),
    (
        "According to President Otto Brill, the sea is full. “We will drain it,” he said.",
        "We will drain it",
        "Otto Brill",
    ),
    (
        "Defence Minister Ada Renn came to Vestby. The Minister said: “The gates are open to all.”",
        "gates are open",
        "Ada Renn",
    ),
    (
        "Ada Renn, an analyst in Vestby, wrote about it. The Vestby-based analyst added: “It was all in vain.”",
        "all in vain",
        "Ada Renn",
    ),
    # outer and inner speakers
    (
        "Ada Renn said she expects the town “to keep calling out the harbour lies.”",
        "calling out the harbour",
        "Ada Renn",
    ),
    (
        "Otto Brill left, with Mayor Ada Renn saying the talks were “a gift to the whole town.”",
        "gift to the",
        "Ada Renn",
    ),
]
INDIRECT = [
    (
        "Otto Brill had mocked it, saying anybody who complains of it “is not having a good night.”",
        "good night",
        "Otto Brill",
    ),
    ("Ada Renn said that the bridge would be closed.", "the bridge would be closed", "Ada Renn"),
    ("The bridge would be closed, Ada Renn said.", "The bridge would be closed", "Ada Renn"),
    (
        "The bridge will be closed, a spokesman for the Harbour Office said.",
        "bridge will be closed",
        "a spokesman for the Harbour Office",
    ),
    (
        "The bridge will be closed, according to two officials in Vestby.",
        "bridge will be closed",
        "two officials in Vestby",
    ),
    (
        "An Israeli military spokeswoman said the bridge would be closed.",
        "bridge would be closed",
        "An Israeli military spokeswoman",
    ),
    ("The Israeli government said the bridge would be closed.", "bridge would be closed", "Israel"),
    (
        "Israel’s main opposition party said the bridge would be closed.",
        "bridge would be closed",
        "Israel’s main opposition party",
    ),
    ("A Pentagon statement said the bridge would be closed.", "bridge would be closed", "Pentagon"),
    ("A statement by the Pentagon said the bridge would be closed.", "bridge would be closed", "Pentagon"),
    (
        "A report by Human Rights Watch came out. The report said the bridge would be closed.",
        "bridge would be closed",
        "Human Rights Watch",
    ),
    (
        "A ministry source said the bridge was closed. He said it would never be opened again.",
        "never be opened",
        "A ministry source",
    ),
    (
        "One defence official said the bridge was closed. The official said it would never be opened again.",
        "never be opened",
        "One defence official",
    ),
    ("They left after Turkey demanded that the bridge be closed.", "the bridge be closed", "Turkey"),
    ("VESTBY - The harbour board said the bridge would be closed.", "bridge would be closed", "The harbour board"),
    (
        "The West African bloc, to which Mali belongs, said it had no wish to close the bridge.",
        "no wish to close",
        "The West African bloc",
    ),
]
SILENT = [
    "Asked about the bridge, the mayor shrugged and left the hall.",
    "The “bridge of sighs” is a bridge in Vestby.",
    "On “Harbour News Today,” they showed the bridge.",
    "The ship “Queen of the Northern Sea” left on Friday.",
    "The so-called “gate to the northern sea” was shut.",
    "Time will show if the bridge was worth it.",
]


@pytest.mark.parametrize(("text", "words", "holder"), DIRECT, ids=[row[0][:60] for row in DIRECT])
def test_whose_words_a_quotation_is(text: str, words: str, holder: str) -> None:
    found = holders(text, words)
    assert {name for name, _ in found} == {holder}
    assert (holder, True) in found


@pytest.mark.parametrize(("text", "words", "holder"), INDIRECT, ids=[row[0][:60] for row in INDIRECT])
def test_who_is_said_to_have_said(text: str, words: str, holder: str) -> None:
    assert (holder, False) in holders(text, words)


@pytest.mark.parametrize("text", SILENT)
def test_nobody_says_anything(text: str) -> None:
    assert [q for q in reading_of(text).quotes if q.direct] == []


def test_one_utterance_with_the_speaker_between_is_one_quotation() -> None:
    quotes = reading_of("“We heard it at night,” Ada Renn said. “It was a very loud bang.”").quotes
    assert [len(q.spans) for q in quotes] == [2]


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“The first ship came in May.\n\n“The second ship never came at all,” Ada Renn said."
    assert [len(q.spans) for q in reading_of(text).quotes] == [2]
