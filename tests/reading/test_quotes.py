"""Quotations: whose words, in which words of the passage. One row: text, a piece of the quotation, holder, direct."""

from __future__ import annotations

import pytest

from briefgen.reading.marks import Quote
from tests.readings import reading_of


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
INDIRECT = [
    # whoever was the subject last is meant, whatever the name was taken for
    (
        "Otto Brill, a fisherman, spoke first.\n\nSkarn, for his part, was at ease. He told the council the nets would be mended by May.",
        "the nets would be mended",
        "Skarn",
    ),
    (
        "Ada Renn keeps the lighthouse. "
        "Her brother, the painter Otto Brill, rowed her over in a storm, the last, he jokes, that she slept through.",
        "that she slept through",
        "Otto Brill",
    ),
    (
        "Ada Kell led the first talks.\n\n"
        "Lindqvist never took the boat that she had booked for last week; her office said it had sunk at the pier.",
        "it had sunk",
        "Lindqvist",
    ),
    (
        "Geology has no friends, Ada Renn says. Harbours, she argues, are dug by the poor.",
        "are dug by the poor",
        "Ada Renn",
    ),
    (
        "The speaker confirmed that Otto Brill would sail with his crew in May. He added that the sails were new.",
        "the sails were new",
        "The speaker",
    ),
    # who is named behind a description, or before a relative clause
    (
        "The commander of the Vestby garrison, Colonel Otto Brill, said the bridge would stay shut.",
        "the bridge would stay shut",
        "Otto Brill",
    ),
    (
        "Ada Renn, who has studied herring for the Harbour Institute since the war, thinks the nets matter less than the moon.",
        "the nets matter less",
        "Ada Renn",
    ),
    (
        "The Labour deputy Ada Renn, whose town lives by the ferry, accused the board of starving it of coal.",
        "the board of starving",
        "Ada Renn",
    ),
    # of whom the noun says nothing, what is told of them does
    (
        "Two people familiar with the sale said the yard would close on Monday.",
        "the yard would close",
        "Two people familiar with the sale",
    ),
    (
        "A person who has read the lease said it runs for a century.",
        "it runs for a century",
        "A person who has read the lease",
    ),
    (
        "The captain asked for more coal, according to a person who stood on the deck.",
        "asked for more coal",
        "a person who stood on the deck",
    ),
    # one Movement is the party
    (
        "The Movement for Vestby has no seat in the new assembly. The party says that the count was a muddle.",
        "the count was a muddle",
        "Movement for Vestby",
    ),
    # whom a paper quotes, who is named behind a description, who is called by a trade
    ("The Vestby Post quoted the mayor as saying that the lock was safe.", "the lock was safe", "the mayor"),
    ("Ada Renn was quoted by the Vestby Post as saying that the lock was safe.", "the lock was safe", "Ada Renn"),
    ("The lock is safe, according to the board's engineer, Ada Renn.", "The lock is safe", "Ada Renn"),
    ("According to the head of the crew, Otto Brill, the lock will leak.", "the lock will leak", "Otto Brill"),
    ("Otto Brill, a plumber, saw it. The plumber said the lock was safe.", "the lock was safe", "Otto Brill"),
    (
        "Skippers asked by the board, among them Ada Renn, said the lock was safe.",
        "the lock was safe",
        "Skippers",
    ),
    ("But at a late hour, the harbour master said the lock was safe.", "the lock was safe", "the harbour master"),
    ("Critics of Mayor Otto Brill said the lock was safe.", "the lock was safe", "Critics of Mayor Otto Brill"),
    # the speaker put between commas, or named in apposition
    ("The barge, the salt union says, had been sold in spring.", "had been sold", "the salt union"),
    ("The old treaty, says historian Ada Renn, was a robbery by daylight.", "was a robbery", "Ada Renn"),
    ("It lost to its rival, and its envoy, Ada Renn, said it would wait.", "it would wait", "Ada Renn"),
    ("The bank, whose editor, Otto Brill, says he is innocent, left town.", "he is innocent", "Otto Brill"),
    (
        "The man who keeps bees in Vestby, Otto Brill, told them the roof was gone.",
        "roof was gone",
        "Otto Brill",
    ),
    (
        "The group, also known as the Crane, denies owning boats and says it breeds ducks.",
        "it breeds ducks",
        "The group",
    ),
    ("Ada Renn, treasurer of the guild, called for the toll to be halved.", "for the toll", "Ada Renn"),
    # a pronoun or a title for the person named last
    ("Ada Renn came late. Renn disagrees. Norland, she argues, has drawn no such border.", "has drawn no", "Ada Renn"),
    ("Ada Renn disagrees. Norland, she argues, has drawn no such border.", "has drawn no", "Ada Renn"),
    (
        "General Otto Brill came late. A clerk opened the gate. The General joked that he had walked all the way.",
        "he had walked",
        "Otto Brill",
    ),
    # views told without a verb of saying
    ("Ada Renn disagrees. In her view, farmers need the water that mills waste.", "farmers need the", "Ada Renn"),
    ("By the harbour office's count, forty ships were turned away.", "forty ships were", "the harbour office"),
    ("Forty ships were turned away, by the count of the agency.", "Forty ships were", "the agency"),
    ("The gate, as Otto Brill sees it, should have stayed open.", "should have stayed open", "Otto Brill"),
    # two speakers in a sentence
    ("Critics say it kills eels, while supporters say it feeds the town.", "it kills eels", "Critics"),
    (
        "Critics say it kills eels, while supporters say it feeds the town.",
        "it feeds the town",
        "supporters",
    ),
    # positions taken by a verb with an object
    ("Ada Renn put the loss at a tenth of the harvest.", "the loss at a tenth", "Ada Renn"),
    ("The ministry warned of a flood in spring.", "of a flood in spring", "The ministry"),
    ("The Reed Front claimed the attack on Vestby.", "the attack on Vestby", "Reed Front"),
    ("Ada Renn welcomed the vote in the council.", "the vote in the council", "Ada Renn"),
    ("The churches reaffirmed their support for the charter.", "their support for", "The churches"),
    ("The council expressed its deep concern at the arrests.", "its deep concern", "The council"),
    ("Norland sees the dam as a gift to its farmers.", "the dam as a gift", "Norland"),
    ("Norland denied any role.", "any role", "Norland"),
    ("Ada Renn sees no hope of rain before May.", "no hope of rain", "Ada Renn"),
    # the opening of a report, and who is told before what is said
    (
        "VESTBY, Norland (AP) — A bomb went off near the gate on Monday, killing two guards, police said.",
        "A bomb went off",
        "police",
    ),
    ("The clerk told the board it was a clean copy.", "it was a clean copy", "The clerk"),
    (
        "Mayor Otto Brill told Sele TV, a local channel, that the road was shut.",
        "the road was shut",
        "Otto Brill",
    ),
    (
        "An engineer at the Harbour Office, Otto Brill, doubts that the lamp will last.",
        "the lamp will last",
        "Otto Brill",
    ),
    (
        "A clerk close to the board said Otto Brill had begged for a loan.",
        "had begged for a loan",
        "A clerk close to the board",
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


NOTHING_SAID = [
    "Readers ask why the page is blue.",
    "Ada Renn asked whether the gate was open.",
    "Ada Renn declined to say where the key was.",
    "Guests are asked to say that they know the host.",
    "Ada Renn welcomed the guests at the gate.",
    "The board questioned Otto Brill in May.",
    "The council dismissed the director of the mill.",
    "Otto Brill pledged allegiance to the front.",
    "Norland claims both banks of the Sele.",
    "She put the plan on the table.",
    "Neighbours called him the Crane.",
    "The men called themselves the Guard of Vestby.",
    "A man accused of a theft was led away.",
    "They presented themselves as friends of the town.",
    "The army uses the guns to defend their country.",
    "The ministry thanked the guests.",
    "Ada Renn saw the ships from the gate.",
    "Ada Renn saw the front as a friend for many years.",
    "The council expressed its “concern” at the arrests.",
    "As a result of the order, the ships must be stopped and reported to the office.",
    "The man also known as “the Crane of the Harbour Gate” was led away.",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_no_statement_is_made(text: str) -> None:
    assert [text[q.start : q.end] for q in reading_of(text).quotes] == []


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


def test_no_holder_is_sought_beyond_the_sentence() -> None:
    text = "It was a stand against “the deeds that the East has backed,” according to Vestby Tribune. Later, Reed Front agreed."
    assert {q.holder.name for q in reading_of(text).quotes if q.holder} == {"Vestby Tribune"}
