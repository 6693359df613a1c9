"""Quotations: whose words, in which words of the passage. One row: text, a piece of the quotation, holder."""

from __future__ import annotations

import pytest

from tests.readings import reading_of

from .holders_of import holders

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
    # the sentence or paragraph behind points back to who spoke
    (
        "“The tide keeps no diary.” With that the old pilot Otto Brill shut the log for the winter.",
        "The tide keeps no diary",
        "Otto Brill",
    ),
    (
        "“I will be short. The pond is dry.”\n\nThus the miller Otto Brill, greeting guests.",
        "The pond is dry",
        "Otto Brill",
    ),
    (
        "“We shall not pay.” That was the answer of the bakers' guild on Friday.",
        "We shall not pay",
        "the bakers' guild",
    ),
    ("“a long nap before a long walk” was how the sexton put it.", "a long nap before", "the sexton"),
    ("“No more eels this year” was all the bailiff would say.", "No more eels", "the bailiff"),
    ("“the pump was old and tired” was what the board was told by Otto Brill.", "the pump was old", "Otto Brill"),
    ("Who rang it is disputed. A girl on the stairs: “Somebody cut the rope.”", "Somebody cut the rope", "A girl"),
    (
        "Ada Renn, a beekeeper from Vestby, shook her head at the verdict. “In May they took our hives. Who eats wax?”",
        "In May they took",
        "Ada Renn",
    ),
    (
        "Where Otto Brill claims, in an old essay, that “the canal is a very long pond”, he jests.",
        "a very long pond",
        "Otto Brill",
    ),
    # before the opening mark
    ("Belgian Finance Minister Otto Brill shot back: “Then lend them yours.”", "Then lend them", "Otto Brill"),
    ("Ada Renn of the Harbour Institute puts it simply: “The sea is full.”", "The sea is full", "Ada Renn"),
    ("A ministry spokesman, Otto Brill, said: “We will open the gates.”", "We will open", "Otto Brill"),
    ("Otto Brill, a spokesman for the ministry, said: “We will open the gates.”", "We will open", "Otto Brill"),
    ("Analyst Otto Brill of Nordhav Bank said: “We will open the gates.”", "We will open", "Otto Brill"),
    (
        "“They rang the wrong bell,” sighs one harbour pilot. Ada Renn, a deputy, has asked the council why.",
        "wrong bell",
        "one harbour pilot",
    ),
    (
        "Otto Brill told a meeting that the board had been “schooled by people who fear water”; the board, I note, kept its barge.",
        "schooled by people",
        "Otto Brill",
    ),
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
    # short words right beside the verb of saying, and pieces that go on
    ("A harbour pilot told me “perhaps ten.”", "perhaps ten", "A harbour pilot"),
    ("They took the old road, “for luck,” as a driver put it.", "for luck", "a driver"),
    ("“Ask the mayor.” — Ada Renn", "Ask the mayor", "Ada Renn"),
    ("“Do you know what the law says?” Ada Renn asked. “Nor do I.”", "Nor do I", "Ada Renn"),
    ("“They print a chart every week,” Ada Renn said, “and it is dire.”", "and it is dire", "Ada Renn"),
    ("“How deep is it?” asked the pilot. “Deep enough,” the mate said.", "Deep enough", "the mate"),
    (
        "“The lake is no bath,” said the envoy. Speaker Otto Brill promised to drain it, “one bitter bucket a day.”",
        "bitter bucket",
        "Otto Brill",
    ),
    # names on lines of their own
    (
        "“We look at the engines and not at the ships.”\n\nCaptain (ret.) Otto Brill, Fellow, Harbour Institute",
        "look at the engines",
        "Otto Brill",
    ),
    (
        "It was late in May.\n\nDr Lena Halden\nSenior Adviser, Harbour Institute\n\n“We look at the engines and not at the ships.”",
        "look at the engines",
        "Lena Halden",
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
    (
        "Otto Brill had laughed at it, saying anyone afraid of geese “should stay indoors at noon.”",
        "indoors at noon",
        "Otto Brill",
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
MIXED = [
    # one statement where the quoted words belong to the clause
    (
        "Ada Renn said the ban would end “in weeks, not months” if all went well.",
        ["the ban would end “in weeks, not months” if all went well"],
    ),
    (
        "Ada Renn said that the rain “is not a fault of the harbour or of its board”.",
        ["the rain “is not a fault of the harbour or of its board”"],
    ),
    ("Ada Renn called the vote “a farce from the start” and left.", ["the vote “a farce from the start”"]),
    # two where a sentence of its own is quoted
    (
        "Ada Renn said the ban was over: “We can go home to our boats now.”",
        ["We can go home to our boats now.", "the ban was over"],
    ),
    # the words of another speaker stay apart
    (
        "Ada Renn said the clerk had shouted at them all night long, and Otto Brill called it “a gift to the whole town”.",
        ["it “a gift to the whole town”", "the clerk had shouted at them all night long"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), MIXED, ids=[row[0][:60] for row in MIXED])
def test_quoted_words_are_one_with_their_clause(text: str, wanted: list[str]) -> None:
    assert sorted(" ".join(text[a:b] for a, b in q.spans) for q in reading_of(text).quotes) == sorted(wanted)


@pytest.mark.parametrize(("text", "words", "holder"), DIRECT, ids=[row[0][:60] for row in DIRECT])
def test_whose_words_a_quotation_is(text: str, words: str, holder: str) -> None:
    found = holders(text, words)
    assert {name for name, _ in found} == {holder}
    assert (holder, True) in found


@pytest.mark.parametrize("text", SILENT)
def test_nobody_says_anything(text: str) -> None:
    assert [q for q in reading_of(text).quotes if q.direct] == []


def test_one_utterance_with_the_speaker_between_is_one_quotation() -> None:
    quotes = reading_of("“We heard it at night,” Ada Renn said. “It was a very loud bang.”").quotes
    assert [len(q.spans) for q in quotes] == [2]


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“The first ship came in May.\n\n“The second ship never came at all,” Ada Renn said."
    assert [len(q.spans) for q in reading_of(text).quotes] == [2]


def test_no_holder_is_sought_beyond_the_sentence() -> None:
    text = "It was a stand against “the deeds that the East has backed,” according to Vestby Tribune. Later, Reed Front agreed."
    assert {q.holder.name for q in reading_of(text).quotes if q.holder} == {"Vestby Tribune"}
